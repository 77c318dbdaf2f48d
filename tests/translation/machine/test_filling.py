"""A machine's words: only where there are none, marked, and never live unread."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from core.models.publication import PublicationRefused
from tests.factories import CallFactsFactory, ContentPageFactory
from tests.translation.conftest import publish
from translation.choices import Origin
from translation.families import work_on
from translation.models import Wording
from translation.services import publishing, reviewing
from translation.services.wording import give_words
from translation.strings import strings_of

pytestmark = pytest.mark.django_db

RICH = '<p>До {deadline} <a href="https://mlart.org">пишите</a> &amp; ждите.</p>'


@pytest.fixture
def page(site):
    CallFactsFactory()
    return ContentPageFactory(title="О галерее", lead="Зачем.", body=[("text", RICH)])


@pytest.fixture
def target(page, submitted):
    return submitted(page)


@pytest.fixture
def record(target):
    return work_on(target)


class Machine(ThreadingHTTPServer):
    """A LibreTranslate of this machine alone; `answer` makes words of a string."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[dict] = []
        self.answer = lambda text: f"MT {text}"
        self.status = 200


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        asked = json.loads(self.rfile.read(length))
        self.server.asked.append(asked)
        words = [self.server.answer(text) for text in asked["q"]]
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"translatedText": words}).encode())

    def log_message(self, *_args):
        pass


@pytest.fixture
def machine(settings):
    server = Machine()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": f"http://127.0.0.1:{server.server_port}",
            "API_KEY": "secret",
        },
    }
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def ask(client, translator):
    def ask_it(record, user=translator):
        client.force_login(user)
        door = reverse("wagtail_localize:machine_translate", args=[record.pk])
        return client.post(door, follow=True)

    return ask_it


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


def words_at(record, path):
    (string,) = [s for s in strings_of(record) if s.path.startswith(path)]
    return string


def test_strings_without_words_are_filled_and_marked(record, machine, ask, translator):
    response = ask(record)

    assert "3 strings were translated by a machine" in told(response)
    words = StringTranslation.objects.get(context__path="lead")
    assert (words.data, words.tool_name) == ("MT Зачем.", "LibreTranslate")
    assert words.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    assert words.has_error
    assert {w.origin for w in Wording.objects.all()} == {Origin.MACHINE}
    assert machine.asked[0]["api_key"] == "secret"


def test_links_and_facts_come_through(record, machine, ask):
    ask(record)

    (sent,) = [text for text in machine.asked[0]["q"] if "пишите" in text]
    assert "{deadline}" not in sent
    words = words_at(record, "body").words
    assert words == 'MT До {deadline} <a id="a1">пишите</a> &amp; ждите.'


@pytest.mark.parametrize(
    "spoilt", ['<x id="t0"/>', '<a id="a1">', "</a>"], ids=["fact", "link", "tag"]
)
def test_what_lost_its_marks_is_left_empty(record, machine, ask, spoilt):
    machine.answer = lambda text: text.replace(spoilt, "")

    response = ask(record)

    assert words_at(record, "body").translation is None
    assert "1 string lost a link or a fact" in told(response)


def test_peoples_words_stay(record, machine, ask, translator):
    give_words(record, words_at(record, "lead").segment, "Why.", translator)

    ask(record)

    assert words_at(record, "lead").words == "Why."


def test_a_stale_string_keeps_its_proposal(record, page, machine, ask, translator):
    give_words(record, words_at(record, "lead").segment, "Why.", translator)
    publish(page, lead="Зачем это.")
    record.refresh_from_db()

    ask(record)

    lead = words_at(record, "lead")
    assert lead.translation is None
    assert lead.previous.words == "Why."


def test_nothing_is_published_or_sent_unread(record, machine, ask, translator):
    ask(record)

    with pytest.raises(PublicationRefused):
        publishing.publish(record)
    with pytest.raises(PublicationRefused):
        reviewing.send_for_review(record, translator)


def test_the_refusal_says_that_they_are_a_machines(
    client, record, machine, ask, translator
):
    ask(record)

    response = client.post(
        reverse("translation_send_for_review", args=[record.pk]), follow=True
    )

    assert "3 strings have words of a machine" in told(response)


def test_they_count_once_each_is_confirmed(client, record, machine, ask, translator):
    ask(record)

    for string in strings_of(record):
        door = reverse("translation_confirm_words", args=[record.pk, string.segment.pk])
        client.post(door)

    publishing.publish(record)
    assert record.get_target_instance().lead == "MT Зачем."
    kept = Wording.objects.filter(path="lead").first()
    assert (kept.author, kept.origin) == (translator, Origin.TYPED)


def test_only_a_machines_words_are_confirmed(client, record, translator):
    segment = words_at(record, "lead").segment
    client.force_login(translator)
    door = reverse("translation_confirm_words", args=[record.pk, segment.pk])

    answer = client.post(door, headers={"accept": "application/json"})

    assert answer.json() == {"confirmed": False}


@pytest.mark.parametrize("answer", ["status", "shape"])
def test_a_machine_that_fails_changes_nothing(record, machine, ask, answer):
    if answer == "status":
        machine.status = 500
    else:
        machine.answer = lambda text: None

    response = ask(record)

    assert not StringTranslation.objects.exists()
    assert response.status_code == 200
    assert told(response)


def test_a_machine_out_of_reach_is_told(record, machine, ask, settings):
    options = settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]
    options["LIBRETRANSLATE_URL"] = "http://127.0.0.1:9"

    assert "LibreTranslate did not answer" in told(ask(record))


def test_when_everything_has_words_the_machine_is_not_asked(record, machine, ask):
    ask(record)

    response = ask(record)

    assert "No string is without words" in told(response)
    assert len(machine.asked) == 1


def test_a_long_text_is_filled_in_parts(site, submitted, machine, ask):
    body = [("text", "".join(f"<p>Абзац {n}.</p>" for n in range(45)))]
    record = work_on(submitted(ContentPageFactory(body=body)))

    assert "7 are left" in told(ask(record))
    assert [len(asked["q"]) for asked in machine.asked] == [40]


def test_the_editor_offers_it_only_where_there_is_one(
    client, record, target, machine, ask, settings
):
    ask(record)
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])

    shown = client.get(edit).content.decode()
    assert "Have LibreTranslate fill empty strings" in shown
    assert "3 strings have words of a machine" in shown
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    assert "fill empty strings" not in client.get(edit).content.decode()


def test_without_configuration_nobody_is_asked(record, ask):
    assert ask(record).status_code == 404


ROLES = {
    "editor": False,
    "chief_editor": True,
    "translator": True,
    "organiser": False,
    "administrator": True,
}


@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_may_ask(people, record, machine, ask, role, may):
    ask(record, people[role])

    assert bool(machine.asked) is may


@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_may_confirm(client, people, record, machine, ask, role, may):
    ask(record)
    segment = words_at(record, "lead").segment
    client.force_login(people[role])

    client.post(reverse("translation_confirm_words", args=[record.pk, segment.pk]))

    assert words_at(record, "lead").translation.has_error is not may
