"""Slows down those who guess passwords.

Counts failures in the site's cache. With the default cache each web process counts
for itself, so a guesser gets as many times the limit as there are processes; with
Redis (CACHE_URL) the count is one.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

WINDOW = 15 * 60


@dataclass(frozen=True)
class Limit:
    """How many failures of one kind are borne within the window."""

    name: str
    failures: int


# A person is slowed down at one address only, so that nobody can lock out another.
PER_PERSON = Limit("person", 6)
PER_ADDRESS = Limit("address", 60)


def is_too_often(request: HttpRequest, email: str) -> bool:
    """Whether this person or this address has failed too often lately."""
    return any(
        cache.get(key, 0) >= limit.failures for limit, key in _keys(request, email)
    )


def count_failure(request: HttpRequest, email: str) -> None:
    for _limit, key in _keys(request, email):
        cache.add(key, 0, WINDOW)
        # The window may end between the two lines.
        with suppress(ValueError):
            cache.incr(key)


def forget_failures(request: HttpRequest, email: str) -> None:
    """Somebody signed in: what they mistyped before no longer counts."""
    cache.delete(dict(_keys(request, email))[PER_PERSON])


def _keys(request: HttpRequest, email: str) -> Iterator[tuple[Limit, str]]:
    address = client_address(request)
    yield PER_ADDRESS, _key(PER_ADDRESS, address)
    yield PER_PERSON, _key(PER_PERSON, f"{address} {email.strip().lower()}")


def _key(limit: Limit, value: str) -> str:
    # Hashed, because a cache key may hold neither spaces nor anybody's address.
    digest = salted_hmac("accounts.throttling", value, algorithm="sha256")
    return f"sign-in-{limit.name}-{digest.hexdigest()}"


def client_address(request: HttpRequest) -> str:
    """Where the request comes from: the proxy's word for it, if there is a proxy."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        # Only the last entry is our own proxy's; the others anybody may invent.
        return forwarded.rpartition(",")[2].strip() or request.META["REMOTE_ADDR"]
    return request.META["REMOTE_ADDR"]
