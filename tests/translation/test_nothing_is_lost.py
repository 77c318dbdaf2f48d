"""Whatever people do, in whatever order: no words are lost, and none leak."""

import re
from itertools import count

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from gallery.models import ArtworkPage
from home.models import ContentPage
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    ArtworkPieceFactory,
    ContentPageFactory,
)
from translation.families import work_on
from translation.models import Wording
from translation.services import publishing, syncing
from translation.services.history import PlaceGone, restore
from translation.services.published_words import bare
from translation.services.submitting import submit
from translation.services.wording import give_words
from translation.strings import strings_of

pytestmark = pytest.mark.django_db

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Shrinking would take minutes, and a sequence is short enough to be read.
BOUNDS = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


class Desk:
    """One page in two languages, what was said of it, and what may be read."""

    def __init__(self, page, locale):
        self.page, self.locale = page, locale
        self.numbers = count(1)
        self.given: set[str] = set()
        self.approved: set[str] = set()
        self.submit(0)
        self.publish(0)

    # What is there

    @property
    def russian(self):
        return type(self.page).objects.get(pk=self.page.pk)

    @property
    def english(self):
        return (
            type(self.page)
            .objects.filter(
                translation_key=self.page.translation_key, locale=self.locale
            )
            .first()
        )

    @property
    def record(self):
        english = self.english
        return work_on(english) if english else None

    def word(self, language):
        number = next(self.numbers)
        return f"Слово {number} о том же" if language == "ru" else f"Word {number}"

    def put_live(self, page):
        page.save_revision().publish()

    # What people do

    def submit(self, n):
        submit(self.russian, self.locale)

    def sync(self, n):
        if self.record:
            syncing.sync(self.russian)

    def unpublish(self, n):
        self.russian.unpublish()

    def republish(self, n):
        self.put_live(self.russian.get_latest_revision_as_object())

    def reword(self, n):
        page = self.russian
        page.title = self.word("ru")
        self.put_live(page)

    def translate(self, n):
        if self.record:
            strings = strings_of(self.record)
            self.say(strings[n % len(strings)].segment)

    def say(self, segment):
        words = self.word("en")
        give_words(self.record, segment, words)
        self.given.add(words)

    def publish(self, n):
        if not (self.record and self.russian.live):
            return
        for string in strings_of(self.record):
            if not string.translation or string.translation.has_error:
                self.say(string.segment)
        self.approved |= {bare(s.words) for s in strings_of(self.record)}
        publishing.publish(self.record)

    def type_by_hand(self, n):
        english = self.english
        if not (english and english.live):
            return
        lacking = [s for s in strings_of(self.record) if not s.translation]
        if lacking:
            return
        english.title = self.word("en")
        self.given.add(english.title)
        self.approved.add(english.title)
        self.put_live(english)

    def keep_a_draft(self, n):
        english = self.english
        if english and english.live:
            english.title = self.word("en")
            english.save_revision()

    def delete_english(self, n):
        if self.english:
            Page.objects.get(pk=self.english.pk).delete()

    def say_again(self, n):
        kept = list(Wording.objects.filter(object_key=self.page.translation_key))
        if kept:
            self.restored(kept[n % len(kept)])

    def restored(self, wording):
        try:
            words = restore(wording)
        except PlaceGone:
            return False
        assert bare(words.data) == bare(wording.text)
        return True

    # What must hold

    def check(self):
        kept = Wording.objects.filter(object_key=self.page.translation_key)
        assert {bare(text) for text in self.given} <= {bare(w.text) for w in kept}
        english, russian = self.english, self.russian
        if english and english.live:
            assert russian.live
            said = said_by(english)
            assert not any(CYRILLIC.search(text) for text in said)
            assert said <= self.approved
            self.check_structure(russian, english)

    def check_structure(self, russian, english):
        lives = {
            s.path.split(".")[1]
            for s in strings_of(self.record)
            if "." in s.path and s.live is not None
        }
        there, here = self.parts(russian), self.parts(english)
        assert here == [key for key in there if key in here]
        # What is left out has nothing that visitors ever read, or lacks something.
        for key in set(there) - set(here):
            assert key not in lives or self.lacks_words(key)

    def lacks_words(self, key):
        return any(
            s.live is None for s in strings_of(self.record) if key in s.path.split(".")
        )

    def check_that_words_come_back(self):
        """Unless their place is gone, all that was ever said can be said again."""
        for wording in Wording.objects.filter(object_key=self.page.translation_key):
            if not self.restored(wording):
                same = {"context__path": wording.path}
                assert not StringSegment.objects.filter(
                    **same,
                    string__data_hash=wording.source_hash,
                    source__in=[self.record.source_id] if self.record else [],
                ).exists()


