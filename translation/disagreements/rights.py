"""Who sees the differences, and who says that one is meant.

Whoever writes originals or translations can do something about a difference. That it
may stand is for those who answer for the text: who may publish originals.
"""

from django.conf import settings
from wagtail.permissions import page_permission_policy

from accounts.models import User


def may_see(user: User) -> bool:
    """Whether somebody writes texts of either language."""
    return _pages(user, "change").exists()


def may_accept(user: User) -> bool:
    """Whether somebody answers for what the original says."""
    originals = _pages(user, "publish")
    return originals.filter(locale__language_code=settings.LANGUAGE_CODE).exists()


def _pages(user: User, action: str):
    return page_permission_policy.instances_user_has_permission_for(user, action)
