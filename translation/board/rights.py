"""Who may see the board, and who may give work to whom.

Rights on pages say it: whoever may change translated pages is a translator, and
whoever may publish them leads.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission
from wagtail.permissions import page_permission_policy

from accounts.models import User


def may_see(user: User) -> bool:
    """Whether somebody translates, or leads those who do."""
    return _may(user, "change")


def may_lead(user: User) -> bool:
    """Whether somebody says who translates what, and what is not translated."""
    return _may(user, "publish")


def may_submit(user: User) -> bool:
    """Whether somebody may give texts to the translators at all."""
    return user.has_perm("wagtail_localize.submit_translation")


def translators() -> QuerySet[User]:
    """Everybody to whom a text may be assigned."""
    rights = GroupPagePermission.objects.filter(permission__codename="change_page")
    # A right on the root of the tree is one on all languages.
    rights = rights.exclude(
        page__locale__language_code=settings.LANGUAGE_CODE, page__depth__gt=1
    )
    users = get_user_model().objects.filter(is_active=True)
    users = users.filter(Q(groups__in=rights.values("group")) | Q(is_superuser=True))
    return users.distinct().order_by("last_name", "first_name", "email")


def _may(user: User, action: str) -> bool:
    if user.is_superuser:
        # Also before there is any translated page.
        return user.is_active
    pages = page_permission_policy.instances_user_has_permission_for(user, action)
    return pages.exclude(locale__language_code=settings.LANGUAGE_CODE).exists()
