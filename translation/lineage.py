"""Which string took the place of which, and what words each has had."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from translation.models import SourceChange, Wording

Place = tuple[str, UUID]


class Lineage:
    """The strings of one page or snippet, past and present, in one language.

    Read in two queries, however many strings there are and ever were.
    """

    def __init__(self, object_key: UUID, locale_id: int):
        self._wordings: dict[Place, list[Wording]] = defaultdict(list)
        self._of_source: dict[UUID, list[Wording]] = defaultdict(list)
        self._at: dict[str, list[Wording]] = defaultdict(list)
        self._came: dict[Place, list[SourceChange]] = defaultdict(list)
        self._went: dict[Place, list[SourceChange]] = defaultdict(list)
        wordings = Wording.objects.filter(object_key=object_key, locale_id=locale_id)
        for wording in wordings.select_related("author").order_by("-created_at", "-pk"):
            self._wordings[wording.path, wording.source_hash].append(wording)
            self._of_source[wording.source_hash].append(wording)
            self._at[wording.path].append(wording)
        changes = SourceChange.objects.filter(object_key=object_key)
        for change in changes.select_related("author").order_by("-created_at", "-pk"):
            if change.new_hash:
                self._came[change.path, change.new_hash].append(change)
            if change.old_hash:
                self._went[change.path, change.old_hash].append(change)

    def wordings(self, path: str, source_hash: UUID) -> list[Wording]:
        """All words of a string, the latest first."""
        return self._wordings.get((path, source_hash), [])

    def at(self, path: str) -> list[Wording]:
        """All words that ever stood at a content path, the latest first."""
        return self._at.get(path, [])

    def elsewhere(self, source_hash: UUID) -> list[Wording]:
        """All words of strings with this text anywhere in it, the latest first."""
        return self._of_source.get(source_hash, [])

    def changes_to(self, path: str, source_hash: UUID) -> Iterator[SourceChange]:
        """The changes that led to a string, from the latest back."""
        seen, before = {source_hash}, None
        while True:
            change = _first(self._came.get((path, source_hash), []), before)
            if change is None:
                return
            yield change
            source_hash, before = change.old_hash, change.pk
            if source_hash is None or source_hash in seen:
                return
            seen.add(source_hash)

    def line(self, path: str, source_hash: UUID) -> list[UUID]:
        """A string and those whose place it took, from itself back."""
        before = [change.old_hash for change in self.changes_to(path, source_hash)]
        return [source_hash, *filter(None, before)]

    def followers(self, path: str, source_hash: UUID) -> list[UUID]:
        """A string and those that took its place one after the other."""
        found = [source_hash]
        while True:
            changes = self._went.get((path, found[-1]), [])
            if not changes or changes[0].new_hash in {None, *found}:
                return found
            found.append(changes[0].new_hash)

    def is_addition(self, path: str, source_hash: UUID) -> bool:
        """Whether a string took no other's place: it was added."""
        changes = list(self.changes_to(path, source_hash))
        return bool(changes) and changes[-1].old_hash is None

    def live(self, path: str, source_hash: UUID) -> Wording | None:
        """The words that visitors read for a string, or read for its forerunner."""
        for known in self.line(path, source_hash):
            published = [w for w in self.wordings(path, known) if w.published_at]
            if published:
                return max(published, key=lambda w: (w.published_at, w.pk))
        return None


def _first(changes: list[SourceChange], before: int | None) -> SourceChange | None:
    """The latest of some changes that came before another one."""
    earlier = (c for c in changes if before is None or c.pk < before)
    return next(earlier, None)
