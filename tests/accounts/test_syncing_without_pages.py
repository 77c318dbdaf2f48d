"""Roles on a site that has no pages yet, as a new one begins."""

from wagtail.models import GroupPagePermission, Page

from accounts.roles import EDITOR
from accounts.syncing import NO_HOME_PAGE, group_of, sync_roles
from tests.factories import two_language_site


def test_without_home_pages_it_says_so_and_gives_the_other_rights(db):
    assert NO_HOME_PAGE in sync_roles()
    assert sync_roles() == [NO_HOME_PAGE]
    assert group_of(EDITOR)[0].permissions.filter(codename="add_video").exists()
    assert not GroupPagePermission.objects.exists()


def test_rights_on_pages_come_with_the_home_pages(db):
    sync_roles()
    site = two_language_site()

    sync_roles()

    on_pages = set(GroupPagePermission.objects.values_list("page", flat=True))
    assert on_pages == {site.home.pk, site.english_home.pk}


def test_an_emptied_database_is_no_error(db):
    Page.objects.all().delete()
    assert NO_HOME_PAGE in sync_roles()
