from dataclasses import dataclass

from wagtail.models import Page, Site

from home.models import HomePage
from tests.factories.home import HomePageFactory
from tests.factories.tree import LocaleFactory, in_english, tree_root


@dataclass(frozen=True)
class TwoLanguageSite:
    """The site, and its home page in each language."""

    site: Site
    home: HomePage
    english_home: HomePage

    def read_again(self) -> "TwoLanguageSite":
        """The same as the database has it now."""
        site = Site.objects.get(pk=self.site.pk)
        site.root_page = HomePage.objects.get(pk=self.home.pk)
        english_home = HomePage.objects.get(pk=self.english_home.pk)
        return TwoLanguageSite(site, site.root_page, english_home)


def two_language_site() -> TwoLanguageSite:
    """The default site with published Russian and English home pages."""
    LocaleFactory(language_code="en")
    home = HomePageFactory()
    site, _ = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home},
    )
    # The page that Wagtail itself begins with is in nobody's way afterwards.
    for welcome in Page.objects.child_of(tree_root()).exact_type(Page):
        welcome.delete()
    return TwoLanguageSite(site, home, in_english(home, title="MLArt"))
