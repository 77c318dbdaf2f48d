"""What a page says of itself in its head: to search engines and where it is shared."""

from dataclasses import dataclass

from django.conf import settings
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from core.chrome import Alternate, Chrome
from core.facts_in_texts import told
from core.media.cards import CARD_HEIGHT, CARD_WIDTH


@dataclass(frozen=True)
class SharePicture:
    """The card of a page on social networks; `url` is absolute."""

    url: str
    alt: str
    width: int = CARD_WIDTH
    height: int = CARD_HEIGHT


@dataclass(frozen=True)
class ShareMedia:
    """A video or a sound that plays where the page is shared; `url` is absolute.

    `kind` is "video" or "audio"; a sound has no width and height.
    """

    kind: str
    url: str
    mime_type: str
    width: int | None = None
    height: int | None = None


def absolute(url: str) -> str:
    """An address of this site or its bucket, on the site's public origin."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{url}" if url.startswith("/") else url


def usual_card() -> SharePicture:
    """The card of what has none of its own, or none yet."""
    url = absolute(static("core/img/card.jpg"))
    return SharePicture(url, settings.WAGTAIL_SITE_NAME)


class PageMeta:
    """Title, description, addresses and picture of one page."""

    def __init__(self, page, chrome: Chrome):
        self.page = page
        self.chrome = chrome

    @cached_property
    def title(self) -> str:
        if self.page.seo_title:
            return told(self.page.seo_title)
        return f"{told(self.page.title)} — {settings.WAGTAIL_SITE_NAME}"

    @cached_property
    def description(self) -> str:
        return self.page.summary or _(
            "%(title)s: an online gallery of art made with machine learning"
        ) % {"title": told(self.page.title)}

    @cached_property
    def canonical_url(self) -> str:
        return self.chrome.canonical

    @property
    def alternates(self) -> list[Alternate]:
        return self.chrome.alternates

    @property
    def x_default_url(self) -> str:
        return self.chrome.default_alternate

    @property
    def kind(self) -> str:
        """What the page is in the words of Open Graph."""
        return self.page.share_kind

    @cached_property
    def media(self) -> list[ShareMedia]:
        return self.page.share_media()

    @cached_property
    def image(self) -> SharePicture:
        card = getattr(self.page, "social_card", None)
        if card is None or not card.file:
            return usual_card()
        return SharePicture(absolute(card.file.url), card.alt)
