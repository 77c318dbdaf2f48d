"""Ways from a page to others, as templates print them."""

from dataclasses import dataclass

# Where networks that ask for a country show the languages of the site.
TERRITORIES = {"ru": "ru_RU", "en": "en_GB"}


@dataclass(frozen=True)
class Link:
    """Somewhere to go, as a menu or a footer shows it."""

    title: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class LanguageSwitch:
    """The way to the other language.

    `is_same_page` is false where the page has no published translation and the
    link leads to its nearest published ancestor instead.
    """

    language_code: str
    label: str
    url: str
    is_same_page: bool


@dataclass(frozen=True)
class LinkColumn:
    """A heading of the footer and what stands under it."""

    heading: str
    links: list[Link]


@dataclass(frozen=True)
class Alternate:
    """The same page in a language, for search engines."""

    language_code: str
    url: str

    @property
    def territory(self) -> str:
        return TERRITORIES.get(self.language_code, self.language_code)
