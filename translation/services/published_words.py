"""Which words have gone live, and those that were typed into a page past the desk."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, NavigableString
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Revision
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import INLINE_TAGS

from translation.alignment import aligned
from translation.choices import Origin
from translation.families import work_on
from translation.lineage import Lineage
from translation.models import Wording
from translation.services.wording import give_words


def edited_by_hand(targets: Iterable[Model]) -> set[int]:
    """Which translations show a version that was not made from strings; their keys.

    All are of one model; always one query.
    """
    live = {t.live_revision_id: t.pk for t in targets if t.live and t.live_revision_id}
    logs = TranslationLog.objects.filter(revision__in=live)
    made_here = set(logs.values_list("revision", flat=True))
    return {key for revision, key in live.items() if revision not in made_here}


def is_edited_by_hand(target: Model) -> bool:
    """The same for one translation."""
    return bool(edited_by_hand([target]))


def keep_published_words(target: Model, revision: Revision) -> None:
    """Mark the words of a version that has gone live.

    Words that no string ever had were typed into the page by hand: they are taken
    over into the strings that they belong to, or else kept in the history alone.
    """
    record = work_on(target)
    if record is None or not target.live:
        return
    published = _Published(record, revision, is_edited_by_hand(target))
    texts = defaultdict(list)
    for segment in extract_segments(record.get_target_instance()):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path].append(segment)
    for path, said in texts.items():
        published.take(path, said)
    published.mark()


@dataclass
class _Published:
    """One version that has gone live, beside the strings it was made from."""

    record: Translation
    revision: Revision
    by_hand: bool
    waiting: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.moment = timezone.now()
        self.lineage = Lineage(
            self.record.source.object_id, self.record.target_locale_id
        )
        self.strings = defaultdict(list)
        segments = StringSegment.objects.filter(source=self.record.source_id)
        for segment in segments.select_related("string", "context").order_by("order"):
            self.strings[segment.context.path].append(segment)

    def mark(self) -> None:
        Wording.objects.filter(pk__in=self.waiting).update(published_at=self.moment)

    def take(self, path: str, texts: list[StringSegmentValue]) -> None:
        """Settle what stands at one content path."""
        for segment, text in self._fitted(path, texts):
            if segment is None:
                self._keep_unfit(path, text.string.data)
            else:
                self._settle(path, segment, _with_links_of(segment, text))

    def _fitted(
        self, path: str, texts: list[StringSegmentValue]
    ) -> list[tuple[StringSegment | None, StringSegmentValue]]:
        """Each text with the string that it stands for: known words first."""
        segments, found, rest = list(self.strings[path]), [], []
        for text in texts:
            said = bare(text.string.data)
            known = (s for s in segments if said in self._known(path, s))
            segment = next(known, None)
            if segment is None:
                rest.append(text)
            else:
                segments.remove(segment)
                found.append((segment, text))
        lives = [self._live(path, segment) for segment in segments]
        for old, new in aligned(lives, [text.string.data for text in rest]):
            if new is not None:
                found.append((None if old is None else segments[old], rest[new]))
        return found

    def _known(self, path: str, segment: StringSegment) -> set[str]:
        line = self.lineage.line(path, segment.string.data_hash)
        return {bare(w.text) for h in line for w in self.lineage.wordings(path, h)}

    def _live(self, path: str, segment: StringSegment) -> str:
        live = self.lineage.live(path, segment.string.data_hash)
        return live.text if live else ""

    def _settle(self, path: str, segment: StringSegment, text: str) -> None:
        source_hash, live = segment.string.data_hash, self._live(path, segment)
        known = [
            wording
            for each in self.lineage.line(path, source_hash)
            for wording in self.lineage.wordings(path, each)
            if bare(wording.text) == bare(text)
        ]
        own = [w for w in known if w.source_hash == source_hash and not w.published_at]
        unpublished = own or [w for w in known if not w.published_at]
        if bare(live) == bare(text) and not own:
            return
        if unpublished:
            self.waiting.append(unpublished[0].pk)
            return
        origin = self._origin(known)
        self._keep(path, source_hash, segment.string.data, text, origin)
        if known or self.by_hand:
            self._take_over(segment, text, live, origin)

    def _origin(self, known: list[Wording]) -> Origin:
        if known:
            return Origin.RESTORED
        return Origin.BY_HAND if self.by_hand else Origin.TYPED

    def _take_over(
        self, segment: StringSegment, text: str, live: str, origin: Origin
    ) -> None:
        """Have the string say it too, unless somebody has begun to say it anew."""
        words = StringTranslation.objects.filter(
            translation_of=segment.string_id,
            context=segment.context_id,
            locale=self.record.target_locale_id,
        ).first()
        if words is None or bare(words.data) == bare(live):
            give_words(self.record, segment, text, self.revision.user, origin)

    def _keep_unfit(self, path: str, text: str) -> None:
        known = [w for w in self.lineage.at(path) if bare(w.text) == bare(text)]
        if not known:
            nothing = String._get_data_hash("")
            self._keep(path, nothing, "", text, self._origin(known))

    def _keep(self, path: str, source_hash, source: str, text: str, origin) -> None:
        Wording.objects.create(
            object_key=self.record.source.object_id,
            path=path,
            source_hash=source_hash,
            source_text=source,
            locale_id=self.record.target_locale_id,
            text=text,
            origin=origin,
            author=self.revision.user,
            published_at=self.moment,
        )


def bare(html: str) -> str:
    """What a string says and emphasises, however it is written down."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        tag.attrs = {}
    while len(soup.contents) == 1 and _is_emphasis(soup.contents[0]):
        soup.contents[0].unwrap()
    return " ".join(str(soup).split())


def _is_emphasis(element: Any) -> bool:
    return not isinstance(element, NavigableString) and (
        element.name in INLINE_TAGS and element.name != "a"
    )


def _with_links_of(segment: StringSegment, text: StringSegmentValue) -> str:
    """The text with its links numbered as those of the string; others are dropped."""
    links = json.loads(segment.attrs) if segment.attrs else {}
    soup = BeautifulSoup(text.string.data, "html.parser")
    for tag in soup.find_all(id=True):
        told = (text.attrs or {}).get(tag["id"])
        same = [key for key, attrs in (links or {}).items() if attrs == told]
        if same:
            tag["id"] = same[0]
        elif tag["id"] not in (links or {}):
            tag.unwrap()
    return str(soup)
