"""The addresses of a text: links, mail, telephones, and the tokens of facts."""

import re
from collections.abc import Iterable, Iterator

from core.facts_in_texts import TOKEN
from translation.choices import DisagreementKind
from translation.disagreements.findings import Fact

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”\"]+"
    r"|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:org|com|net|ru|io|ai|gle|art|eu|info|dev|su|рф)"
    r"(?![\w-]|\.\w)(?:/[^\s<>«»“”\"]*)?",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w+])\+\d[\d\s\u00a0()-]{7,}\d(?!\w)")
HANDLE = re.compile(r"(?<![\w@./])@\w{3,}", re.ASCII)
LAST_SIGNS = ".,;:!?)]}…'"
LANGUAGE_PREFIX = re.compile(r"^((?:[a-z0-9-]+\.)+[a-z]+(?::\d+)?)?/(?:ru|en)(?=/|$)")


def addresses_in(text: str, hrefs: Iterable[str] = ()) -> list[Fact]:
    """Every address of a text, those its links lead to among them."""
    found: list[Fact] = []
    for reader in (_tokens, _mail, _links, _phones, _handles):
        for fact in reader(text):
            if not any(fact.overlaps(other) for other in found):
                found.append(fact)
    known = {fact.key for fact in found}
    led = [fact for fact in map(_led, hrefs) if fact.key not in known]
    return found + list({fact.key: fact for fact in led}.values())


def link_key(url: str) -> str:
    """What a link leads to, without what does not tell addresses apart.

    The same page of this site has another prefix in each language.
    """
    bare = re.sub(r"^(?:https?:)?(?://)?(?:www\.)?", "", url, flags=re.IGNORECASE)
    return LANGUAGE_PREFIX.sub(r"\1", bare.rstrip("/")) or "/"


def _fact(kind: DisagreementKind, key: str, says: str, start: int) -> Fact:
    return Fact(kind, key, says, start, start + len(says))


def _tokens(text: str) -> Iterator[Fact]:
    for found in TOKEN.finditer(text):
        yield _fact(DisagreementKind.FACT, found[1], found[0], found.start())


def _mail(text: str) -> Iterator[Fact]:
    for found in MAIL.finditer(text):
        key = found[0].lower()
        yield _fact(DisagreementKind.ADDRESS, key, found[0], found.start())


def _links(text: str) -> Iterator[Fact]:
    for found in LINK.finditer(text):
        says = found[0].rstrip(LAST_SIGNS)
        yield _fact(DisagreementKind.LINK, link_key(says), says, found.start())


def _phones(text: str) -> Iterator[Fact]:
    for found in PHONE.finditer(text):
        key = re.sub(r"\D", "", found[0])
        yield _fact(DisagreementKind.ADDRESS, key, found[0], found.start())


def _handles(text: str) -> Iterator[Fact]:
    for found in HANDLE.finditer(text):
        key = found[0].lower()
        yield _fact(DisagreementKind.ADDRESS, key, found[0], found.start())


def _led(href: str) -> Fact:
    """What a link leads to; it stands nowhere in the words."""
    scheme, _colon, rest = href.partition(":")
    if scheme in {"mailto", "tel"}:
        said = rest.partition("?")[0]
        key = said.lower() if scheme == "mailto" else re.sub(r"\D", "", said)
        return Fact(DisagreementKind.ADDRESS, key, said, -1, -1)
    return Fact(DisagreementKind.LINK, link_key(href), href, -1, -1)
