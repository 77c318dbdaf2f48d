"""Builds the whole demo festival into an empty site, or leaves the site alone."""

from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from core.models import ArtImage, BasePage, FooterText, SiteSettings
from gallery.models import Audio, Video
from gallery.services import nearness
from gallery.tasks import refresh_near_works
from mlart_site.demo import media
from mlart_site.demo.content import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    DemoContent,
    in_language,
)
from mlart_site.demo.dates import call_dates
from mlart_site.demo.jobs import Jobs
from mlart_site.demo.keys import stable_key
from mlart_site.demo.pages import HOME_KEY, PageDraft, page_drafts
from mlart_site.demo.progress import Progress
from mlart_site.demo.streams import Shelf, stream
from mlart_site.demo.translations import translate
from opencall.models import CallFacts
from search.services.rebuilding import rebuild
from search.tasks import follow_page
from translation.glossary.importing import load_starter


class SiteContent(Enum):
    """What a site holds before the demo festival is loaded."""

    NOTHING = "nothing"
    DEMO = "demo"
    OTHER = "other"


def site_content() -> SiteContent:
    """What the site holds now; pages that Wagtail itself begins with are nothing."""
    pages = Page.objects.exclude(content_type__app_label="wagtailcore")
    if pages.filter(translation_key=HOME_KEY).exists():
        return SiteContent.DEMO
    kept = (ArtImage, Video, Audio, CallFacts, FooterText)
    if pages.exists() or any(model.objects.exists() for model in kept):
        return SiteContent.OTHER
    return SiteContent.NOTHING


def build(content: DemoContent, *, year: int | None, show_progress: bool) -> None:
    """Fill an empty site, all or nothing; then do what waited for the commit."""
    shelf = Shelf()
    with Jobs() as jobs:
        try:
            with transaction.atomic():
                Builder(content, shelf, jobs).build(year, show_progress)
        except BaseException:
            media.discard(shelf)
            raise
        # The index and what is near each work were built with the pages.
        jobs.finish(but=(follow_page, refresh_near_works))


class Builder:
    """One building of the festival: the words it takes and what it has made."""

    def __init__(self, content: DemoContent, shelf: Shelf, jobs: Jobs):
        self.content, self.shelf, self.jobs = content, shelf, jobs
        self.source, self.target = (
            Locale.objects.get_or_create(language_code=language)[0]
            for language in (SOURCE_LANGUAGE, TARGET_LANGUAGE)
        )

    def build(self, year: int | None, show_progress: bool) -> None:
        """Media first, then all Russian pages, then all English ones."""
        facts = self._facts(year)
        drafts = list(page_drafts(self.content, self.shelf, facts))
        steps = media.step_count(self.content) + 2 * len(drafts) + 5
        with Progress(steps, shown=show_progress) as self.progress:
            load_starter()
            self._done("glossary")
            media.upload_works(self.content, self.shelf, self._done)
            self._publish_originals(drafts)
            self._publish_footer()
            for draft in drafts:
                self._translate(draft)
            for locale in (self.source, self.target):
                rebuild(locale)
                self._done(f"search {locale.language_code}")
            nearness.rebuild()
            self._done("near works")

    def _done(self, what: str) -> None:
        self.jobs.finish()
        self.progress.step(what)

    def _publish_originals(self, drafts: list[PageDraft]) -> None:
        """Put every Russian page live; the home page last, as it shows the others."""
        home_draft, *others = drafts
        home = self._add_home(home_draft)
        for draft in others:
            parent = self.shelf.pages[draft.parent]
            self._add(draft, parent).save_revision().publish()
            self._done(draft.slug)
        for name, value in home_draft.fields(SOURCE_LANGUAGE).items():
            setattr(home, name, value)
        home.save_revision().publish()
        self._done(home_draft.slug)

    def _translate(self, draft: PageDraft) -> None:
        original = draft.model.objects.get(pk=self.shelf.pages[draft.slug].pk)
        translate(original, draft.instance(TARGET_LANGUAGE), self.target)
        self._done(draft.slug)

    def _publish_footer(self) -> None:
        footer = self._footer(SOURCE_LANGUAGE)
        footer.save()
        footer.save_revision().publish()
        footer.refresh_from_db()
        translate(footer, self._footer(TARGET_LANGUAGE), self.target)
        self._done("footer")

    def _add(self, draft: PageDraft, parent: Page) -> BasePage:
        page = draft.instance(SOURCE_LANGUAGE)
        page.locale = self.source
        page.live = False
        # Each child moves its parent's counters in the database.
        parent.refresh_from_db(fields=["numchild", "path", "depth"])
        self.shelf.pages[draft.slug] = parent.add_child(instance=page)
        return page

    def _add_home(self, draft: PageDraft) -> BasePage:
        """Put the home page where Wagtail's welcome was, and the site upon it."""
        Page.objects.filter(depth=2, content_type__app_label="wagtailcore").delete()
        home = self._add(draft, Page.get_first_root_node())
        address = urlsplit(settings.PUBLIC_URL)
        site = Site.objects.create(
            hostname=address.hostname,
            port=address.port or (443 if address.scheme == "https" else 80),
            root_page=home,
            is_default_site=True,
            site_name=self.content.festival["site"]["organisation"],
        )
        self._fill_settings(site)
        return home

    def _fill_settings(self, site: Site) -> None:
        told = self.content.festival["site"]
        links = [{"type": "link", "value": link} for link in told["social_links"]]
        partners = [{"type": "partner", "value": each} for each in told["partners"]]
        site_settings = SiteSettings.for_site(site)
        site_settings.organisation = told["organisation"]
        site_settings.social_links = stream("site.social_links", links)
        site_settings.partners = stream("site.partners", partners)
        site_settings.save()

    def _footer(self, language: str) -> FooterText:
        told = in_language(self.content.festival["site"]["footer_text"], language)
        return FooterText(
            locale=self.source, translation_key=stable_key("footer"), text=told
        )

    def _facts(self, year: int | None) -> CallFacts:
        told = self.content.festival["facts"]
        dates = call_dates(told, timezone.now(), year)
        facts = CallFacts(**{**told, **dates})
        facts.full_clean()
        facts.save()
        return facts
