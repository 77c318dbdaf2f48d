import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
)

from accounts.models import RoleGroup
from accounts.roles import CHIEF_EDITOR, EDITOR, ROLES, TRANSLATOR
from accounts.syncing import (
    UnknownPermission,
    group_of,
    permissions,
    sync_roles,
)
from tests.factories import HomePageFactory, RoomPageFactory


def snapshot():
    """All that the roles may do, as the database knows it."""
    return {
        "groups": set(Group.objects.values_list("name", flat=True)),
        "models": set(Group.objects.values_list("name", "permissions__codename")),
        "pages": set(
            GroupPagePermission.objects.values_list(
                "group__name", "page", "permission__codename"
            )
        ),
        "media": set(
            GroupCollectionPermission.objects.values_list(
                "group__name", "permission__codename"
            )
        ),
        "reviews": set(Workflow.objects.values_list("name", "workflow_pages__page")),
        "tasks": GroupApprovalTask.objects.count(),
    }


def test_a_second_run_changes_nothing(site):
    assert sync_roles()
    before = snapshot()

    assert sync_roles() == []
    assert snapshot() == before


def test_only_the_roles_have_groups(site):
    sync_roles()
    assert snapshot()["groups"] == {role.name for role in ROLES}


def test_rights_that_are_not_listed_are_taken_away(site):
    sync_roles()
    before = snapshot()
    group, _ = group_of(TRANSLATOR)
    group.permissions.add(Permission.objects.get(codename="submit_translation"))
    for name in ("publish_page", "change_page"):
        GroupPagePermission.objects.create(
            group=group,
            page=site.home,
            permission=Permission.objects.get(codename=name),
        )

    assert sync_roles() == [
        f"{TRANSLATOR.name}: permissions",
        f"{TRANSLATOR.name}: rights on pages",
    ]
    assert snapshot() == before


def test_rights_that_were_taken_away_come_back(site):
    sync_roles()
    before = snapshot()
    group, _ = group_of(EDITOR)
    group.permissions.clear()
    group.page_permissions.all().delete()
    group.collection_permissions.all().delete()

    sync_roles()

    assert snapshot() == before


def test_other_groups_are_left_alone(site):
    sync_roles()
    guests = Group.objects.create(name="Гости")
    guests.permissions.set(permissions({"wagtailadmin.access_admin"}))

    sync_roles()

    assert guests.permissions.count() == 1


def test_a_renamed_group_stays_its_roles_group(site):
    sync_roles()
    Group.objects.filter(name=CHIEF_EDITOR.name).update(name="Кураторы")

    sync_roles()

    assert RoleGroup.objects.get(codename="chief_editor").group.name == "Кураторы"
    assert not Group.objects.filter(name=CHIEF_EDITOR.name).exists()


def test_every_page_is_reviewed_by_chief_editors(site):
    sync_roles()
    workflow = RoomPageFactory().get_workflow()

    for reviewed_by in (workflow, site.english_home.get_workflow()):
        task = reviewed_by.tasks.get().specific
        assert [group.role.codename for group in task.groups.all()] == ["chief_editor"]


def test_another_workflow_chosen_by_an_administrator_stays(site):
    sync_roles()
    other = Workflow.objects.create(name="Два редактора")
    site.home.workflowpage.workflow = other
    site.home.workflowpage.save()

    sync_roles()

    site.home.workflowpage.refresh_from_db()
    assert site.home.workflowpage.workflow == other


def test_a_home_page_that_is_not_the_sites_gives_no_rights(site):
    HomePageFactory()
    sync_roles()
    pages = set(GroupPagePermission.objects.values_list("page", flat=True))
    assert pages == {site.home.pk, site.english_home.pk}


def test_a_misspelt_permission_is_named(db):
    with pytest.raises(UnknownPermission, match=r"gallery\.paint_video"):
        permissions({"gallery.paint_video"})


def test_the_command_tells_what_it_changed(site, capsys):
    call_command("sync_roles")
    assert f"{EDITOR.name}: rights on pages" in capsys.readouterr().out

    call_command("sync_roles")
    assert capsys.readouterr().out == "All roles have their rights already.\n"

    call_command("sync_roles", verbosity=0)
    assert capsys.readouterr().out == ""
