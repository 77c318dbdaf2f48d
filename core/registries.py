"""What apps tell one another without importing one another.

Apps fill these in `AppConfig.ready`; any page, template or check may read them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override


@dataclass(frozen=True)
class Problem:
    """Why something cannot be published: the place, and what to do there.

    One that is `passing` is only a matter of time: what is scheduled may wait for it.
    `field` is the form field that mends it; `item` counts, from 0, the inline item
    that the field belongs to, among those of the relation `inline`.
    """

    place: str | Promise
    message: str | Promise
    field: str = ""
    passing: bool = False
    item: int | None = None
    inline: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else str(self.message)


PublicationCheck = Callable[[Any], Iterable[Problem]]
PublicationStep = Callable[[Any], None]
FactProvider = Callable[[], Any]
# Gets the usual workflow, the group that approves, and the home page by language.
ReviewStep = Callable[[Any, Any, Mapping[str, Any]], Iterable[str]]

_publication_checks: list[PublicationCheck] = []
_publication_steps: list[PublicationStep] = []
_fact_providers: dict[str, FactProvider] = {}
_review_steps: list[ReviewStep] = []


def register_publication_check(check: PublicationCheck) -> PublicationCheck:
    """Have `check(page)` asked before any page goes live; it yields problems."""
    if check not in _publication_checks:
        _publication_checks.append(check)
    return check


def publication_problems(page: Any) -> list[Problem]:
    """Everything that keeps this version of the page from going live."""
    return [problem for check in _publication_checks for problem in check(page)]


def register_publication_step(step: PublicationStep) -> PublicationStep:
    """Have `step(revision)` complete any version that is about to be published."""
    if step not in _publication_steps:
        _publication_steps.append(step)
    return step


def prepare_publication(revision: Any) -> None:
    """Let every registered step complete a version before it is checked."""
    for step in _publication_steps:
        step(revision)


def register_review_step(step: ReviewStep) -> ReviewStep:
    """Have `step` say what is reviewed otherwise than usual, whenever roles are synced.

    It yields a line for each thing that it had to change.
    """
    if step not in _review_steps:
        _review_steps.append(step)
    return step


def review_steps() -> list[ReviewStep]:
    """Every registered step, in the order of the apps."""
    return list(_review_steps)


def register_facts(name: str, provider: FactProvider) -> None:
    """Offer a record of facts, read anew at each call, to every page."""
    _fact_providers[name] = provider


def facts(name: str) -> Any:
    """The current record of that name, or None if there is none."""
    provider = _fact_providers.get(name)
    return provider() if provider else None


@dataclass(frozen=True)
class AttentionItem:
    """One thing that somebody has to look at: what, where, and why."""

    title: str
    url: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attention:
    """Things of one kind that wait for the same people."""

    heading: str | Promise
    items: Sequence[AttentionItem]


AttentionProvider = Callable[[Any], Attention]
_attention_providers: dict[str, AttentionProvider] = {}


def register_attention(name: str, provider: AttentionProvider) -> None:
    """Have `provider(user)` asked for what that user can do something about.

    The name is part of the address of the full list.
    """
    _attention_providers[name] = provider


def attention(user: Any) -> dict[str, Attention]:
    """Everything that waits for this user, by the provider's name."""
    found = {name: ask(user) for name, ask in _attention_providers.items()}
    return {name: kind for name, kind in found.items() if kind.items}


def attention_named(name: str, user: Any) -> Attention | None:
    """One kind of what waits for this user; None if nobody offers that kind."""
    provider = _attention_providers.get(name)
    return provider(user) if provider else None


@dataclass(frozen=True)
class Section:
    """A view beside the page tree with an address in each language: search.

    It is listed in the sitemap; one that is `in_menu` is led to from every page.
    What one that is `personal` shows is its visitor's own: the foot of pages leads
    there, and search engines are not sent to it.
    """

    name: str
    title: str | Promise
    in_menu: bool = False
    personal: bool = False

    @property
    def url(self) -> str:
        """The address in the reader's language."""
        return reverse(self.name)

    def url_in(self, language_code: str) -> str:
        with override(language_code):
            return self.url


_sections: dict[str, Section] = {}


def register_section(section: Section) -> None:
    """Have every page know of a view by the name of its address."""
    _sections[section.name] = section


def sections() -> dict[str, Section]:
    """The registered views by name, in the order of the apps."""
    return dict(_sections)


NamedAfterProvider = Callable[[int], Iterable[int]]
_named_after_providers: list[NamedAfterProvider] = []


def register_named_after(provider: NamedAfterProvider) -> NamedAfterProvider:
    """Have `provider(page_id)` asked whose cards print that page's title."""
    if provider not in _named_after_providers:
        _named_after_providers.append(provider)
    return provider


def pages_named_after(page_id: int) -> list[int]:
    """The keys of all pages whose cards print the title of this one."""
    return [key for ask in _named_after_providers for key in ask(page_id)]


@dataclass(frozen=True)
class PageVideo:
    """A video that can be seen on a page; addresses are absolute."""

    url: str
    thumbnail: str
    description: str
    seconds: int | None


@dataclass(frozen=True)
class PageMedia:
    """The images, by absolute address, and the videos of a page."""

    images: list[str] = field(default_factory=list)
    videos: list[PageVideo] = field(default_factory=list)


PageMediaProvider = Callable[[Sequence[int]], dict[int, PageMedia]]
_page_media_providers: list[PageMediaProvider] = []


def register_page_media(provider: PageMediaProvider) -> PageMediaProvider:
    """Have `provider(page_ids)` asked what can be seen on pages, by page."""
    if provider not in _page_media_providers:
        _page_media_providers.append(provider)
    return provider


def page_media(page_ids: Sequence[int]) -> dict[int, PageMedia]:
    """What can be seen on pages, for those where there is something."""
    found: dict[int, PageMedia] = {}
    for ask in _page_media_providers:
        found |= ask(page_ids)
    return found


ReadingCounter = Callable[[UUID], None]
_reading_counters: list[ReadingCounter] = []


def register_reading_counter(counter: ReadingCounter) -> ReadingCounter:
    """Have `counter(translation_key)` told of each page that a visitor reads.

    It is called in the visitor's request, so it must not ask the database.
    """
    if counter not in _reading_counters:
        _reading_counters.append(counter)
    return counter


def page_was_read(translation_key: UUID) -> None:
    """Tell every registered counter of a page that a visitor has read."""
    for counter in _reading_counters:
        counter(translation_key)


InquiryCounter = Callable[[str, str, bool], None]
_inquiry_counters: list[InquiryCounter] = []


def register_inquiry_counter(counter: InquiryCounter) -> InquiryCounter:
    """Have `counter(text, language, found)` told of what visitors search for.

    It is called in the visitor's request, so it must not ask the database.
    """
    if counter not in _inquiry_counters:
        _inquiry_counters.append(counter)
    return counter


def was_searched_for(text: str, language: str, found: bool) -> None:
    """Tell every registered counter of a question, and whether anything was found."""
    for counter in _inquiry_counters:
        counter(text, language, found)
