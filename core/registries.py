"""What apps tell one another without importing one another.

Apps fill these in `AppConfig.ready`; any page, template or check may read them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Problem:
    """Why something cannot be published: the place, and what to do there."""

    place: str | Promise
    message: str | Promise
    field: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else str(self.message)


PublicationCheck = Callable[[Any], Iterable[Problem]]
FactProvider = Callable[[], Any]

_publication_checks: list[PublicationCheck] = []
_fact_providers: dict[str, FactProvider] = {}


def register_publication_check(check: PublicationCheck) -> PublicationCheck:
    """Have `check(page)` asked before any page goes live; it yields problems."""
    if check not in _publication_checks:
        _publication_checks.append(check)
    return check


def publication_problems(page: Any) -> list[Problem]:
    """Everything that keeps this version of the page from going live."""
    return [problem for check in _publication_checks for problem in check(page)]


def register_facts(name: str, provider: FactProvider) -> None:
    """Offer a record of facts, read anew at each call, to every page."""
    _fact_providers[name] = provider


def facts(name: str) -> Any:
    """The current record of that name, or None if there is none."""
    provider = _fact_providers.get(name)
    return provider() if provider else None
