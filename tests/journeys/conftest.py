import pytest
from django.db import connections
from playwright.sync_api import expect, sync_playwright

from accounts.syncing import sync_roles
from tests.chromium import find_chromium
from tests.factories import two_language_site
from tests.journeys.database import own_database
from tests.journeys.desk import Desk
from tests.journeys.server import serving
from tests.journeys.watching import Witness

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# For a busy machine; whoever waits goes on as soon as there is something to see.
PATIENCE = 30_000
EMPTYING = {"live_server", "transactional_db"}


def pytest_collection_modifyitems(items):
    """Journeys come first: they last longest, and copy the database as migrated."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    for item in items:
        if empties_the_database(item):
            raise pytest.UsageError(
                f"{item.nodeid} would empty the database that all tests share; "
                "give it its own, as tests/journeys does."
            )


def empties_the_database(item):
    marker = item.get_closest_marker("django_db")
    transactional = marker is not None and marker.kwargs.get("transaction")
    fixtures = getattr(item, "fixturenames", ())
    return transactional or EMPTYING.intersection(fixtures)


@pytest.fixture(scope="package")
def chromium(django_db_setup, django_db_blocker):
    """One browser, gone before other tests: it brings an event loop with it."""
    executable = find_chromium()
    if executable is None:
        pytest.fail("No Chromium: name it in CHROME_PATH, or add -m 'not browser'.")
    expect.set_options(timeout=PATIENCE)
    # Inside the loop Django has connections of its own; no other may stay open on a
    # database that is to be copied.
    with django_db_blocker.unblock():
        connections.close_all()
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Because of that loop Django would take journeys for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def db(chromium, django_db_blocker, tmp_path):
    """A database that no other test sees."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


@pytest.fixture
def site(db):
    """The default site, in this journey's own database."""
    return two_language_site()


@pytest.fixture
def roles(site):
    sync_roles()


@pytest.fixture
def address(db):
    """Where the site is served."""
    with serving() as address:
        yield address


@pytest.fixture
def browse(chromium, address):
    """Opens a window of its own, as another person's computer would."""
    contexts = []

    def open_window(**options):
        usual = {"base_url": address, "locale": "ru-RU", "reduced_motion": "reduce"}
        context = chromium.new_context(**{**usual, **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def sit_down(browse, address, people):
    """Opens the admin in a window of its own for somebody in a role."""
    witnesses = []

    def open_desk(role, **window):
        page = browse(**window)
        witness = Witness(page.context, address, hears_complaints=False)
        witnesses.append(witness)
        return Desk.signed_in(page, people[role].email)

    yield open_desk
    assert [line for witness in witnesses for line in witness.seen] == []
