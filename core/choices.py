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
