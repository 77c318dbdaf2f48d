"""Who may do what, tried in the admin by somebody of each role."""

import pytest
from django.db import transaction
from django.test import Client

from tests.accounts import actions as try_to
from tests.accounts.actions import opens
from tests.accounts.world import build_world

EDITOR, CHIEF, TRANSLATOR = "editor", "chief_editor", "translator"
ORGANISER, ADMINISTRATOR = "organiser", "administrator"
NOBODY_ELSE = ()
# English pages come from their originals and follow them.
NOT_EVEN_ADMINISTRATORS = None
EVERYBODY = (EDITOR, CHIEF, TRANSLATOR, ORGANISER)

# The administrator may do all of this; who else may stands beside it.
WITH_PAGES = [
    # action                       in Russian           in English
    (try_to.explore, (EDITOR, CHIEF), (TRANSLATOR, CHIEF)),
    (try_to.add, (EDITOR, CHIEF), NOT_EVEN_ADMINISTRATORS),
    (try_to.save_draft, (EDITOR, CHIEF), (TRANSLATOR, CHIEF)),
    (try_to.submit, (EDITOR, CHIEF), (TRANSLATOR, CHIEF)),
    # Nobody whose words they are has sent it: another translator may decide.
    (try_to.approve, (CHIEF,), (TRANSLATOR, CHIEF)),
    (try_to.publish, (CHIEF,), (CHIEF,)),
    (try_to.unpublish, (CHIEF,), (CHIEF,)),
    (try_to.lock, (CHIEF,), (CHIEF,)),
    (try_to.move, (CHIEF,), NOT_EVEN_ADMINISTRATORS),
    (try_to.reorder, (CHIEF,), NOT_EVEN_ADMINISTRATORS),
    (try_to.delete_published, (CHIEF,), (CHIEF,)),
    (try_to.delete_draft, (EDITOR, CHIEF), (CHIEF,)),
    (try_to.delete_drafts_in_bulk, (EDITOR, CHIEF), (CHIEF,)),
]
ELSEWHERE = [
    (try_to.open_russian_footer, (CHIEF,)),
    (try_to.open_english_footer, (TRANSLATOR, CHIEF)),
    (try_to.publish_footer, (CHIEF,)),
    (try_to.delete_footer, (CHIEF,)),
    (try_to.add_image, (EDITOR, CHIEF)),
    (try_to.edit_image, (EDITOR, CHIEF)),
    (try_to.delete_image, (EDITOR, CHIEF)),
    (try_to.choose_image, (EDITOR, CHIEF, TRANSLATOR)),
    (try_to.add_video, (EDITOR, CHIEF)),
    (try_to.edit_video, (EDITOR, CHIEF)),
    (try_to.delete_video, (CHIEF,)),
    (try_to.add_audio, (EDITOR, CHIEF)),
    (try_to.edit_audio, (EDITOR, CHIEF)),
    (try_to.delete_audio, (CHIEF,)),
    (try_to.open_facts, (ORGANISER,)),
    (try_to.add_facts, (ORGANISER,)),
    (try_to.change_facts, (ORGANISER,)),
    (try_to.delete_facts, NOBODY_ELSE),
    (try_to.submit_for_translation, (CHIEF,)),
    (try_to.change_site_settings, (CHIEF,)),
    (try_to.add_redirect, (CHIEF,)),
    (try_to.delete_redirect, (CHIEF,)),
    (try_to.edit_user, NOBODY_ELSE),
    (try_to.add_group, NOBODY_ELSE),
]
PLACES = [
    ("wagtailadmin_home", EVERYBODY),
    ("wagtailadmin_account", EVERYBODY),
    ("wagtailimages:index", (EDITOR, CHIEF)),
    ("wagtaildocs:index", NOBODY_ELSE),
    ("wagtailadmin_reports:workflow", (EDITOR, CHIEF, TRANSLATOR)),
    ("wagtailadmin_reports:site_history", EVERYBODY),
    ("wagtailadmin_reports:locked_pages", (CHIEF,)),
    ("inquiries", (EDITOR, CHIEF)),
    ("wagtailsearchpromotions:index", (CHIEF,)),
    ("wagtailusers_users:index", NOBODY_ELSE),
    ("wagtailusers_groups:index", NOBODY_ELSE),
    ("wagtailsites:index", NOBODY_ELSE),
    ("wagtaillocales:index", NOBODY_ELSE),
    ("wagtailadmin_workflows:index", NOBODY_ELSE),
    ("wagtailadmin_collections:index", NOBODY_ELSE),
]


def by_language(rows):
    return [
        pytest.param(action, language, expected, id=f"{action.__name__}-{language}")
        for action, *columns in rows
        for language, expected in zip(("ru", "en"), columns, strict=True)
    ]


@pytest.fixture
def world(people):
    return build_world()


def who_can(action, subject, people):
    """Everybody for whom it works; none sees what the one before has done."""
    able = set()
    for name, user in people.items():
        client = Client()
        client.force_login(user)
        with transaction.atomic():
            if action(client, subject):
                able.add(name)
            transaction.set_rollback(True)
    return able


@pytest.mark.parametrize(("action", "language", "expected"), by_language(WITH_PAGES))
def test_with_pages_and_texts(people, world, action, language, expected):
    able = who_can(action, world.wings[language], people)
    with_administrator = {*(expected or ()), ADMINISTRATOR}
    assert able == (set() if expected is None else with_administrator)


@pytest.mark.parametrize(
    ("action", "expected"),
    [pytest.param(*row, id=row[0].__name__) for row in ELSEWHERE],
)
def test_with_media_facts_and_settings(people, world, action, expected):
    assert who_can(action, world, people) == {*expected, ADMINISTRATOR}


@pytest.mark.parametrize(("url_name", "expected"), PLACES)
def test_places_of_the_admin(people, url_name, expected):
    assert who_can(opens(url_name), None, people) == {*expected, ADMINISTRATOR}


def test_nobody_gets_in_without_an_account(client, site):
    assert who_can(opens("wagtailadmin_home"), None, {}) == set()
    assert client.get("/admin/").url.startswith("/admin/login/")
