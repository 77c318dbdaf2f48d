"""How many differences are open, for the home page of the admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from core.registries import Attention, AttentionItem
from translation.disagreements import rights
from translation.disagreements.listing import count_open


def open_disagreements(user: User) -> Attention:
    """What the languages say differently, counted, with the way to the report."""
    heading = gettext_lazy("Differences of the languages")
    count = count_open() if rights.may_see(user) else 0
    if not count:
        return Attention(heading, [])
    words = ngettext(
        "%(count)s difference to look at", "%(count)s differences to look at", count
    )
    url = reverse("translation_disagreements")
    return Attention(heading, [AttentionItem(words % {"count": count}, url)])
