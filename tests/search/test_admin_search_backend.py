import pytest
from django.db import connection
from modelsearch.query import Not, PlainText
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from tests.search.conftest import TITLES, add_page


def titles(results):
    return [page.title for page in results]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("залы", "Зал портретов"),
        ("Портреты в зале", "Зал портретов"),
        ("в", None),
        ("the networks", "Painting networks"),
        ("портреты комнаты", None),
        ("портретом зал", "Зал портретов"),
        ("елки", "Ёлка и ежи"),
        ("ёлкой", "Ёлка и ежи"),
        ("нейросети", "Нейросеть рисует художников"),
        ("художник", "Нейросеть рисует художников"),
        ("network", "Painting networks"),
        ("Paintings", "Painting networks"),
        ("datafest@mlart.org", "Замок datafest@mlart.org"),
        ("«зал»", "Зал портретов"),
        ("(loud)!", "100 % music (loud)"),
        ("зал 🎨", "Зал портретов"),
    ],
)
def test_words_are_found_in_any_form(pages, backend, query, title):
    assert titles(backend.search(query, Page)) == ([title] if title else [])


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("портр", "Зал портретов"),
        ("портретам", "Зал портретов"),
        ("елк", "Ёлка и ежи"),
        ("Ёл", "Ёлка и ежи"),
        ("зал пор", "Зал портретов"),
        ("netw", "Painting networks"),
        ("paintings", "Painting networks"),
        ("datafest", "Замок datafest@mlart.org"),
    ],
)
def test_words_are_found_by_their_beginning(pages, backend, query, title):
    assert titles(backend.autocomplete(query, Page)) == [title]


def test_the_title_that_says_more_of_the_query_comes_first(pages, backend):
    long = add_page("Зал, где висят ещё другие работы разных лет", "long")
    add_page("Зал", "short")
    found = titles(backend.search("зал", Page))
    assert found.index("Зал") < found.index(long.title)


@pytest.mark.parametrize("order", ["id", "-id"])
def test_results_keep_the_order_of_their_queryset_when_asked(pages, backend, order):
    query = PlainText("зал network елка", operator="or")
    ordered = Page.objects.order_by(order)
    results = backend.search(query, ordered, order_by_relevance=False)
    expected = ["Зал портретов", "Ёлка и ежи", "Painting networks"]
    assert titles(results) == (expected if order == "id" else expected[::-1])


def test_results_are_cut_into_pages(pages, backend):
    query = PlainText("зал network елка", operator="or")
    every = list(backend.search(query, Page))
    results = backend.search(query, Page)
    assert [*results[:2], *results[2:4]] == every
    assert results[1] == every[1]


def test_results_obey_the_filters_of_their_queryset(pages, backend):
    hidden = pages[0]
    Page.objects.filter(pk=hidden.pk).update(live=False)
    assert titles(backend.search("зал", Page.objects.live())) == []
    assert titles(Page.objects.not_live().search("зал")) == [hidden.title]


def test_results_are_scored_and_counted_by_field(pages, backend):
    scored = list(backend.search("зал", Page).annotate_score("score"))
    assert isinstance(scored[0].score, float)
    unscored = backend.search(Not(PlainText("зал")), Page).annotate_score("score")
    assert len(unscored) >= len(TITLES) - 1
    live = backend.search("зал", Page).facet("live")
    assert dict(live) == {True: 1}


def test_search_in_one_field(pages, backend):
    assert titles(backend.search("залы", Page, fields=["title"])) == ["Зал портретов"]
    assert titles(backend.autocomplete("пор", Page, fields=["title"])) == [
        "Зал портретов"
    ]


def test_a_changed_page_is_found_by_its_new_words_alone(pages, backend):
    pages[0].title = "Комната"
    pages[0].save()
    assert titles(backend.search("комнаты", Page)) == ["Комната"]
    assert titles(backend.search("залы", Page)) == []


def test_a_deleted_page_is_not_found(pages, backend):
    pages[0].delete()
    assert titles(backend.search("зал", Page)) == []


def test_images_are_found(db, backend):
    image_model = get_image_model()
    image = image_model(title="Портреты у ёлки", file="x.png", width=1, height=1)
    # Without save(), which reads the file.
    image_model.objects.bulk_create([image])
    stored = image_model.objects.get(title=image.title)
    backend.add(stored)
    assert list(backend.search("портрет елка", image_model)) == [stored]
    assert list(backend.autocomplete("портр", image_model)) == [stored]


def test_the_index_can_be_built_again(pages, backend):
    index = backend.get_index_for_model(Page)
    index.reset()
    assert titles(backend.search("зал", Page)) == []
    rebuilder = backend.rebuilder_class(index)
    rebuilder.start().add_items(Page, pages)
    rebuilder.finish()
    assert titles(backend.search("залы", Page)) == ["Зал портретов"]


def test_the_search_of_many_asks_the_same_number_of_questions(
    pages, backend, django_assert_max_num_queries
):
    for number in range(30):
        add_page(f"Зал {number}", f"room-{number}")
    list(backend.search("зал", Page)[:20])  # warms the content types
    with django_assert_max_num_queries(4):
        assert len(backend.search("залы", Page)[:20]) == 20


def test_the_site_searches_with_this_backend(settings):
    assert settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] == (
        "search.backends.database"
    )
    name = {"sqlite": "SQLiteSearchBackend", "postgresql": "PostgresSearchBackend"}
    found = get_search_backend()
    assert type(found).__name__ == name[connection.vendor]
    assert type(found).__module__.startswith("search.backends.")


@pytest.mark.parametrize("query", ['"', " ", "залы", "NEAR("])
@pytest.mark.parametrize("path", ["pages/search/", "choose-page/search/", "images/"])
def test_the_admin_searches_without_errors(admin_client, pages, path, query):
    response = admin_client.get(
        f"/admin/{path}", {"q": query, "page_type": "wagtailcore.page"}
    )
    assert response.status_code == 200
