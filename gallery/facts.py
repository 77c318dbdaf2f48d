"""The lines of a work's label and passport, as terms and values."""

from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gallery.choices import Licence, Medium
from gallery.labels import LocalName, WallLabel

Line = tuple[str, str]

# Below this many seconds a tenth of one matters.
SHORT_SPAN = 10


def label_lines(label: WallLabel, room) -> list[Line]:
    """Year, technique, size, room and licence of a work."""
    work = label.work
    return [
        (_("Year"), str(work.year)),
        (_("Technique"), _links(label.techniques)),
        (_("Pieces"), _pieces(work)),
        (_("Room"), _link(LocalName(room.title, room.url)) if room else ""),
        (_("Machine learning"), work.get_extent_display()),
        (_("Licence"), _licence(work.licence)),
        (_("Attribution"), work.attribution),
    ]


def passport_lines(work) -> list[Line]:
    """How the work was made; a line whose value is empty is left out by the page."""
    return [
        (_("Model"), work.model_name),
        (_("Architecture"), work.architecture),
        (_("Parameters"), _number(work.parameters)),
        (_("Weights"), work.weights),
        (_("Data"), _data(work)),
        (_("Code"), _code(work)),
        (_("Framework"), work.framework),
        (_("Hardware"), work.hardware),
        (_("Training time"), time_spent(work.training_seconds)),
        (_("Random seed"), "" if work.seed is None else str(work.seed)),
        (_("The human part"), work.human_part),
    ]


def time_spent(seconds: float | None) -> str:
    """A span of time in its two largest units; empty for nothing."""
    if not seconds:
        return ""
    if seconds < SHORT_SPAN:
        tenths = f"{seconds:.1f}".removesuffix(".0")
        return _("%(seconds)s s") % {"seconds": formats.number_format(tenths)}
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        (hours, _("%(hours)d h") % {"hours": hours}),
        (minutes, _("%(minutes)d min") % {"minutes": minutes}),
        (rest, _("%(seconds)s s") % {"seconds": rest}),
    ]
    return " ".join([words for amount, words in parts if amount][:2])


def _number(value: int | None) -> str:
    return "" if not value else formats.number_format(value, force_grouping=True)


def _pixels(side: int) -> str:
    """A side as it is read: in groups where there are five digits or more."""
    return _number(side) if side >= 10_000 else str(side)


def _link(name: LocalName) -> str:
    if not name.url:
        return name.title
    return format_html('<a href="{}">{}</a>', name.url, name.title)


def _links(names: list[LocalName]) -> SafeString:
    return format_html_join(", ", "{}", ((_link(name),) for name in names))


def _pieces(work) -> str:
    """What is on display: the sizes of images, the lengths of what plays."""
    return "; ".join(filter(None, (_piece(piece) for piece in work.pieces_with_media)))


def _piece(piece) -> str:
    if piece.medium == Medium.IMAGE:
        size = " × ".join(map(_pixels, piece.image.full_size))
        return _("image, %(size)s px") % {"size": size}
    length = time_spent(piece.duration)
    if piece.medium == Medium.VIDEO:
        return _("video, %(length)s") % {"length": length} if length else _("video")
    if piece.medium == Medium.AUDIO:
        return _("sound, %(length)s") % {"length": length} if length else _("sound")
    return ""


def _licence(code: str) -> str:
    if not code:
        return ""
    licence = Licence(code)
    url = licence.deed_url(get_language() or "")
    return _link(LocalName(str(licence.label), url))


def _data(work) -> str:
    """What the model learned from, where that came from, on which terms."""
    parts = (
        work.training_data,
        work.training_data_source,
        work.training_data_licence,
    )
    lines = [(part,) for part in parts if part]
    return format_html_join(mark_safe("<br>"), "{}", lines) if lines else ""


def _code(work) -> str:
    if not work.code and not work.code_url:
        return ""
    code = format_html("<code>{}</code>", work.code or work.code_url)
    if work.code_url:
        code = format_html('<a href="{}">{}</a>', work.code_url, code)
    if work.code_revision:
        code = format_html("{}, <code>{}</code>", code, work.code_revision)
    return code
