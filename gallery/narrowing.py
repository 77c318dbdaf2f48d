"""Long lists of works and of names, narrowed by what their address says."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from core.links import Link
from core.paging import Paging, paging
from gallery.choices import Medium

PAGE_LENGTH = 60
# Shorter lists are seen at a glance.
LONG_WALL, LONG_LIST = 13, 25

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class Choice:
    """What a list is narrowed to; whatever makes no sense is left out."""

    medium: str = ""
    year: str = ""
    letter: str = ""
    page: int = 1

    @classmethod
    def read(cls, parameters: QueryDict) -> "Choice":
        """Understand parameters that anybody may have written."""
        medium, year = parameters.get("medium", ""), parameters.get("year", "")
        letter, page = parameters.get("letter", ""), parameters.get("page", "")
        return cls(
            medium=medium if medium in Medium.values else "",
            year=year if _NUMBER.fullmatch(year) else "",
            letter=letter.upper() if len(letter) == 1 and letter.isprintable() else "",
            page=int(page) if _NUMBER.fullmatch(page) else 1,
        )

    @property
    def is_made(self) -> bool:
        return bool(self.medium or self.year or self.letter)

    @property
    def query_string(self) -> str:
        said = {"medium": self.medium, "year": self.year, "letter": self.letter}
        page = {"page": self.page} if self.page > 1 else {}
        return urlencode({name: value for name, value in said.items() if value} | page)

    def url(self, base: str) -> str:
        """The address of the list narrowed so."""
        return f"{base}?{self.query_string}" if self.query_string else base


@dataclass(frozen=True)
class Option:
    """A value to choose, and how many works it would leave beside the other choice."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Select:
    """A property to choose by."""

    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Stretch:
    """The page of a list that an address asks for, of so many entries."""

    choice: Choice
    found: int
    total: int
    url: str

    @property
    def pages(self) -> int:
        return max(-(-self.found // PAGE_LENGTH), 1)

    @property
    def page(self) -> int:
        return min(self.choice.page, self.pages)

    @property
    def places(self) -> slice:
        end = self.page * PAGE_LENGTH
        return slice(end - PAGE_LENGTH, end)

    @property
    def paging(self) -> Paging | None:
        return paging(
            self.page,
            self.pages,
            lambda page: replace(self.choice, page=page).url(self.url),
        )


@dataclass(frozen=True)
class Shelf:
    """The works of an artist or a technique: what there is to choose, what is shown."""

    stretch: Stretch
    selects: list[Select] = field(default_factory=list)


def shelf_of(counts: Iterable[Mapping], choice: Choice, url: str) -> Shelf:
    """What the rows that `counted` gave leave to choose."""
    rows = list(counts)
    total = sum(row["count"] for row in rows)
    by_medium = _tally(rows, lambda row: _of_year(row, choice), _media)
    by_year = _tally(rows, lambda row: _of_medium(row, choice), _years)
    found = sum(
        row["count"]
        for row in rows
        if _of_year(row, choice) and _of_medium(row, choice)
    )
    labels = {medium: str(medium.label) for medium in Medium}
    media = [(medium.value, labels[medium]) for medium in Medium]
    years = sorted({str(row["year"]) for row in rows}, reverse=True)
    selects = [
        Select("medium", _("Medium"), _options(media, by_medium, choice.medium)),
        Select(
            "year",
            _("Year"),
            _options([(year, year) for year in years], by_year, choice.year),
        ),
    ]
    offers = total >= LONG_WALL or choice.is_made
    known = [each for each in selects if offers and _has_choice(each)]
    return Shelf(Stretch(choice, found, total, url), known)


def _has_choice(select: Select) -> bool:
    return len(select.options) > 1 or any(each.chosen for each in select.options)


def _tally(rows, fits: Callable, values: Callable) -> Counter:
    counted: Counter[str] = Counter()
    for row in filter(fits, rows):
        for value in values(row):
            counted[value] += row["count"]
    return counted


def _media(row: Mapping) -> list[str]:
    return [medium.value for medium in Medium if row[f"has_{medium.value}"]]


def _years(row: Mapping) -> list[str]:
    return [str(row["year"])]


def _of_year(row: Mapping, choice: Choice) -> bool:
    return not choice.year or str(row["year"]) == choice.year


def _of_medium(row: Mapping, choice: Choice) -> bool:
    return not choice.medium or row[f"has_{choice.medium}"]


def _options(values: list[tuple[str, str]], counts: Counter, chosen: str):
    """What has works, and what is chosen though nothing has it."""
    known = dict(values)
    if chosen:
        known.setdefault(chosen, chosen)
    return [
        Option(value, label, counts[value], value == chosen)
        for value, label in known.items()
        if counts[value] or value == chosen
    ]


@dataclass(frozen=True)
class Names:
    """A list of names: the page of it, and the letters that names begin with."""

    stretch: Stretch
    letters: list[Link] = field(default_factory=list)


def names_of_list(counts: Iterable[tuple[str, int]], choice: Choice, url: str) -> Names:
    """What is shown of names, given how many begin with each sign."""
    letters: Counter[str] = Counter()
    for sign, count in counts:
        letters[sign.upper()] += count
    total = sum(letters.values())
    if choice.letter not in letters:
        choice = replace(choice, letter="")
    found = letters[choice.letter] if choice.letter else total
    stretch = Stretch(choice, found, total, url)
    if total < LONG_LIST or len(letters) < 2:
        return Names(stretch)
    return Names(
        stretch,
        [
            Link(_("All"), url, not choice.letter),
            *(
                Link(letter, Choice(letter=letter).url(url), letter == choice.letter)
                for letter in sorted(letters)
            ),
        ],
    )