class ContentDesk(Desk):
    """A page of blocks: headings and prose."""

    def parts(self, page):
        return [block.id for block in page.body]

    def edit(self, n):
        page = self.russian
        if page.body:
            block = page.body[n % len(page.body)]
            if block.block_type == "heading":
                block.value = self.word("ru")
            else:
                lines = re.findall("<p>.*?</p>", block.value.source)
                change = [self.add_line, self.change_line, self.remove_line][n % 3]
                block.value.source = "".join(change(lines, n))
            self.put_live(page)

    def line(self):
        return f"<p>{self.word('ru')}.</p>"

    def add_line(self, lines, n):
        place = n % (len(lines) + 1)
        return [*lines[:place], self.line(), *lines[place:]]

    def change_line(self, lines, n):
        place = n % len(lines)
        return [*lines[:place], self.line(), *lines[place + 1 :]]

    def remove_line(self, lines, n):
        return lines[1:] or lines

    def add(self, n):
        page = self.russian
        value = self.word("ru") if n % 2 else self.line() + self.line()
        page.body.insert(
            n % (len(page.body) + 1), ("heading" if n % 2 else "text", value)
        )
        self.put_live(page)

    def remove(self, n):
        page = self.russian
        if page.body:
            del page.body[n % len(page.body)]
            self.put_live(page)

    def reorder(self, n):
        page = self.russian
        if page.body:
            block = page.body.pop(n % len(page.body))
            page.body.append((block.block_type, block.value, block.id))
            self.put_live(page)

    def clear(self, n):
        page = self.russian
        page.lead = "" if page.lead else self.word("ru")
        self.put_live(page)


class WorkDesk(Desk):
    """A work with pieces; the first one stays, for a work needs one."""

    def parts(self, page):
        return [str(piece.translation_key) for piece in page.pieces.all()]

    def pieces(self, page):
        return list(page.pieces.all())

    def hang(self, page, pieces):
        for order, piece in enumerate(pieces):
            piece.sort_order = order
        page.pieces.set(pieces)
        self.put_live(page)

    def edit(self, n):
        page = self.russian
        pieces = self.pieces(page)
        piece = pieces[n % len(pieces)]
        name = ("alt_text", "caption")[n % 2]
        setattr(piece, name, self.word("ru"))
        self.hang(page, pieces)

    def add(self, n):
        page = self.russian
        pieces = self.pieces(page)
        new = ArtworkPieceFactory.build(
            image=pieces[0].image, alt_text=self.word("ru"), locale=page.locale
        )
        self.hang(page, [*pieces[: n % 3], new, *pieces[n % 3 :]])

    def remove(self, n):
        page = self.russian
        pieces = self.pieces(page)
        first = min(pieces, key=lambda piece: piece.pk)
        gone = pieces[n % len(pieces)]
        self.hang(page, [p for p in pieces if p is first or p is not gone])

    def reorder(self, n):
        page = self.russian
        self.hang(page, self.pieces(page)[::-1])

    def clear(self, n):
        page = self.russian
        page.year = 1990 + n
        page.text = "" if page.text else f"<p>{self.word('ru')}</p>"
        self.put_live(page)

    def check_structure(self, russian, english):
        super().check_structure(russian, english)
        assert english.year == russian.year


ACTIONS = [
    "edit",
    "add",
    "remove",
    "reorder",
    "clear",
    "reword",
    "sync",
    "unpublish",
    "republish",
    "translate",
    "publish",
    "type_by_hand",
    "keep_a_draft",
    "delete_english",
    "submit",
    "say_again",
]
SEQUENCES = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 5)), min_size=6, max_size=11
)
# The everyday one, whatever else is generated.
EVERYDAY = [
    ("edit", 1),
    ("translate", 3),
    ("add", 0),
    ("keep_a_draft", 0),
    ("reorder", 1),
    ("publish", 0),
    ("type_by_hand", 0),
    ("remove", 0),
    ("delete_english", 0),
    ("submit", 0),
    ("say_again", 4),
    ("publish", 0),
]


def said_by(page):
    found = extract_segments(page)
    return {bare(s.string.data) for s in found if isinstance(s, StringSegmentValue)}


def run(desk, steps):
    desk.check()
    for action, n in steps:
        getattr(desk, action)(n)
        desk.check()
    desk.check_that_words_come_back()


@pytest.fixture
def content(english):
    body = [("heading", "Начало"), ("text", "<p>Раз, раз.</p><p>Два, два.</p>")]
    return ContentPageFactory(title="Страница", lead="Лид.", body=body)


@pytest.fixture
def artwork(english):
    image = ArtImageFactory()
    pieces = [{"image": image, "alt_text": text} for text in ("Раз.", "Два.")]
    return ArtworkPageFactory(title="Работа", pieces=pieces)


@BOUNDS
@example(steps=EVERYDAY)
@given(steps=SEQUENCES)
def test_words_for_a_page_of_blocks(content, english, steps):
    with transaction.atomic():
        run(ContentDesk(content, english), steps)
        transaction.set_rollback(True)

    assert not StringTranslation.objects.exists()
    assert ContentPage.objects.filter(pk=content.pk).exists()


@BOUNDS
@example(steps=EVERYDAY)
@given(steps=SEQUENCES)
def test_words_for_a_work_with_pieces(artwork, english, steps):
    with transaction.atomic():
        run(WorkDesk(artwork, english), steps)
        transaction.set_rollback(True)

    assert not StringTranslation.objects.exists()
    assert ArtworkPage.objects.filter(pk=artwork.pk).exists()
