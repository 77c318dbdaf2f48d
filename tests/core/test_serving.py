"""Pages are found at their addresses, at earlier ones, and nowhere else."""

import pytest
from django.http import HttpResponse
from wagtail.models import Page, Site
from wagtail.test.utils import WagtailTestUtils

from tests.factories import (
    ArtworkPageFactory,
    ContentPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)

LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def in_language(page, language):
    """The page itself, or its English version."""
    return page if language == "ru" else in_english(page)


@pytest.fixture
def gallery(site):
    return GalleryPageFactory(slug="gallery")


# Earlier addresses


@LANGUAGES
def test_a_changed_slug_leads_on(
    client, gallery, language, django_capture_on_commit_callbacks
):
    in_english(gallery)
    page = in_language(RoomPageFactory(parent=gallery, slug="dome"), language)
    earlier = page.url

    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "cupola"
        page.save_revision().publish()

    response = client.get(earlier)
    assert (response.status_code, response["Location"]) == (
        301,
        f"/{language}/gallery/cupola/",
    )


@LANGUAGES
def test_what_stood_below_a_changed_slug_leads_on_as_well(
    client, gallery, language, django_capture_on_commit_callbacks
):
    english_gallery = in_english(gallery)
    below = in_language(RoomPageFactory(parent=gallery, slug="dome"), language)
    above = gallery if language == "ru" else english_gallery

    with django_capture_on_commit_callbacks(execute=True):
        above = fresh(above)
        above.slug = "exhibition"
        above.save_revision().publish()

    response = client.get(below.url)
    assert response["Location"] == f"/{language}/exhibition/dome/"


def test_a_moved_page_leads_on(client, gallery, django_capture_on_commit_callbacks):
    other = GalleryPageFactory(slug="other")
    room = RoomPageFactory(parent=gallery, slug="dome")
    work = ArtworkPageFactory(parent=room, slug="tide")
    earlier = work.url

    with django_capture_on_commit_callbacks(execute=True):
        fresh(room).move(fresh(other), pos="last-child")

    assert client.get(earlier)["Location"] == "/ru/other/dome/tide/"
    assert client.get("/ru/other/dome/tide/").status_code == 200


# What is not served


def test_a_draft_is_not_served(client, site):
    page = ContentPageFactory(live=False)

    assert client.get(f"/ru/{page.slug}/").status_code == 404


def test_a_page_is_served_in_its_own_language_only(client, site):
    page = ContentPageFactory()

    assert client.get(f"/en/{page.slug}/").status_code == 404


@pytest.mark.django_db
def test_without_a_site_there_is_nothing(client):
    Site.objects.all().delete()

    assert client.get("/ru/").status_code == 404


@pytest.mark.parametrize("missing", ["deleted", "unpublished"])
def test_a_language_without_a_home_borrows_no_other_pages(client, site, missing):
    page = ContentPageFactory()
    home = fresh(site.english_home)
    home.delete() if missing == "deleted" else home.unpublish()

    for path in ("", f"{page.slug}/"):
        assert client.get(f"/en/{path}").status_code == 404
        assert client.get(f"/ru/{path}").status_code == 200


def test_a_page_of_no_own_type_is_left_to_wagtail(client, site, monkeypatch):
    plain = fresh(site.home).add_child(instance=Page(title="Просто", slug="plain"))
    monkeypatch.setattr(Page, "serve", lambda self, request: HttpResponse(self.title))

    assert client.get(plain.url).content.decode() == "Просто"


# Wagtail's own hooks


class TestHooks(WagtailTestUtils):
    """What other packages ask of a page before and around serving it."""

    def test_an_answer_given_before_is_the_answer(self, client, site):
        def answer(page, request, args, kwargs):
            return HttpResponse(f"instead of {page.slug}")

        with self.register_hook("before_serve_page", answer):
            response = client.get(site.home.url)

        assert response.content.decode() == f"instead of {site.home.slug}"

    def test_what_is_wrapped_around_sees_the_page(self, client, site):
        def wrap(serve_next):
            def served(page, request, args, kwargs):
                response = serve_next(page, request, args, kwargs)
                response["X-Wrapped"] = page.slug
                return response

            return served

        with self.register_hook("on_serve_page", wrap):
            response = client.get(site.home.url)

        assert response["X-Wrapped"] == site.home.slug
