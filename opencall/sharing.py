"""How an open call presents itself where it is shared."""

from functools import partial

from django.db import transaction
from django.utils.translation import pgettext

from core.dates import day_month_year
from core.media.cards import CardWords
from core.tasks import follow_facts, refresh_social_card


def call_card(page) -> CardWords:
    """The title of a call, its festival and its deadline."""
    opening = pgettext("the call", "Open until")
    day = day_month_year(page.facts.local_closes_at.date())
    return CardWords(page.title, page.facts.festival, f"{opening} {day}")


def on_facts_saved(instance, **_kwargs) -> None:
    """A deadline that has moved is printed on cards, and told in texts anywhere."""
    transaction.on_commit(follow_facts.enqueue)
    for page_id in instance.pages.values_list("pk", flat=True):
        transaction.on_commit(partial(refresh_social_card.enqueue, page_id))


def on_facts_deleted(**_kwargs) -> None:
    """Texts tell the facts of another call now."""
    transaction.on_commit(follow_facts.enqueue)
