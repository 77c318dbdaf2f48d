import secrets
from pathlib import PurePath

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django_cleanup import cleanup
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.models import Locale

from core.choices import CuttingFailure
from core.media.large import ZOOM_FROM_SIDE
from core.tasks import prepare_image, tile_image
from core.zoom import Zoom


def unguessable_name(folder: str, filename: str) -> str:
    """A new name for an uploaded file that tells nothing and cannot be guessed."""
    suffix = PurePath(filename).suffix.lower()
    return f"{folder}/{secrets.token_urlsafe(16)}{suffix}"


def original_file_name(instance: models.Model, filename: str) -> str:
    return unguessable_name("originals", filename)


@cleanup.select
class ArtImage(AbstractImage):
    """A picture with its credit, its focal point and its prepared renditions.

    `sources` is filled by a background task: `{"avif": [[width, height, name], …],
    "jpeg": […]}`, widths rising, names in the media storage. `rendered_for` says
    for which file and focal point that was done.

    What is too large to be decoded in a request lies in `original`, which no page
    links to, and `file` is a reduced master of it: a plain ground of the same size
    while `awaits_master`. Another task cuts tiles into the folder `tiles`;
    `tiled_for` says from which file. `failure` says why one of the two came to
    nothing.
    """

    credit = models.CharField(
        _("credit"),
        max_length=250,
        blank=True,
        help_text=_("Whose picture it is, as it should be printed."),
    )
    dominant_colour = models.CharField(max_length=7, blank=True, editable=False)
    sources = models.JSONField(default=dict, blank=True, editable=False)
    rendered_for = models.CharField(max_length=255, blank=True, editable=False)
    original = models.FileField(
        upload_to=original_file_name,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    original_width = models.PositiveIntegerField(null=True, editable=False)
    original_height = models.PositiveIntegerField(null=True, editable=False)
    awaits_master = models.BooleanField(default=False, db_default=False, editable=False)
    tiles = models.CharField(
        max_length=100, blank=True, default="", db_default="", editable=False
    )
    tiled_for = models.CharField(
        max_length=255, blank=True, default="", db_default="", editable=False
    )
    failure = models.CharField(
        max_length=20,
        choices=CuttingFailure,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        "credit",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        return unguessable_name("masters" if self.original else "originals", filename)

    def _set_file_hash(self):
        # What was uploaded tells pictures apart; grounds of a size are all the same.
        if not self.original:
            super()._set_file_hash()

    def rendition_key(self) -> str:
        """What the renditions depend on: the file and its focal point."""
        point = (
            self.focal_point_x,
            self.focal_point_y,
            self.focal_point_width,
            self.focal_point_height,
        )
        return f"{self.file.name} {' '.join(str(n) for n in point)}"

    def tiling_key(self) -> str:
        """What the tiles depend on; empty where the picture is too small for tiles."""
        is_large = max(self.full_size) > ZOOM_FROM_SIDE
        return (self.original or self.file).name if is_large else ""

    def save(self, *args, **kwargs):
        """Save, and have made anew what no longer fits."""
        super().save(*args, **kwargs)
        if not self.fits_renditions:
            transaction.on_commit(lambda: prepare_image.enqueue(self.pk))
        if not self.fits_tiles:
            transaction.on_commit(lambda: tile_image.enqueue(self.pk))

    def start_anew(self) -> None:
        """Have the next saving try again what came to nothing."""
        self.failure = self.tiled_for = ""
        if self.awaits_master:
            self.rendered_for = ""

    @property
    def fits_renditions(self) -> bool:
        """Whether the renditions are, or failed, for the present file and point."""
        return self.rendered_for == self.rendition_key()

    @property
    def fits_tiles(self) -> bool:
        """Whether the tiles are, or failed, for the present picture."""
        key = self.tiling_key()
        return self.tiled_for == key and bool(key or not self.tiles)

    @property
    def is_tiled(self) -> bool:
        """Whether the tiles of the present picture are all there."""
        return bool(self.tiles) and self.fits_tiles

    @property
    def full_size(self) -> tuple[int, int]:
        """Width and height of the picture as it was uploaded, upright."""
        if self.original and self.original_width and self.original_height:
            return self.original_width, self.original_height
        return self.width, self.height

    @property
    def zoom(self) -> Zoom | None:
        """The tiles to look at it closely; None where the widest rendition is enough.

        That is also so where no tiles could be made.
        """
        if not self.tiling_key() or self.failure:
            return None
        ready = self.is_tiled
        service = self.file.storage.url(self.tiles) if ready else ""
        return Zoom(*self.full_size, service)

    @property
    def ready_sources(self) -> dict[str, list[list]]:
        """The prepared sizes of the present file; none while they are being made."""
        return self.sources if self.is_prepared else {}

    @property
    def is_prepared(self) -> bool:
        """Whether the sizes are those of this file and not of one it replaced."""
        return self.rendered_for.startswith(f"{self.file.name} ")

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width / self.height if self.height else 1.0

    @property
    def default_alt_text(self) -> str:
        """What the picture shows, in the language of the reader."""
        return self.description_in(Locale.get_active()) or ""

    def description_in(self, locale: Locale) -> str:
        """The description written in that language; empty if there is none."""
        for description in self.descriptions.all():
            if description.locale_id == locale.pk:
                return description.text
        return ""


class ImageDescription(models.Model):
    """What an image shows, in one language; a piece's alt text starts from it."""

    image = models.ForeignKey(
        ArtImage, on_delete=models.CASCADE, related_name="descriptions"
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+"
    )
    text = models.TextField(_("description"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "locale"], name="one_description_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.text


class ArtRendition(AbstractRendition):
    """One prepared size of an image in one format."""

    image = models.ForeignKey(
        ArtImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta(AbstractRendition.Meta):
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        return unguessable_name("renditions", filename)
