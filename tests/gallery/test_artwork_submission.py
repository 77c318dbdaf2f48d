"""Sending a work for review, and changing one that is there already."""

import pytest
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from core import registries
from core.registries import Problem
from gallery.models import ArtworkPage
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    AudioFactory,
    CreditFactory,
    UserFactory,
)


@pytest.fixture
def editor(client, site):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def review(site):
    """A workflow that every page goes through."""
    workflow = Workflow.objects.create(name="Проверка", active=True)
    task = GroupApprovalTask.objects.create(name="Главный редактор")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=Page.get_first_root_node())


PIECE = ["alt_text", "caption", "description", "transcript", "captions"]
MEDIA = ["image", "video", "audio"]


def form_data(work, **changes):
    """What the editor's browser would send for a stored work."""
    pieces = [
        {
            "id": str(piece.pk),
            **{name: getattr(piece, name) for name in PIECE},
            **{name: str(getattr(piece, f"{name}_id") or "") for name in MEDIA},
        }
        for piece in work.pieces.all()
    ]
    credits = [
        {"id": str(c.pk), "artist": str(c.artist_id), "role": c.role}
        for c in work.credits.all()
    ]
    data = {
        "title": work.title,
        "slug": work.slug,
        "year": "2020",
        "text": rich_text(work.text),
        "extent": work.extent,
        "licence": work.licence,
        "pieces": inline_formset(pieces, initial=len(pieces)),
        "credits": inline_formset(credits, initial=len(credits)),
        "artwork_techniques": inline_formset([]),
        "details": inline_formset([]),
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(data)


def edit_url(work):
    return reverse("wagtailadmin_pages:edit", args=[work.pk])


def test_an_incomplete_work_cannot_be_submitted(editor, review):
    work = ArtworkPageFactory(live=False)
    data = form_data(work, licence="", title="Отлив")

    response = editor.post(edit_url(work), {**data, "action-submit": "yes"})

    assert set(response.context["form"].errors) == {"licence"}
    assert response.context["form"]["title"].value() == "Отлив"
    assert not WorkflowState.objects.exists()


def test_a_complete_work_is_submitted(editor, review):
    work = ArtworkPageFactory(live=False)

    editor.post(edit_url(work), {**form_data(work), "action-submit": "yes"})

    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    assert not ArtworkPage.objects.get(pk=work.pk).live


def test_the_message_stands_at_the_piece_it_speaks_of(editor):
    sound = AudioFactory()
    work = ArtworkPageFactory(
        live=False, pieces=[{}, {"audio": sound, "alt_text": "", "description": ""}]
    )
    CreditFactory(page=work, artist=ArtistPageFactory())

    response = editor.post(edit_url(work), {**form_data(work), "action-publish": "yes"})

    forms = response.context["form"].formsets
    assert [set(form.errors) for form in forms["pieces"].forms] == [
        set(),
        {"description"},
    ]
    assert [form.errors for form in forms["credits"].forms] == [{}]


def test_a_piece_that_is_taken_away_is_not_asked(editor):
    work = ArtworkPageFactory(live=False, pieces=[{"alt_text": ""}, {}])
    data = form_data(work)
    data["pieces-0-DELETE"] = "on"

    editor.post(edit_url(work), {**data, "action-publish": "yes"})

    work = ArtworkPage.objects.get(pk=work.pk)
    assert work.live
    assert [piece.alt_text for piece in work.pieces.all()] == [
        "Бирюзовый прямоугольник."
    ]


def test_the_order_of_the_form_counts_not_that_of_the_rows(editor):
    work = ArtworkPageFactory(live=False, pieces=[{}, {"alt_text": ""}])
    data = form_data(work)
    data["pieces-0-ORDER"], data["pieces-1-ORDER"] = "2", "1"

    response = editor.post(edit_url(work), {**data, "action-publish": "yes"})

    [first, second] = response.context["form"].formsets["pieces"].forms
    assert (set(first.errors), set(second.errors)) == (set(), {"alt_text"})


def test_all_is_refused_at_once_where_nothing_hangs(editor):
    work = ArtworkPageFactory(live=False, pieces=False)

    response = editor.post(
        edit_url(work), {**form_data(work, extent=""), "action-publish": "yes"}
    )

    assert response.status_code == 200
    assert not ArtworkPage.objects.get(pk=work.pk).live


def test_what_belongs_to_no_field_stands_above_the_form(editor, monkeypatch):
    work = ArtworkPageFactory(live=False)
    problem = Problem("Room", "The room is closed for repairs.")
    checks = [lambda page: [problem]]
    monkeypatch.setattr(registries, "_publication_checks", checks)

    response = editor.post(edit_url(work), {**form_data(work), "action-publish": "yes"})

    form = response.context["form"]
    assert form.non_field_errors() == ["Room: The room is closed for repairs."]


def test_a_draft_keeps_an_image_without_words(editor):
    work = ArtworkPageFactory(live=False)
    other = ArtImageFactory()
    data = form_data(work, extent="", licence="")
    data["pieces-0-image"], data["pieces-0-alt_text"] = str(other.pk), ""

    response = editor.post(edit_url(work), data)

    assert response.status_code == 302
    draft = ArtworkPage.objects.get(pk=work.pk).get_latest_revision_as_object()
    assert [piece.image for piece in draft.pieces.all()] == [other]
    assert (draft.extent, draft.licence) == ("", "")
