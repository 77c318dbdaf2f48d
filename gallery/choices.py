"""The closed lists of the gallery: what a work can be, and who made it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Medium(models.TextChoices):
    """What a piece of a work is."""

    IMAGE = "image", _("Image")
    VIDEO = "video", _("Video")
    AUDIO = "audio", _("Music")


class Extent(models.TextChoices):
    """How much of a work machine learning made."""

    FULL = "full", _("fully made with machine learning")
    PARTIAL = "partial", _("partly made with machine learning")


class WallSize(models.TextChoices):
    """How large a work hangs on the wall of its room."""

    SMALL = "small", _("small")
    DEFAULT = "", _("usual")
    LARGE = "large", _("large")


class Nearness(models.TextChoices):
    """What brings two works together."""

    ARTIST = "artist", _("artist")
    TECHNIQUE = "technique", _("technique")
    WORDS = "words", _("words")


class Role(models.TextChoices):
    """What somebody did for a work."""

    ARTIST = "artist", pgettext_lazy("role", "artist")
    MUSICIAN = "musician", _("musician")
    COMPOSER = "composer", _("composer")
    DATA_SCIENTIST = "data_scientist", _("data scientist")
    DEVELOPER = "developer", _("developer")
    SCIENTIST = "scientist", _("scientist")
    WRITER = "writer", _("writer")
    CURATOR = "curator", _("curator")
    OTHER = "other", _("with the help of")


class ArtistKind(models.TextChoices):
    """Who stands behind an artist's page."""

    PERSON = "person", _("person")
    GROUP = "group", _("group")
    STUDIO = "studio", _("studio")


class Licence(models.TextChoices):
    """On which terms a work is shown and may be used."""

    ALL_RIGHTS_RESERVED = "all-rights-reserved", _("All rights reserved")
    CC0 = "cc0-1.0", "CC0 1.0"
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC_BY_NC = "cc-by-nc-4.0", "CC BY-NC 4.0"
    CC_BY_NC_SA = "cc-by-nc-sa-4.0", "CC BY-NC-SA 4.0"
    CC_BY_ND = "cc-by-nd-4.0", "CC BY-ND 4.0"
    CC_BY_NC_ND = "cc-by-nc-nd-4.0", "CC BY-NC-ND 4.0"

    @property
    def needs_attribution(self) -> bool:
        """Every Creative Commons licence but CC0 asks for a credit line."""
        return self.value.startswith("cc-by")

    @property
    def url(self) -> str:
        """The address that names the licence; empty where there is none."""
        if self is Licence.ALL_RIGHTS_RESERVED:
            return ""
        if self is Licence.CC0:
            path = "publicdomain/zero/1.0"
        else:
            path = f"licenses/{self.value.removeprefix('cc-').removesuffix('-4.0')}/4.0"
        return f"https://creativecommons.org/{path}/"

    def deed_url(self, language: str) -> str:
        """The licence's own page in that language; empty where there is none."""
        return f"{self.url}deed.{language}" if self.url else ""
