"""Descriptions of images on the board: one for each language."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from wagtail.models import Locale

from core.models import ArtImage, ImageDescription
from translation.board.kinds import MINOR, Standing
from translation.choices import DeskState
from translation.families import source_locale


def keys() -> Iterator[str]:
    described = ImageDescription.objects.filter(locale=source_locale())
    return map(str, described.order_by("image").values_list("image", flat=True))


def standings(keys: Sequence[str]) -> Iterator[Standing]:
    """Images that are described in the original's language, in all others."""
    source = source_locale()
    locales = list(Locale.objects.exclude(pk=source.pk))
    described = set(
        ImageDescription.objects.filter(image__in=keys)
        .exclude(text="")
        .values_list("image", "locale")
    )
    for image in ArtImage.objects.filter(pk__in=keys).only("pk", "title"):
        if (image.pk, source.pk) in described:
            for locale in locales:
                yield _standing(image, locale, (image.pk, locale.pk) in described)


def _standing(image: ArtImage, locale: Locale, is_described: bool) -> Standing:
    return Standing(
        key=str(image.pk),
        locale_id=locale.pk,
        title=image.title,
        state=DeskState.DONE if is_described else DeskState.MISSING,
        edit_url=reverse("translation_describe", args=[image.pk, locale.language_code]),
        importance=MINOR,
        total=1,
        translated=int(is_described),
    )
