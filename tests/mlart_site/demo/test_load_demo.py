"""The command: it fills an empty site, once, wholly or not at all."""

import json
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django_tasks import default_task_backend
from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from core.models import SiteSettings
from gallery.models import ArtworkPage
from home.models import HomePage
from mlart_site.demo import building
from mlart_site.demo.translations import TextsDisagree
from opencall.choices import CallState
from opencall.models import CallFacts
from tests.factories.home import HomePageFactory
from tests.factories.media import ArtImageFactory
from tests.mlart_site.demo import snapshots
from tests.mlart_site.demo.conftest import IMAGE, SOUND, VIDEO

pytestmark = pytest.mark.usefixtures("empty_site")


@pytest.fixture
def load(small_folder, capsys):
    """Load the small festival; returns what the command said."""

    def load(**options):
        call_command("load_demo", folder=small_folder, no_progress=True, **options)
        return capsys.readouterr().out

    return load


def test_an_empty_site_is_filled(load):
    assert load() == "The demo festival is loaded.\n"

    home = Site.objects.get(is_default_site=True).root_page.specific
    assert isinstance(home, HomePage)
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert [item.work.slug for item in home.chosen_works.all()] == [SOUND, IMAGE, VIDEO]
    assert SiteSettings.for_site(home.get_site()).partners[0].value["kind"]


@override_settings(
    TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
)
def test_no_job_is_left_to_the_worker(load, monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_options: work())

    load()

    assert default_task_backend.results == []
    found = get_search_backend().search("сестра", ArtworkPage.objects.all())
    assert SOUND in [work.slug for work in found]


def test_with_a_year_it_loads_as_history(load):
    load(year=2020)

    facts = CallFacts.objects.get()
    assert facts.state == CallState.CLOSED
    assert str(facts.local_closes_at) == "2020-08-01 23:59:59+03:00"


@pytest.mark.parametrize("other", [HomePageFactory, ArtImageFactory])
def test_a_site_with_other_content_is_refused(load, other):
    other()
    rows = snapshots.rows()

    with pytest.raises(CommandError, match="already has content of its own") as refusal:
        load()

    assert refusal.value.returncode
    assert str(refusal.value).count(".") == 1
    assert snapshots.rows() == rows


def test_an_interrupted_loading_leaves_nothing_behind(load):
    rows, files = snapshots.rows(), snapshots.files()

    with (
        mock.patch.object(building, "translate", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        load()

    assert snapshots.rows() == rows
    assert snapshots.files() == files
    assert load() == "The demo festival is loaded.\n"


def test_languages_that_do_not_divide_alike_are_refused(load, small_folder):
    path = small_folder / "festival.json"
    festival = json.loads(path.read_text())
    festival["gallery"]["introduction"]["en"] += "<p>One more.</p>"
    path.write_text(json.dumps(festival))

    with pytest.raises(TextsDisagree, match="introduction has 1 strings"):
        load()
