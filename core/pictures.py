"""Markup of prepared pictures; nothing is encoded and nothing is queried here."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.facts_in_texts import told

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
    sources = image.ready_sources
    if sources.get("jpeg"):
        return _prepared(image.file.storage, sources, alt, sizes, loading)
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


def _prepared(storage, prepared, alt, sizes, loading) -> SafeString:
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        (
            (form, _srcset(storage, entries), sizes)
            for form, entries in prepared.items()
            if form != "jpeg"
        ),
    )
    jpegs = prepared["jpeg"]
    width, height, name = next((e for e in jpegs if e[0] >= FALLBACK_WIDTH), jpegs[-1])
    srcset = format_html(' srcset="{}" sizes="{}"', _srcset(storage, jpegs), sizes)
    fallback = _img(storage.url(name), srcset, alt, width, height, loading)
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
