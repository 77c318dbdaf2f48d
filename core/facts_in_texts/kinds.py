"""Kinds of facts: what they are read from, and how each language tells them.

An app registers its facts in `AppConfig.ready`; texts then tell them by name.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import ModuleType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.facts_in_texts import english, russian
from core.facts_in_texts.tokens import Token

GRAMMARS = {"ru": russian, "en": english}
# Cases that any language of the site has; those without them tell all alike.
CASES = russian.CASES


def grammar(language: str) -> ModuleType:
    """How a language tells facts; one without rules of its own as English does."""
    return GRAMMARS.get(language.partition("-")[0], english)


@dataclass(frozen=True)
class Told:
    """A fact in words, and where it leads to, if anywhere."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Spelling:
    """A way in which people write a fact; `form` is the one that says the same."""

    text: str
    form: str = ""
    case: str = ""


@dataclass(frozen=True)
class Fact:
    """One fact of the call.

    `read(call)` gives its value, None or "" where the call lacks it. `cased` are the
    forms that have cases; "" is the usual form.
    """

    name: str
    label: str | Promise
    read: Callable[[Any], Any]

    forms: Mapping[str, str | Promise] = field(default_factory=lambda: {"": ""})
    cased: frozenset[str] = frozenset()

    def asked(self, forms: Sequence[str]) -> tuple[str, str] | None:
        """The form and the case that a token asks for; None if there are no such."""
        left = list(forms)
        form = left.pop(0) if left and left[0] in self.forms else ""
        case = left.pop(0) if left and left[0] in CASES else ""
        if left or form not in self.forms or (case and form not in self.cased):
            return None
        return form, case

    def tell(self, call: Any, forms: Sequence[str], language: str) -> Told | None:
        """The fact in words; None where the call lacks it or there is no such form."""
        asked = self.asked(forms)
        value = self.read(call) if call is not None and asked else None
        if value is None or value == "":
            return None
        return self.words(value, *asked, language)

    def words(self, value: Any, form: str, case: str, language: str) -> Told:
        return Told(str(value))

    def token(self, form: str = "", case: str = "") -> str:
        """How texts ask for a form of this fact."""
        return str(Token(self.name, tuple(filter(None, (form, case)))))

    def spellings(self, value: Any, language: str) -> Iterator[Spelling]:
        """Other ways to write the value, as people do who type it."""
        return iter(())


SHORT_FORMS = {"day": _("day"), "weekday": _("day with its day of the week")}
DAY_FORMS = {"": _("day with its year"), **SHORT_FORMS}
MOMENT_FORMS = {
    "": _("day and hour"),
    "date": _("day with its year"),
    **SHORT_FORMS,
    "time": _("hour"),
}


class Day(Fact):
    """A day of the call.

    Every form may be asked for in a case; where it is told in numerals, all cases
    are alike.
    """

    def __init__(self, name: str, label, read, forms: Mapping = DAY_FORMS):
        super().__init__(name, label, read, forms, frozenset(forms))

    def words(self, value: date, form: str, case: str, language: str) -> Told:
        tells = grammar(language)
        if form == "day":
            return Told(tells.day(value))
        if form == "weekday":
            return Told(tells.day_of_week(value, case))
        return Told(tells.day_of_year(value))


class Moment(Day):
    """A moment of the call, in the call's own zone."""

    def __init__(self, name: str, label, read):
        super().__init__(name, label, read, MOMENT_FORMS)

    def words(self, value: datetime, form: str, case: str, language: str) -> Told:
        if not form:
            return Told(grammar(language).moment(value))
        if form == "time":
            return Told(grammar(language).clock(value))
        return super().words(value, form, case, language)


class Zone(Fact):
    """The time zone that the call's moments are told in."""

    def __init__(self, name: str, label, read):
        super().__init__(name, label, read, cased=frozenset({""}))

    def words(self, value: datetime, form: str, case: str, language: str) -> Told:
        return Told(grammar(language).zone(value, case))


@dataclass(frozen=True)
class Count(Fact):
    """A number with the noun it counts; `nothing` are the words for none of them."""

    nouns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    nothing: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str | Promise] = field(
        default_factory=lambda: {
            "": _("number with its noun"),
            "number": pgettext_lazy("form of a fact", "number"),
        }
    )
    cased: frozenset[str] = frozenset({""})

    def words(self, value: int, form: str, case: str, language: str) -> Told:
        tells = grammar(language)
        if form == "number":
            return Told(tells.number(value))
        if not value and self.nothing:
            return Told(_in(self.nothing, language))
        return Told(tells.counted(value, _in(self.nouns, language), case))

    def spellings(self, value: int, language: str) -> Iterator[Spelling]:
        for case in ("", *grammar(language).CASES) if value else ():
            yield Spelling(self.words(value, "", case, language).text, "", case)


@dataclass(frozen=True)
class Listing(Fact):
    """Some of several things, by their keys; `things` are their words."""

    things: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    cased: frozenset[str] = frozenset({""})

    def words(self, value: Sequence[str], form: str, case: str, language: str) -> Told:
        tells = grammar(language)
        place = tells.CASES.index(case or "nominative") if tells.CASES else 0
        forms = [_in(self.things, language)[key].split("|") for key in value]
        words = [each[place] if len(each) > 1 else each[0] for each in forms]
        return Told(tells.listed(words) if words else "")


@dataclass(frozen=True)
class Choice(Fact):
    """One of several wordings, by its key."""

    wordings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def words(self, value: str, form: str, case: str, language: str) -> Told:
        return Told(_in(self.wordings, language)[value])


@dataclass(frozen=True)
class Address(Fact):
    """Where something is; formatted texts lead there by its short name."""

    scheme: str = ""

    def words(self, value: str, form: str, case: str, language: str) -> Told:
        return Told(value, f"{self.scheme}{value}")

    def spellings(self, value: str, language: str) -> Iterator[Spelling]:
        yield Spelling(value)
        bare = value.partition("://")[2].rstrip("/")
        if bare:
            yield Spelling(value.rstrip("/"))
            yield Spelling(bare)


def _in(words: Mapping[str, Any], language: str) -> Any:
    return words.get(language.partition("-")[0]) or words["en"]
