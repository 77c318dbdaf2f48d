"""Licences: their own pages, and which ask for a credit line."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from gallery.choices import Licence
from tests.factories import ArtworkPageFactory, in_english

DEEDS = {
    Licence.ALL_RIGHTS_RESERVED: "",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.{}",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.{}",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.{}",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/deed.{}",
    Licence.CC_BY_NC_SA: "https://creativecommons.org/licenses/by-nc-sa/4.0/deed.{}",
    Licence.CC_BY_ND: "https://creativecommons.org/licenses/by-nd/4.0/deed.{}",
    Licence.CC_BY_NC_ND: "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.{}",
}


@pytest.mark.parametrize("licence", Licence)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_licence_leads_to_its_deed_in_the_readers_language(licence, language):
    assert licence.deed_url(language) == DEEDS[licence].format(language)


@pytest.mark.parametrize("licence", Licence)
def test_all_but_public_domain_and_all_rights_reserved_ask_for_a_line(licence):
    free = {Licence.ALL_RIGHTS_RESERVED, Licence.CC0}

    assert licence.needs_attribution is (licence not in free)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_links_the_deed_and_prints_the_line(client, site, language):
    work = ArtworkPageFactory(licence=Licence.CC_BY, attribution="Вера, 2020")
    page = work if language == "ru" else in_english(work)

    soup = BeautifulSoup(client.get(page.url).content, "html.parser")

    link = soup.find("a", href=DEEDS[Licence.CC_BY].format(language))
    assert link.get_text() == "CC BY 4.0"
    assert "Вера, 2020" in soup.select_one(".facts").get_text()


def test_reserved_rights_lead_nowhere(client, site):
    work = ArtworkPageFactory(licence=Licence.ALL_RIGHTS_RESERVED)

    with translation.override("en"):
        response = client.get(in_english(work).url)

    facts = BeautifulSoup(response.content, "html.parser").select_one(".facts")
    assert "All rights reserved" in facts.get_text()
    assert facts.select('a[href^="https://creativecommons.org"]') == []
