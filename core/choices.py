"""Closed lists that more than one app shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartnerKind(models.TextChoices):
    """What a partner is to the gallery."""

    COMMUNITY = "community", _("Community")
    FESTIVAL = "festival", _("Festival")
    MUSEUM = "museum", _("Museum")
    UNIVERSITY = "university", _("University")
    TECHNOLOGY = "technology", _("Technology partner")
    MEDIA = "media", _("Media partner")
    PARTNER = "partner", _("Partner")


class CuttingFailure(models.TextChoices):
    """Why a large picture could not be reduced or cut into tiles."""

    DAMAGED = (
        "damaged",
        _(
            "the file is damaged or incomplete. Save it again from the program that "
            "made it, and replace it here"
        ),
    )
    MEMORY = (
        "memory",
        _(
            "reading it takes more memory than it may. Save it as a baseline JPEG, a "
            "tiled TIFF or a PNG without interlacing, and replace it here"
        ),
    )
    TIME = "time", _("reading it took too long and was stopped")
    UNKNOWN = "unknown", _("the site could not read or store it; its log says why")
