"""Letters about the board, each in the language of who gets it."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin.mail import send_mail
from wagtail.users.models import UserProfile

from accounts.models import User
from translation.models import BoardEntry
from translation.refusals import in_own_language


def tell_assigned(user_id: int, entry_ids: Iterable[int], assigner_id: int) -> None:
    """Write to somebody what was assigned to them, unless that has changed since.

    Wagtail's setting for letters about what is waiting for somebody holds for it.
    """
    user = User.objects.filter(pk=user_id).first()
    entries = BoardEntry.objects.filter(pk__in=entry_ids, assignee=user_id)
    entries = list(entries.select_related("locale").order_by("due", "importance"))
    if user is None or not entries or not _wants_letters(user):
        return
    write(
        user,
        "assigned",
        entries=entries,
        assigner=User.objects.filter(pk=assigner_id).first(),
        board=f"{reverse('translation_board')}?assigned=me",
    )


def write(user: User, letter: str, **context) -> None:
    """Send a letter of that name; its templates have the addresses without a host."""
    context = {**context, "user": user, "site": settings.WAGTAILADMIN_BASE_URL}
    with in_own_language(user):
        subject, text = (
            render_to_string(f"translation/board/{name}.txt", context)
            for name in (f"{letter}_subject", letter)
        )
    send_mail(" ".join(subject.split()), f"{text.strip()}\n", [user.email])


def _wants_letters(user: User) -> bool:
    profile = UserProfile.get_for_user(user)
    return bool(user.is_active and user.email and profile.submitted_notifications)
