"""Addresses of pages are those that Wagtail gives, asked for once."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from core.addresses import page_url, site_of
from core.kept import one_answer
from tests.factories import RoomPageFactory, in_english

OTHER = "other.invalid"


@pytest.fixture
def other(site, settings):
    """A second site beside the usual one, with a page of its own."""
    settings.ALLOWED_HOSTS = ["testserver", OTHER]
    root = Page.get_first_root_node().add_child(
        instance=Page(title="Другой сайт", slug="other", locale=site.home.locale)
    )
    return Site.objects.create(hostname=OTHER, root_page=root)


def request_to(host):
    return RequestFactory().get("/ru/", headers={"host": host})


def test_addresses_are_wagtails(site):
    room = RoomPageFactory()
    for page in (site.home, room, in_english(room)):
        assert page_url(page.url_path) == page.url
        assert page_url(page.url_path, request_to("testserver")) == page.url


def test_what_lies_in_no_site_has_no_address(site):
    assert page_url("/nowhere/at-all/") == ""


def test_another_site_is_named_whole(site, other):
    here, there = request_to("testserver"), request_to(OTHER)
    with one_answer():
        assert page_url(site.home.url_path, here) == "/ru/"
        assert page_url(site.home.url_path, there) == "http://localhost/ru/"
        assert page_url(other.root_page.url_path, here) == f"http://{OTHER}/ru/"
        assert page_url(other.root_page.url_path, there) == "/ru/"


def test_each_host_has_its_site(site, other, settings):
    settings.USE_X_FORWARDED_HOST = True
    forwarded = RequestFactory().get("/ru/", headers={"x-forwarded-host": OTHER})
    with one_answer():
        assert site_of(request_to("testserver")) == site.site
        assert site_of(request_to(OTHER)) == other
        assert site_of(forwarded) == other
        assert site_of(None) is None


def test_the_next_answers_ask_nothing(site, settings):
    settings.PAGE_CACHE_SECONDS = 60
    counts = []
    for _ in range(2):
        request = request_to("testserver")
        with one_answer(), CaptureQueriesContext(connection) as queries:
            page_url(site.home.url_path, request)
            assert Site.find_for_request(request) == site.site
        counts.append(len(queries))

    # What is left is the version.
    assert counts[0] > counts[1] == 1
