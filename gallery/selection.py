"""A visitor's selection: works that an address holds, in the visitor's own order.

Visitors keep it in their browsers; here is only what an address says.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from gallery.labels import WallLabel

WORKS = "works"
MOST = 60

_ID = re.compile(r"[0-9a-f]{10}")


@dataclass(frozen=True)
class Selection:
    """Works by their short ids, in order, each once."""

    ids: tuple[str, ...] = ()

    @classmethod
    def read(cls, parameters: QueryDict) -> "Selection":
        """Understand parameters that anybody may have written."""
        written = _ID.findall(parameters.get(WORKS, "").lower())
        return cls(tuple(dict.fromkeys(written))[:MOST])

    @property
    def query_string(self) -> str:
        """The address's part that holds the works; empty where there are none."""
        return urlencode({WORKS: ",".join(self.ids)}, safe=",") if self.ids else ""

    @property
    def url(self) -> str:
        held = self.query_string
        return f"{reverse('selection')}?{held}" if held else reverse("selection")

    def without(self, short_id: str) -> "Selection":
        return replace(self, ids=tuple(each for each in self.ids if each != short_id))


@dataclass(frozen=True)
class SelectedWork:
    """A work of a selection, and the way to the selection without it."""

    label: WallLabel
    url_without: str

    @property
    def short_id(self) -> str:
        return self.label.work.short_id


def selected_works(
    selection: Selection, labels: Iterable[WallLabel]
) -> list[SelectedWork]:
    """The works in the order of the selection."""
    place = {short_id: number for number, short_id in enumerate(selection.ids)}
    hung = sorted(labels, key=lambda label: place[label.work.short_id])
    return [
        SelectedWork(label, selection.without(label.work.short_id).url)
        for label in hung
    ]
