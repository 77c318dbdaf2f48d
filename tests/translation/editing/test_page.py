"""The editor as a page: every string in its place, whole without scripts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import CHIEF_EDITOR, EDITOR, ORGANISER, TRANSLATOR
from core.models import FooterText
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    AudioFactory,
    ContentPageFactory,
    HomePageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
)
from tests.translation.conftest import enter_words, person, publish
from tests.translation.editing.conftest import string_at
from translation.choices import StringState
from translation.editing.rows import Reading
from translation.editing.rows import groups_of as groups_of_rows
from translation.editing.texts import mark_of
from translation.editing.values import values_of
from translation.families import work_on
from translation.reviews.remarks import add_remark
from translation.services.wording import give_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, translator):
    client.force_login(translator)
    return client


def open_editor(client, target, **query):
    return client.get(reverse("wagtailadmin_pages:edit", args=[target.pk]), query)


def rows_by_label(answer):
    return {row.label: row for row in answer.context["rows"]}


def groups_of(answer):
    return [group for _tab, groups in answer.context["tabs"] for group in groups]


def send(client, edit_url, record, user=None, action="keep", **words):
    """Send the form as a browser without scripts does."""
    if user:
        client.force_login(user)
    form = {"action": action}
    for row in client.get(edit_url).context["rows"]:
        form[f"words-{row.pk}"] = words.get(row.string.path, row.written)
        form[f"seen-{row.pk}"] = row.seen
    return client.post(edit_url, form, follow=True)


# Places


def test_strings_stand_in_the_order_and_under_the_names_of_the_form(client, target):
    answer = open_editor(client, target)

    assert [row.string.path for row in answer.context["rows"]] == ["title", "text"]
    assert answer.context["rows"][0].source_shown == "Зал тишины"


def test_a_piece_is_seen_and_heard_where_its_words_are(client, submitted):
    work = ArtworkPageFactory(
        pieces=[
            {"image": ArtImageFactory(), "caption": "Подпись"},
            {"audio": AudioFactory()},
        ]
    )

    groups = [g for g in groups_of(open_editor(client, submitted(work))) if g.medium]

    assert [bool(group.medium.picture) for group in groups] == [True, False]
    assert groups[1].medium.sound
    assert groups[0].heading != groups[1].heading
    captions = [row for row in groups[0].rows if "caption" in row.string.path]
    assert captions[0].string.source == "Подпись"


def test_paragraphs_of_one_text_are_numbered(client, site, submitted):
    room = RoomPageFactory(text="<p>Раз.</p><p>Два.</p>")

    labels = list(rows_by_label(open_editor(client, submitted(room))))

    assert [label[-1] for label in labels[-2:]] == ["1", "2"]


def test_blocks_and_what_is_in_them_have_names(client, site, submitted):
    page = ContentPageFactory(
        body=[
            (
                "faq",
                {"questions": [{"question": "Где?", "answer": "<p>Здесь.</p>"}]},
            )
        ]
    )

    answer = open_editor(client, submitted(page))

    paths = {row.string.source: row.label for row in answer.context["rows"]}
    assert paths["Где?"] != paths["Здесь."]


@pytest.mark.parametrize(
    "factory",
    [HomePageFactory, OpenCallPageFactory, ContentPageFactory, ArtworkPageFactory],
)
def test_every_kind_of_page_opens(client, site, submitted, factory):
    page = site.home if factory is HomePageFactory else factory()

    answer = open_editor(client, submitted(page))

    assert answer.status_code == 200
    assert answer.context["rows"]


def test_links_of_the_original_are_known_by_number_and_target(client, target):
    row = rows_by_label(open_editor(client, target)).popitem()[1]

    assert [(link.number, link.title) for link in row.links] == [
        ("a1", "https://example.org/")
    ]
    assert row.is_rich


def test_links_to_pages_of_the_site_have_their_titles(client, site, submitted):
    about = ContentPageFactory(title="О галерее")
    room = RoomPageFactory(
        text=f'<p>См. <a linktype="page" id="{about.pk}">там</a>.</p>'
    )

    rows = open_editor(client, submitted(room)).context["rows"]

    assert [link.title for row in rows for link in row.links] == ["О галерее"]


# States


def test_a_stale_string_shows_what_changed_and_the_words_before(
    client, translated, room
):
    target = translated(room)

    publish(room, title="Зал эха")

    row = open_editor(client, target).context["rows"][0]
    assert row.state == StringState.STALE
    assert row.proposal_written == "EN Зал тишины"
    assert "<del>" in row.difference
    assert "эха" in row.difference


@pytest.mark.parametrize(
    ("shown", "count"),
    [("all", 2), ("open", 1), ("stale", 0), ("remarks", 1), ("x", 2)],
)
def test_some_strings_are_shown_alone(client, translator, target, record, shown, count):
    string = string_at(record, "title")
    give_words(record, string.segment, "Title", translator)
    add_remark(record, string.path, string.source_hash, "Why?", translator)

    answer = open_editor(client, target, show=shown)

    assert len(answer.context["rows"]) == count


def test_progress_is_counted_over_all_strings(client, translator, target, record):
    give_words(record, string_at(record, "title").segment, "Title", translator)

    answer = open_editor(client, target, show="stale")

    assert answer.context["counts"] == {"all": 2, "done": 1}


# Without scripts


def test_the_form_keeps_what_was_changed(client, edit_url, record, translator):
    answer = send(client, edit_url, record, title="A room of silence")

    assert string_at(record, "title").words == "A room of silence"
    assert string_at(record, "title").translation.last_translated_by == translator
    assert string_at(record, "text").translation is None
    assert [message.level_tag for message in answer.context["messages"]] == ["success"]


def test_what_was_left_alone_is_not_written_again(
    client, edit_url, record, chief_editor, translator
):
    send(client, edit_url, record, title="A room of silence")

    send(client, edit_url, record, user=chief_editor, text="Here it is dark.")

    assert string_at(record, "title").translation.last_translated_by == translator


def test_the_form_shows_both_texts_where_somebody_was_quicker(
    client, edit_url, record, chief_editor
):
    segment = string_at(record, "title").segment
    stale = {f"words-{segment.pk}": "Mine", f"seen-{segment.pk}": mark_of("")}
    give_words(record, segment, "Theirs", chief_editor)

    answer = client.post(edit_url, {"action": "keep", **stale})

    (row,) = [row for row in answer.context["rows"] if row.pk == segment.pk]
    assert (row.written, row.theirs) == ("Mine", "Theirs")
    assert string_at(record, "title").words == "Theirs"
    client.post(
        edit_url, {f"words-{segment.pk}": "Mine", f"seen-{segment.pk}": row.seen}
    )
    assert string_at(record, "title").words == "Mine"


def test_words_are_kept_before_they_are_published(
    client, edit_url, target, record, chief_editor
):
    send(
        client,
        edit_url,
        record,
        user=chief_editor,
        action="publish",
        title="A room of silence",
        text='It is dark; see the <a id="a1">plan</a>.',
    )

    target.refresh_from_db()
    assert target.live
    assert target.title == "A room of silence"


def test_words_are_kept_before_they_are_sent_for_review(
    client, edit_url, target, record
):
    enter_words(record)

    send(client, edit_url, record, action="send", title="A room of silence")

    target.refresh_from_db()
    assert target.workflow_in_progress
    assert target.get_latest_revision_as_object().title == "A room of silence"


def test_who_may_not_publish_keeps_nothing_either(client, edit_url, target, record):
    send(client, edit_url, record, action="publish", title="Title")

    target.refresh_from_db()
    assert not target.live
    assert string_at(record, "title").translation is None


# Who may


@pytest.mark.parametrize(
    ("role", "opens"),
    [(TRANSLATOR, True), (CHIEF_EDITOR, True), (EDITOR, False), (ORGANISER, False)],
)
def test_who_may_open_it(client, roles, target, role, opens):
    client.force_login(person(role))

    answer = open_editor(client, target)

    assert (answer.status_code == 200) == opens


@pytest.mark.parametrize(
    ("role", "governs"), [(TRANSLATOR, False), (CHIEF_EDITOR, True)]
)
def test_who_finds_which_actions(client, roles, translated, room, role, governs):
    target = translated(room)
    client.force_login(person(role))

    page = open_editor(client, target).content.decode()

    for action in ("unpublish", "delete"):
        url = reverse(f"wagtailadmin_pages:{action}", args=[target.pk])
        assert (f'href="{url}"' in page) == governs
    assert ('value="publish"' in page) == governs


def test_the_footer_is_translated_in_it_too(client, russian, submitted):
    source = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    target = submitted(source)
    edit = reverse("wagtailsnippets_core_footertext:edit", args=[target.pk])

    answer = client.get(edit)

    assert [row.string.source for row in answer.context["rows"]] == ["Внизу."]
    assert answer.context["preview_url"] == ""


# Cost


def queries_for(client, target):
    open_editor(client, target)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert open_editor(client, target).status_code == 200
    return len(captured)


def test_sixty_strings_cost_no_more_queries_than_three(
    client, site, submitted, translator
):
    small, large = (
        submitted(
            RoomPageFactory(text="".join(f"<p>Строка {n}.</p>" for n in range(count)))
        )
        for count in (3, 60)
    )
    for target in (small, large):
        record = work_on(target)
        enter_words(record, but=("title",))

    assert queries_for(client, large) == queries_for(client, small)


def test_many_pieces_cost_no_more_queries_than_two(site, submitted):
    """Only what the editor adds: Wagtail reads each piece of a draft by itself."""

    def queries_for_strings(record):
        record.source.get_source_instance()
        with CaptureQueriesContext(connection) as captured:
            reading = Reading(record)
            groups_of_rows(reading.rows(), values_of(record, reading.places))
        return len(captured)

    hung = ([{"caption": f"Кадр {n}"} for n in range(count)] for count in (2, 12))
    works = [ArtworkPageFactory(pieces=pieces) for pieces in hung]
    small, large = (work_on(submitted(work)) for work in works)

    assert queries_for_strings(large) == queries_for_strings(small)
