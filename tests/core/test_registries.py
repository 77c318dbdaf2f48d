"""What apps tell one another without importing one another."""

from types import SimpleNamespace

import pytest
from django.utils import timezone

from core import registries
from core.models import PublicationRefused
from core.registries import Attention, AttentionItem, Problem
from tests.factories import ContentPageFactory


@pytest.fixture(autouse=True)
def clean_registries(monkeypatch):
    """What a test registers is forgotten after it."""
    for name in ("_publication_checks", "_publication_steps"):
        monkeypatch.setattr(registries, name, [])
    for name in ("_fact_providers", "_attention_providers"):
        monkeypatch.setattr(registries, name, {})


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem("Rights", "Choose."), "Rights: Choose."),
        (Problem("", "Choose."), "Choose."),
    ],
)
def test_a_problem_names_its_place(problem, sentence):
    assert str(problem) == sentence


def test_each_check_is_asked_once():
    def check(page):
        yield Problem("", page)

    registries.register_publication_check(check)
    registries.register_publication_check(check)

    assert registries.publication_problems("Hm.") == [Problem("", "Hm.")]


def test_each_step_completes_a_version_once():
    done = []
    registries.register_publication_step(done.append)
    registries.register_publication_step(done.append)

    registries.prepare_publication("version")

    assert done == ["version"]


def test_facts_are_read_anew_at_each_call():
    answers = iter(["first", "second"])
    registries.register_facts("call", lambda: next(answers))

    assert [registries.facts("call"), registries.facts("call")] == ["first", "second"]
    assert registries.facts("weather") is None


def test_attention_leaves_out_what_waits_for_nobody():
    waiting = Attention("Drafts", [AttentionItem("Прилив", "/admin/")])
    registries.register_attention("drafts", lambda user: waiting)
    registries.register_attention("works", lambda user: Attention("Works", []))

    assert registries.attention(SimpleNamespace()) == {"drafts": waiting}
    assert registries.attention_named("works", None).items == []
    assert registries.attention_named("nothing", None) is None


# Going live


def refuse(*, passing=False):
    problem = Problem("Place", "Something is missing.", passing=passing)
    registries.register_publication_check(lambda page: [problem])


def test_a_refused_publication_says_what_is_missing_and_changes_nothing(site):
    page = ContentPageFactory(live=False)
    refuse()

    with pytest.raises(PublicationRefused) as refusal:
        page.save_revision().publish()

    assert refusal.value.messages == ["Place: Something is missing."]
    assert refusal.value.refused == page
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize(
    ("passing", "still_scheduled"),
    [(True, True), (False, False)],
    ids=["only a matter of time", "needs an editor"],
)
def test_a_scheduled_version_with_problems_holds_nobody_else_up(
    site, passing, still_scheduled
):
    page = ContentPageFactory(live=False)
    page.go_live_at = timezone.now() - timezone.timedelta(hours=1)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    refuse(passing=passing)

    revision.publish(log_action="wagtail.publish.scheduled")

    page.refresh_from_db()
    revision.refresh_from_db()
    assert not page.live
    assert (revision.approved_go_live_at is not None) is still_scheduled


def test_steps_are_done_before_the_checks_ask(site):
    page = ContentPageFactory(live=False)
    order = []
    registries.register_publication_step(lambda revision: order.append("step"))
    registries.register_publication_check(lambda page: order.append("check") or [])

    page.save_revision().publish()

    assert order == ["step", "check"]
    page.refresh_from_db()
    assert page.live
