"""A translation goes live complete or not at all."""

import pytest

from core.models.publication import PublicationRefused
from tests.factories import ArtworkPageFactory, ContentPageFactory
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.services import publishing

pytestmark = pytest.mark.django_db


def test_a_translation_with_a_missing_string_is_refused_and_nothing_is_written(
    submitted,
):
    target = submitted(ContentPageFactory(lead="Зачем это всё."))
    enter_words(work_on(target), but=("lead",))
    revisions = target.revisions.count()

    with pytest.raises(PublicationRefused, match="1 "):
        publishing.publish(work_on(target))

    target.refresh_from_db()
    assert not target.live
    assert target.revisions.count() == revisions


def test_a_complete_translation_goes_live_with_its_children(translated):
    work = ArtworkPageFactory(
        pieces=[{"caption": "Подпись"}, {"alt_text": "Второй прямоугольник."}]
    )
    target = translated(work)

    assert target.live
    assert target.title == f"EN {work.title}"
    assert target.text == "<p>EN О чём эта работа.</p>"
    assert [piece.alt_text for piece in target.pieces.all()] == [
        "EN Бирюзовый прямоугольник.",
        "EN Второй прямоугольник.",
    ]
    assert {piece.locale_id for piece in target.pieces.all()} == {target.locale_id}


def test_russian_edit_leaves_the_live_english_page_alone(translated):
    page = ContentPageFactory(lead="Зачем эта галерея.")
    target = translated(page)

    publish(page, lead="Совсем другое.")

    target.refresh_from_db()
    assert target.lead == "EN Зачем эта галерея."
    with pytest.raises(PublicationRefused):
        publishing.publish(work_on(target))
    target.refresh_from_db()
    assert target.lead == "EN Зачем эта галерея."
