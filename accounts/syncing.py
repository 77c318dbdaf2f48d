"""Makes the groups of the database agree with `accounts.roles`."""

from collections.abc import Iterable, Iterator, Mapping

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from accounts.models import RoleGroup
from accounts.roles import APPROVER, REVIEW_NAME, ROLES, Role
from core.models import FooterText
from core.registries import review_steps

NO_HOME_PAGE = (
    "There is no home page yet, so nobody has rights on pages; "
    "run sync_roles again once there is one."
)


class UnknownPermission(LookupError):
    """A role names a permission that no installed app has."""


@transaction.atomic
def sync_roles() -> list[str]:
    """Give every role's group exactly its rights; returns what was changed.

    Groups that are no role's are left alone. Rights on pages are given on the home
    pages, so without one they wait for the next run.
    """
    homes = home_pages()
    changes = []
    for role in ROLES:
        group, is_new = group_of(role)
        changes += [f"{role.name}: new group"] if is_new else []
        changes += [f"{role.name}: {line}" for line in _sync_rights(role, group, homes)]
    return changes + list(_sync_review(homes))


def home_pages() -> dict[str, Page]:
    """The home page of each language; Wagtail's own welcome page is none."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return {}
    pages = Page.objects.filter(translation_key=site.root_page.translation_key)
    pages = pages.exclude(content_type=ContentType.objects.get_for_model(Page))
    return {page.locale.language_code: page for page in pages.select_related("locale")}


def group_of(role: Role) -> tuple[Group, bool]:
    """The role's group and whether it was just made."""
    known = RoleGroup.objects.filter(codename=role.codename).select_related("group")
    found = known.first()
    if found:
        return found.group, False
    group, is_new = Group.objects.get_or_create(name=role.name)
    RoleGroup.objects.create(codename=role.codename, group=group)
    return group, is_new


def _sync_rights(role: Role, group: Group, homes: dict[str, Page]) -> Iterator[str]:
    wanted = permissions(role.models)
    if set(group.permissions.all()) != wanted:
        group.permissions.set(wanted)
        yield "permissions"
    on_pages = {
        (homes[language], permission)
        for language, actions in role.pages.items()
        if language in homes
        for permission in permissions(f"wagtailcore.{name}_page" for name in actions)
    }
    if _agree(group, GroupPagePermission, "page", on_pages):
        yield "rights on pages"
    root = Collection.get_first_root_node()
    on_media = {(root, permission) for permission in permissions(role.collections)}
    if _agree(group, GroupCollectionPermission, "collection", on_media):
        yield "rights on media"


def permissions(names: Iterable[str]) -> set[Permission]:
    """The permissions of these names ("app.codename").

    Raises:
        UnknownPermission: a name is misspelt, or its app is not installed.
    """
    found = set()
    for name in names:
        app, codename = name.split(".")
        named = Permission.objects.filter(
            content_type__app_label=app, codename=codename
        ).first()
        if named is None:
            raise UnknownPermission(name)
        found.add(named)
    return found


def _agree(group: Group, model: type[Model], place: str, wanted: set[tuple]) -> bool:
    """Make a group's rights the wanted (place, permission) pairs.

    Returns whether anything had to change.
    """
    rows = model.objects.filter(group=group).select_related(place, "permission")
    given = {(getattr(row, place), row.permission): row for row in rows}
    for pair in given.keys() - wanted:
        given[pair].delete()
    for where, permission in wanted - given.keys():
        model.objects.create(group=group, permission=permission, **{place: where})
    return given.keys() != wanted


def _sync_review(homes: Mapping[str, Page]) -> Iterator[str]:
    """Have pages and footer texts reviewed, unless another workflow is set there."""
    if not homes:
        yield NO_HOME_PAGE
        return
    approvers, _ = group_of(APPROVER)
    task, _ = GroupApprovalTask.objects.get_or_create(name=REVIEW_NAME)
    if approvers not in task.groups.all():
        task.groups.add(approvers)
        yield f"{APPROVER.name}: approve what is sent for review"
    workflow, is_new = Workflow.objects.get_or_create(name=REVIEW_NAME)
    if is_new:
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for step in review_steps():
        yield from step(workflow, approvers, homes)
    yield from _assign(workflow, homes.values())


def _assign(workflow: Workflow, homes: Iterable[Page]) -> Iterator[str]:
    for home in homes:
        _, is_new = WorkflowPage.objects.get_or_create(
            page=home, defaults={"workflow": workflow}
        )
        if is_new:
            yield f"{home.title}: changes are sent for review"
    _, is_new = WorkflowContentType.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(FooterText),
        defaults={"workflow": workflow},
    )
    if is_new:
        yield f"{FooterText.__name__}: changes are sent for review"
