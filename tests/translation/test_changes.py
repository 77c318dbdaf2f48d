"""What has changed in an original, as the translator's desk tells it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail_localize.models import StringSegment

from home.models import ContentPage
from tests.factories import ContentPageFactory, UserFactory
from tests.translation.conftest import enter_words, publish
from translation.alignment import aligned
from translation.choices import Origin, StringState
from translation.differences import difference_html, likeness, word_differences
from translation.families import work_on
from translation.models import SourceChange
from translation.services.wording import give_words
from translation.strings import has_unpublished_words, strings_of

pytestmark = pytest.mark.django_db


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.fixture
def page(site):
    return ContentPageFactory(
        lead="Раз.", body=[("text", paragraphs("А.", "Б.", "В."))]
    )


def rewrite(page, *texts, user=None):
    """Publish other paragraphs in the same block."""
    page = ContentPage.objects.get(pk=page.pk)
    page.body[0].value.source = paragraphs(*texts)
    page.save_revision(user=user).publish()
    return page


def changes(page):
    rows = SourceChange.objects.filter(object_key=page.translation_key)
    return {(row.old_text, row.new_text) for row in rows}


def string(target, source):
    (found,) = (s for s in strings_of(work_on(target)) if s.source == source)
    return found


# What took the place of what


def test_a_string_that_changed_is_paired_with_what_it_was(page, translated):
    translated(page)
    author = UserFactory()

    rewrite(page, "А.", "Б, и ещё.", "В.", user=author)

    row = SourceChange.objects.get(object_key=page.translation_key)
    assert (row.old_text, row.new_text) == ("Б.", "Б, и ещё.")
    assert row.author == author
    assert row.path.startswith("body.")


def test_what_is_added_or_removed_stands_alone(page, translated):
    translated(page)

    rewrite(page, "А.", "В.", "Г.")

    assert changes(page) == {("Б.", ""), ("", "Г.")}


def test_what_only_moves_is_no_change(page, translated):
    translated(page)

    rewrite(page, "В.", "А.", "Б.")

    assert changes(page) == set()


def test_a_field_that_is_filled_or_cleared_is_told(page, translated):
    translated(page)

    publish(page, lead="", seo_title="Для поиска")

    assert changes(page) == {("Раз.", ""), ("", "Для поиска")}


def test_nothing_is_told_of_the_first_submission_nor_without_a_change(page, translated):
    translated(page)

    rewrite(page, "А.", "Б.", "В.")

    assert not SourceChange.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], []),
        (["а"], ["б"], [(0, 0)]),
        (["а", "б"], ["а", "б"], [(0, 0), (1, 1)]),
        (["а"], [], [(0, None)]),
        ([], ["а"], [(None, 0)]),
        # Removed above, changed below: what is alike belongs together.
        (
            ["Первый абзац о куполе.", "Второй абзац о работах."],
            ["Второй абзац о других работах.", "Совсем новый."],
            [(0, None), (1, 0), (None, 1)],
        ),
        # Moved and changed a little.
        (
            ["Слова о куполе и свете.", "х", "у"],
            ["х", "у", "Слова о куполе, и свете."],
            [(0, 2), (1, 0), (2, 1)],
        ),
        # Nothing alike: one after the other.
        (["раз", "два", "три"], ["а", "б"], [(0, 0), (1, 1), (2, None)]),
    ],
)
def test_texts_are_paired_by_likeness_and_order(old, new, pairs):
    assert sorted(aligned(old, new), key=str) == sorted(pairs, key=str)


def test_long_lists_are_paired_in_order_without_comparing_all():
    old = [f"старое {n}" for n in range(60)]
    new = [f"new {n}" for n in range(60)]

    assert sorted(aligned(old, new)) == [(n, n) for n in range(60)]


# The strings as the desk shows them


def test_a_changed_string_is_stale_and_proposes_its_old_words(page, translated):
    target = translated(page)
    author = UserFactory()

    rewrite(page, "А.", "Б, и ещё.", "В.", user=author)

    stale = string(target, "Б, и ещё.")
    assert stale.state == StringState.STALE
    assert stale.words == ""
    assert (stale.previous.source, stale.previous.words) == ("Б.", "EN Б.")
    assert stale.previous.changed_by == author
    assert stale.previous.since == stale.previous.changed_at
    assert stale.live.text == "EN Б."
    assert string(target, "А.").state == StringState.TRANSLATED


def test_a_string_that_changed_twice_proposes_the_last_words_anybody_gave(
    page, translated
):
    target = translated(page)
    rewrite(page, "А.", "Б, и ещё.", "В.")
    rewrite(page, "А.", "Б, и ещё одно.", "В.", user=UserFactory())

    previous = string(target, "Б, и ещё одно.").previous

    assert (previous.source, previous.words) == ("Б.", "EN Б.")
    assert previous.since < previous.changed_at
    assert previous.changed_by is not None


def test_words_that_nobody_has_read_are_proposed_last(page, translated):
    target = translated(page)
    record = work_on(target)
    segment = StringSegment.objects.get(source=record.source, string__data="Б.")
    give_words(record, segment, "By a machine.", origin=Origin.MACHINE)

    rewrite(page, "А.", "Б, и ещё.", "В.")

    assert string(target, "Б, и ещё.").previous.words == "EN Б."


def test_a_string_that_changed_back_has_its_words(page, translated):
    target = translated(page)
    rewrite(page, "А.", "Б, и ещё.", "В.")
    rewrite(page, "А.", "Б.", "В.")

    assert string(target, "Б.").state == StringState.TRANSLATED
    assert [s.state for s in strings_of(work_on(target))].count("stale") == 0


def test_an_added_string_is_missing(page, translated):
    target = translated(page)

    rewrite(page, "А.", "Б.", "В.", "Г.")

    added = string(target, "Г.")
    assert (added.state, added.previous, added.live) == (
        StringState.MISSING,
        None,
        None,
    )


def test_words_with_an_error_are_told_apart(page, translated):
    target = translated(page)
    record = work_on(target)
    segment = StringSegment.objects.get(source=record.source, context__path="lead")

    give_words(record, segment, "<p>Wrong</p>")

    wrong = string(target, "Раз.")
    assert (wrong.state, wrong.words) == (StringState.ERROR, "<p>Wrong</p>")


def test_reviewers_see_what_new_words_replace_until_they_are_published(
    page, translated
):
    target = translated(page)
    rewrite(page, "А.", "Б, и ещё.", "В.")
    enter_words(work_on(target))

    new = string(target, "Б, и ещё.")

    assert new.state == StringState.TRANSLATED
    assert (new.previous.source, new.previous.words) == ("Б.", "EN Б.")
    assert has_unpublished_words(work_on(target))


def test_a_text_that_came_back_elsewhere_proposes_what_it_said(page, translated):
    target = translated(page)

    publish(page, body=[("text", paragraphs("Б."))])

    moved = string(target, "Б.")
    assert moved.state == StringState.MISSING
    assert moved.previous.words == "EN Б."
    assert moved.previous.since is None


def test_words_that_were_taken_away_are_proposed_again(page, translated):
    target = translated(page)
    record = work_on(target)
    segment = StringSegment.objects.get(source=record.source, context__path="lead")
    give_words(record, segment, "")

    emptied = string(target, "Раз.")

    assert emptied.state == StringState.MISSING
    assert emptied.previous.words == "EN Раз."


def test_a_published_translation_has_nothing_unpublished(page, translated):
    assert not has_unpublished_words(work_on(translated(page)))


def test_strings_come_in_the_order_of_the_page_with_their_fields(page, translated):
    strings = strings_of(work_on(translated(page)))

    assert [s.order for s in strings] == sorted(s.order for s in strings)
    assert [s.field_path for s in strings][-3:] == ["body.text"] * 3
    assert [s.source for s in strings][-3:] == ["А.", "Б.", "В."]


def test_many_strings_cost_no_more_queries_than_few(translated):
    few = translated(ContentPageFactory(body=[("text", paragraphs("А."))]))
    texts = [f"Абзац {n}." for n in range(30)]
    many = translated(ContentPageFactory(body=[("text", paragraphs(*texts))]))
    rewrite(
        ContentPage.objects.get(locale__language_code="ru", pk__gt=few.pk), "Иначе."
    )

    costs = []
    for target in (few, many):
        record = work_on(target)
        with CaptureQueriesContext(connection) as queries:
            strings_of(record)
        costs.append(len(queries))

    assert costs == [4, 4]


# Differences


def test_differences_are_told_by_the_word():
    told = word_differences(
        "Приём работ до <b>1 августа</b>.", "Приём заявок до 1 мая."
    )

    assert [(part.kind, part.text) for part in told] == [
        ("same", "Приём "),
        ("removed", "работ"),
        ("added", "заявок"),
        ("same", " до 1 "),
        ("removed", "августа"),
        ("added", "мая"),
        ("same", "."),
    ]


def test_neighbouring_changes_are_one():
    told = word_differences("Это были старые слова.", "Это стали новые слова.")

    assert [part.text for part in told if part.kind != "same"] == [
        "были старые",
        "стали новые",
    ]


def test_tags_and_entities_are_no_difference():
    told = word_differences("Раз &amp; <i>два</i>", 'Раз & <a id="a1">два</a>')

    assert [(part.kind, part.text) for part in told] == [("same", "Раз & два")]


def test_both_texts_can_be_read_out_of_the_difference():
    old, new = "Один  два, три\nчетыре!", "Один три; четыре пять!"
    told = word_differences(old, new)

    assert "".join(part.text for part in told if part.kind != "added") == old
    assert "".join(part.text for part in told if part.kind != "removed") == new


def test_the_difference_is_safe_html_with_words_for_screen_readers():
    with override("en"):
        html = difference_html("Раз &lt;script&gt;", "Два &lt;script&gt;")

    assert html == (
        '<del><span class="w-sr-only">taken away: </span>Раз</del>'
        '<ins><span class="w-sr-only">new: </span>Два</ins> &lt;script&gt;'
    )


def test_likeness_goes_from_nothing_to_all():
    assert likeness("раз", "раз") == 1
    assert likeness("раз", "two") == 0
    assert 0.5 < likeness("раз два три", "раз два четыре") < 1
