"""What a page says of itself in its head: to search engines and where it is shared."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import cached_property

from core.chrome import Alternate, Chrome

CARD_WIDTH, CARD_HEIGHT = 1200, 630


@dataclass(frozen=True)
class SharePicture:
    """The card of a page on social networks; `url` is absolute."""

    url: str
    alt: str
    width: int = CARD_WIDTH
    height: int = CARD_HEIGHT


class PageMeta:
    """Title, description, addresses and picture of one page."""

    def __init__(self, page, chrome: Chrome):
        self.page = page
        self.chrome = chrome

    @cached_property
    def title(self) -> str:
        if self.page.seo_title:
            return self.page.seo_title
        return f"{self.page.title} — {settings.WAGTAIL_SITE_NAME}"

    @property
    def description(self) -> str:
        return self.page.search_description

    @cached_property
    def canonical_url(self) -> str:
        return self.chrome.canonical

    @property
    def alternates(self) -> list[Alternate]:
        return self.chrome.alternates

    @property
    def x_default_url(self) -> str:
        return self.chrome.default_alternate

    @cached_property
    def image(self) -> SharePicture | None:
        image = self.page.share_picture()
        if image is None or not image.social_card:
            return None
        url = image.social_card.url
        if url.startswith("/"):
            url = f"{settings.WAGTAILADMIN_BASE_URL}{url}"
        return SharePicture(url, self.page.title)
