"""Bringing up to date what was made of texts, when the facts in them change."""

from collections.abc import Callable

from core.facts_in_texts.places import all_names, pages_telling
from core.social_cards import refresh_after_publication

Follower = Callable[[set[int]], None]
_followers: list[Follower] = []


def register_follower(follower: Follower) -> None:
    """Have `follower(page_ids)` called for the pages whose facts have changed."""
    if follower not in _followers:
        _followers.append(follower)


def follow() -> None:
    """Draw the cards anew, and let the apps renew what they keep of these pages.

    Pages themselves are told when they are served, and need nothing.
    """
    page_ids = pages_telling(all_names())
    for page_id in page_ids:
        refresh_after_publication(page_id)
    for follower in _followers:
        follower(page_ids)
