"""The works near a work, as its page leads on to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gallery.choices import Nearness
from gallery.labels import LocalName, WallLabel


@dataclass(frozen=True)
class NearRow:
    """A few works, the line that explains them, and the names in that line."""

    reason: Nearness
    explanation: str
    names: list[LocalName] = field(default_factory=list)
    works: list[WallLabel] = field(default_factory=list)


def near_rows(label: WallLabel, near: Mapping[str, list[WallLabel]]) -> list[NearRow]:
    """A row for each reason that works are near for; none of them is empty."""
    return [
        _row(label, reason, near[reason]) for reason in Nearness if near.get(reason)
    ]


def _row(label: WallLabel, reason: Nearness, works: list[WallLabel]) -> NearRow:
    if reason is Nearness.WORDS:
        return NearRow(reason, _("Of like things, by other means"), works=works)
    if reason is Nearness.ARTIST:
        names = _shared(label.credits, [each.credits for each in works])
        words = ngettext("The same artist", "The same artists", len(names))
    else:
        names = _shared(label.techniques, [each.techniques for each in works])
        words = ngettext("The same technique", "The same techniques", len(names))
    return NearRow(reason, words, names, works)


def _shared(own: list[LocalName], others: list[list[LocalName]]) -> list[LocalName]:
    """The names that others have too, each once, in our own order."""
    known = {(name.title, name.url) for names in others for name in names}
    named = {(name.title, name.url): name for name in own}
    return [name for key, name in named.items() if key in known]
