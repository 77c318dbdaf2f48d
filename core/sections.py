"""What surrounds and describes a view that answers at one address per language."""

from dataclasses import dataclass

from django.conf import settings

from core.chrome import Alternate, Chrome, LanguageSwitch
from core.meta import SharePicture, usual_card
from core.registries import Section


class SectionChrome(Chrome):
    """The chrome of a section; its language switch keeps what was asked for.

    `query` is the query string that means the same in every language.
    """

    def __init__(self, request, section: Section, query: str = ""):
        super().__init__(request)
        self.section = section
        self.query = query

    def _switch_to(self, code: str, name: str) -> LanguageSwitch:
        url = self.section.url_in(code)
        if self.query:
            url = f"{url}?{self.query}"
        return LanguageSwitch(code, name, url, is_same_page=True)

    @property
    def languages(self) -> list[dict]:
        entries = super().languages
        for entry in entries:
            code, name = entry["language_code"], entry["label"]
            entry["url"] = self._switch_to(code, name).url
        return entries

    @property
    def alternates(self) -> list[Alternate]:
        return [
            Alternate(code, public_address(self.section, code))
            for code, _name in settings.LANGUAGES
        ]

    @property
    def canonical(self) -> str:
        return public_address(self.section, self.language_code)


def public_address(section: Section, language_code: str) -> str:
    """A section's address on the site's public origin."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{section.url_in(language_code)}"


@dataclass(frozen=True)
class SectionMeta:
    """Title, description and addresses of a section."""

    chrome: SectionChrome
    title: str
    description: str = ""
    schema_type: str = "WebPage"

    @property
    def image(self) -> SharePicture:
        return usual_card()

    @property
    def canonical_url(self) -> str:
        return self.chrome.canonical

    @property
    def alternates(self) -> list[Alternate]:
        return self.chrome.alternates

    @property
    def x_default_url(self) -> str:
        return self.chrome.default_alternate
