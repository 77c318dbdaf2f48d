"""What stands beside one string while somebody puts it in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail_localize.models import StringSegment, Translation

from core.facts_in_texts import facts_at_hand, tokens, told
from translation.checking.checks import check
from translation.checking.lengths import max_length_at
from translation.differences import difference_html
from translation.editing.keeping import is_rich
from translation.editing.rows import change_since, shown
from translation.editing.texts import as_written
from translation.glossary import Glossary
from translation.lineage import Lineage
from translation.marked_text import text_of
from translation.memory import similar
from translation.models import Remark, Wording
from translation.reviews.remarks import remarks_of
from translation.strings import DeskString, strings_of


@dataclass(frozen=True)
class TermAid:
    """A term of the original and the words that the glossary has for it."""

    said: str
    words: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class FactAid:
    """A fact that the original tells, and what readers of the translation get."""

    token: str
    value: str


@dataclass(frozen=True)
class CheckAid:
    """Something that may be wrong; with `fix`, the words as they would be right."""

    message: str
    is_error: bool
    fix: str


@dataclass(frozen=True)
class MatchAid:
    """Words for a text that is the same or similar: how much, where, and which."""

    percent: int
    title: str
    difference: SafeString
    written: str


@dataclass(frozen=True)
class Earlier:
    """Words from the history, told apart from those that stand there now."""

    wording: Wording
    shown: str
    is_present: bool
    was_for: str
    difference: SafeString


class Aids:
    """Everything that helps with one string; each part is read when it is shown."""

    def __init__(self, record: Translation, segment: StringSegment) -> None:
        self.record = record
        self.segment = segment
        self.string = desk_string(record, segment)
        self.rich = is_rich(segment)
        self.lineage = Lineage(record.source.object_id, record.target_locale_id)
        self.line = self.lineage.line(self.string.path, self.string.source_hash)
        self.glossary = Glossary.load()
        self.languages = (
            record.source.locale.language_code,
            record.target_locale.language_code,
        )

    @property
    def source_shown(self) -> SafeString:
        return shown(self.string.source, "source")

    def terms(self) -> list[TermAid]:
        source, target = self.languages
        found = {
            one.entry.pk: TermAid(
                one.term.text, one.entry.allowed(target), one.entry.note
            )
            for one in self.glossary.terms_in(self.string.source, source)
        }
        return [term for term in found.values() if term.words]

    def matches(self) -> list[MatchAid]:
        """Earlier translations of the same and of similar texts elsewhere."""
        context = self.segment.context
        found = similar(
            self.string.source,
            self.record.source.locale,
            self.record.target_locale,
            excluding=(context.object_id, context.path),
        )
        return [
            MatchAid(
                match.percent,
                match.where.title,
                difference_html(match.source_text, self.string.source),
                as_written(match.text, rich=self.rich),
            )
            for match in found
        ]

    def facts(self) -> list[FactAid]:
        with facts_at_hand(self.record.get_target_instance()):
            told_here = {
                str(token): told(str(token), self.languages[1])
                for token in tokens(self.string.source)
            }
        return [FactAid(token, value) for token, value in told_here.items()]

    def checks(self) -> list[CheckAid]:
        source: Model = self.record.source.get_source_instance()
        warnings = check(
            self.string.source,
            self.string.words,
            *self.languages,
            max_length=max_length_at(source, self.string.path),
            glossary=self.glossary,
        )
        return [
            CheckAid(
                warning.message,
                warning.severity == "error",
                as_written(warning.fix, rich=self.rich) if warning.fix else "",
            )
            for warning in warnings
        ]

    @cached_property
    def remarks(self) -> list[Remark]:
        """What was said about the string, and about those whose place it took."""
        said = remarks_of(self.record)
        return [
            remark
            for known in self.line
            for remark in said.get((self.string.path, known), [])
        ]

    def unsettled(self) -> int:
        return sum(remark.settled_at is None for remark in self.remarks)

    def change(self) -> SafeString:
        live = self.lineage.live(self.string.path, self.string.source_hash)
        return change_since(live, self.string.words)

    def history(self) -> Iterator[Earlier]:
        """All words that the string has had, and those before it; the latest first."""
        present = self.string.words
        wordings = (
            wording
            for known in self.line
            for wording in self.lineage.wordings(self.string.path, known)
        )
        for place, wording in enumerate(wordings):
            other_source = wording.source_hash != self.string.source_hash
            yield Earlier(
                wording,
                shown=text_of(wording.text),
                is_present=not place and wording.text == present,
                was_for=text_of(wording.source_text) if other_source else "",
                difference=difference_html(wording.text, present) if present else "",
            )


def desk_string(record: Translation, segment: StringSegment) -> DeskString:
    """One string as the desk shows it."""
    strings = strings_of(record)
    return next(string for string in strings if string.segment.pk == segment.pk)
