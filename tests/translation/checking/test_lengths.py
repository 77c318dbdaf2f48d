"""How long the words of a string may be: asked of the field at its content path."""

import pytest
from wagtail_localize.segments.extract import extract_segments

from home.models import HomePage
from opencall.models import OpenCallPage
from tests.factories import ArtworkPageFactory, OpenCallPageFactory
from translation.checking.lengths import max_length_at

pytestmark = pytest.mark.django_db


def paths_of(instance):
    return {segment.path for segment in extract_segments(instance)}


def test_a_field_of_the_page(site):
    assert max_length_at(site.home, "title") == 255
    assert max_length_at(site.home, "text") is None


def test_a_field_of_a_piece(site):
    work = ArtworkPageFactory()
    path = next(path for path in paths_of(work) if path.endswith(".alt_text"))

    piece = work.pieces.get()
    assert max_length_at(work, path) == piece._meta.get_field("alt_text").max_length


@pytest.mark.parametrize(
    ("value", "inside", "most"),
    [
        ({"title": "Шаг", "text": "Слова"}, "title", True),
        ({"title": "Шаг", "text": "Слова"}, "text", False),
    ],
)
def test_a_field_of_a_block(site, value, inside, most):
    steps = [{"type": "step", "id": "one", "value": value}]
    home = HomePage(title="x", steps=steps)

    found = max_length_at(home, f"steps.one.{inside}")

    assert (found is not None) == most


def test_an_item_of_a_list_in_a_block(site):
    items = [{"type": "item", "id": "first", "value": "Письмо"}]
    way = {"who": "Художникам", "title": "Письмо", "items_to_send": items}
    page = OpenCallPage(ways=[{"type": "way", "id": "one", "value": way}])

    assert max_length_at(page, "ways.one.items_to_send.first") == 200
    assert max_length_at(page, "ways.one.title") == 80


@pytest.mark.parametrize(
    "path", ["nothing", "steps.gone.title", "steps.gone", "pieces.x.nothing"]
)
def test_what_is_not_there_any_more_has_no_limit(site, path):
    work = ArtworkPageFactory()

    assert max_length_at(site.home, path) is None
    assert max_length_at(work, path) is None


def test_every_string_of_a_page_can_be_asked_for(site):
    page = OpenCallPageFactory()

    lengths = {path: max_length_at(page, path) for path in paths_of(page)}

    assert lengths["title"] == 255
