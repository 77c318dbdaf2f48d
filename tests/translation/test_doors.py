"""Every address under which Wagtail does something with one page, Russian ones closed.

The list is Wagtail's own, so that a door it adds is tried here at once.
"""

import pytest
from django.urls import reverse
from wagtail.admin.urls.pages import urlpatterns
from wagtail.models import Page

from tests.factories import ContentPageFactory
from translation.families import work_on

pytestmark = pytest.mark.django_db

# It asks nothing of anybody: a dialogue that says whether a review is under way.
SAYS_ONLY = "confirm_workflow_cancellation"
OF_ONE_PAGE = {"page_id", "page_to_move_id", "parent_page_id"}
DOORS = {
    pattern.name: pattern.pattern.converters
    for pattern in urlpatterns
    if OF_ONE_PAGE & set(pattern.pattern.converters) and pattern.name != SAYS_ONLY
}


@pytest.fixture
def page(site):
    return ContentPageFactory(title="О галерее", slug="about")


@pytest.fixture
def named(page, editor):
    """What the addresses may name: the page, a version of it, its review."""
    revision = page.save_revision(user=editor)
    review = page.get_workflow().start(page, editor)
    step = review.current_task_state
    return {
        **dict.fromkeys(OF_ONE_PAGE, page.pk),
        "destination_id": page.get_parent().pk,
        "content_type_app_name": "home",
        "content_type_model_name": "contentpage",
        "revision_id": revision.pk,
        "action_name": "approve",
        "task_id": step.task_id,
        "task_state_id": step.pk,
        "workflow_state_id": review.pk,
    }


@pytest.fixture
def client(client, translator, page, submitted):
    submitted(page)
    client.force_login(translator)
    return client


def is_shut(response):
    """It ends on the admin's front page with one sentence why, or nowhere."""
    if response.status_code in {403, 404, 405}:
        return True
    if response.request["PATH_INFO"] != reverse("wagtailadmin_home"):
        return False
    (told,) = response.context["messages"]
    return told.level_tag == "error"


def state_of_all():
    return list(Page.objects.order_by("path").values_list("path", "title", "live"))


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("door", sorted(DOORS))
def test_no_door_of_a_russian_page_opens(client, named, door, method):
    before = state_of_all()
    address = reverse(
        f"wagtailadmin_pages:{door}", kwargs={key: named[key] for key in DOORS[door]}
    )

    assert is_shut(getattr(client, method)(address, follow=True)), address
    assert state_of_all() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_versions_of_a_russian_page_are_not_compared(client, page, method):
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"]
    )

    assert is_shut(getattr(client, method)(address, follow=True))


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_alias_of_a_russian_page_is_not_converted(client, page, method):
    alias = page.create_alias(update_slug="mirror")
    address = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])

    assert is_shut(getattr(client, method)(address, follow=True))
    assert Page.objects.get(pk=alias.pk).alias_of_id == page.pk


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("door", ["submit_page_translation", "convert_to_alias"])
def test_no_door_of_translation_opens_to_a_russian_page(client, page, door, method):
    address = reverse(f"wagtail_localize:{door}", args=[page.pk])

    assert is_shut(getattr(client, method)(address, follow=True))


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_russian_page_is_not_synchronised(client, page, english, method):
    source = work_on(page.get_translation(english)).source
    address = reverse("wagtail_localize:update_translations", args=[source.pk])

    assert is_shut(getattr(client, method)(address, follow=True))


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_no_bulk_action_takes_a_russian_page(client, page, action):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    offered = client.get(f"{bulk}?id={page.pk}")

    assert offered.context["items"] == []
