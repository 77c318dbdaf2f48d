"""Markup of prepared pictures; nothing is encoded and nothing is queried here."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.facts_in_texts import told
from core.kept import kept

SHOWN_AS_IT_IS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
LIGHT_ENOUGH = 1_500_000
FALLBACK_WIDTH = 960


def picture_html(
    image, alt: str, sizes: str, *, eager: bool = False, priority: bool = False
) -> SafeString:
    """A picture in the widths and formats that were prepared for it.

    Before its renditions are ready a light original stands in, and else a ground of
    the same shape, so that nothing moves when the pictures come.
    """
    loading = _loading(eager or priority, priority)
    alt = told(alt)
    if image.ready_sources.get("jpeg"):
        copies = kept(
            ("copies", image.pk, image.rendered_for), lambda: Copies.of(image)
        )
        return _prepared(copies, alt, sizes, loading)
    name = image.file.name.lower()
    is_light = (image.file_size or 0) <= LIGHT_ENOUGH and not image.awaits_master
    if name.endswith(SHOWN_AS_IT_IS) and is_light:
        return _img(image.file.url, "", alt, image.width, image.height, loading)
    return format_html(
        '<svg role="img" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}">'
        '<rect width="100%" height="100%" fill="{}"/></svg>',
        alt,
        image.width,
        image.height,
        image.width,
        image.height,
        image.dominant_colour or "#7d7365",
    )


@dataclass(frozen=True)
class Copies:
    """The files prepared for an image, as markup names them.

    `srcsets` are by format, the JPEGs' apart; `width` and `height` are those of the
    JPEG that stands in where a browser chooses none.
    """

    srcsets: tuple[tuple[str, str], ...]
    jpegs: str
    src: str
    width: int
    height: int

    @classmethod
    def of(cls, image) -> "Copies":
        storage, prepared = image.file.storage, image.ready_sources
        jpegs = prepared["jpeg"]
        width, height, name = next(
            (each for each in jpegs if each[0] >= FALLBACK_WIDTH), jpegs[-1]
        )
        srcsets = {form: _srcset(storage, files) for form, files in prepared.items()}
        jpegs = srcsets.pop("jpeg")
        return cls(tuple(srcsets.items()), jpegs, storage.url(name), width, height)


def _prepared(copies: Copies, alt: str, sizes: str, loading: str) -> SafeString:
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((form, srcset, sizes) for form, srcset in copies.srcsets),
    )
    srcset = format_html(' srcset="{}" sizes="{}"', copies.jpegs, sizes)
    fallback = _img(copies.src, srcset, alt, copies.width, copies.height, loading)
    return format_html("<picture>{}{}</picture>", sources, fallback)


def _srcset(storage, entries) -> str:
    return ", ".join(f"{storage.url(name)} {width}w" for width, _h, name in entries)


def _loading(eager: bool, priority: bool) -> SafeString:
    if priority:
        return SafeString(' fetchpriority="high"')
    return SafeString("" if eager else ' loading="lazy" decoding="async"')


def _img(src, srcset, alt, width, height, loading) -> SafeString:
    return format_html(
        '<img src="{}"{} alt="{}" width="{}" height="{}"{}>',
        src,
        srcset,
        alt,
        width,
        height,
        loading,
    )
