"""Blocks: each renders, previews, and says what it is."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField

from core.blocks import CallToActionBlock
from core.models import SiteSettings
from tests.factories import (
    ArtImageFactory,
    CallFactsFactory,
    ContentPageFactory,
    UserFactory,
    VideoFactory,
    in_english,
)

OWN_APPS = ["core", "accounts", "gallery", "home", "opencall", "search", "translation"]


def stream_fields():
    """Every StreamField of our own models."""
    for app in OWN_APPS:
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.local_fields:
                if isinstance(field, StreamField):
                    yield field


def inner_blocks(block):
    """A block and everything inside it."""
    yield block
    children = getattr(block, "child_blocks", {}).values()
    for child in [*children, *filter(None, [getattr(block, "child_block", None)])]:
        yield from inner_blocks(child)


def page_blocks():
    """The blocks that editors choose from on pages, each once, by their place."""
    return {
        f"{field.model.__name__}.{field.name}.{name}": block
        for field in stream_fields()
        if hasattr(field.model, "get_url")
        for name, block in field.stream_block.child_blocks.items()
    }


PAGE_BLOCKS = page_blocks()
EACH_BLOCK = pytest.mark.parametrize("place", PAGE_BLOCKS)


def test_blocks_are_found():
    assert len(PAGE_BLOCKS) >= 17
    assert "ContentPage.body.media" in PAGE_BLOCKS


def test_nobody_can_enter_raw_html():
    raw = [
        f"{field.model.__name__}.{field.name}"
        for field in stream_fields()
        for block in inner_blocks(field.stream_block)
        if isinstance(block, blocks.RawHTMLBlock)
    ]

    assert raw == []


@EACH_BLOCK
def test_every_block_is_described_for_the_editor(place):
    block = PAGE_BLOCKS[place]

    assert block.get_description()
    assert block.label
    assert block.meta.icon != "placeholder"


@pytest.fixture
def library(site):
    """What some previews show: the newest image, video, partners and call."""
    ArtImageFactory()
    VideoFactory()
    CallFactsFactory()
    settings = SiteSettings.for_site(site.site)
    settings.partners = [("partner", {"name": "ODS", "kind": "community", "url": ""})]
    settings.save()


@pytest.fixture
def administrator(client, site):
    client.force_login(UserFactory(is_superuser=True))
    return client


@EACH_BLOCK
def test_every_block_can_be_previewed(administrator, library, place):
    block = PAGE_BLOCKS[place]
    assert block.is_previewable

    response = administrator.get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )

    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    shown = soup.body.find(class_="flow")
    assert shown.get_text(strip=True) or shown.find("video")


# What blocks show on a page


def shown_by(client, *body):
    page = ContentPageFactory(body=list(body))
    response = client.get(page.url)
    return BeautifulSoup(response.content, "html.parser").find(class_="flow")


@pytest.mark.parametrize(
    ("block", "selector", "words"),
    [
        (("heading", "Залы в куполе"), "h2", "Залы в\u00a0куполе"),
        (("text", "<p>Работы в зале.</p>"), ".prose p", "Работы в\u00a0зале."),
        (
            ("quote", {"text": "В начале был шум.", "source": "Вера"}),
            ".quote__words",
            "В\u00a0начале был шум.",
        ),
        (
            (
                "timeline",
                {"events": [{"when": "2020", "title": "В пути", "text": "В поле"}]},
            ),
            ".timeline__title",
            "В\u00a0пути",
        ),
        (
            ("people", {"people": [{"name": "Вера", "role": "в жюри", "text": ""}]}),
            ".people__role",
            "в\u00a0жюри",
        ),
        (
            (
                "faq",
                {"questions": [{"question": "В чём суть?", "answer": "<p>Да</p>"}]},
            ),
            ".faq__summary",
            "В\u00a0чём суть?",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_texts_are_typeset(client, site, block, selector, words):
    shown = shown_by(client, block).select_one(selector)

    assert shown.get_text(strip=True) == words


def test_markup_in_plain_text_is_only_text(client, site):
    shown = shown_by(client, ("heading", "<script>alert(1)</script>"))

    assert shown.find("script") is None
    assert "<script>" in shown.h2.get_text()


def test_an_image_has_its_own_alternative_text(client, site):
    image = ArtImageFactory()
    image.contextual_alt_text, image.decorative = "Ленты", False
    value = {"image": image, "caption": "Вид с моря"}

    shown = shown_by(client, ("image", value))

    assert shown.img["alt"] == "Ленты"
    assert shown.figcaption.get_text() == "Вид с\u00a0моря"


def test_partners_and_deadline_are_never_written_twice(client, library):
    shown = shown_by(client, ("partners", None), ("deadline", None))

    assert "ODS" in shown.select_one(".partners").get_text()
    assert shown.select_one(".deadline")["data-state"] == "open"


def test_without_a_call_there_is_no_deadline(client, site):
    assert shown_by(client, ("deadline", None)).select_one(".deadline") is None


# The call to action


def action(**where):
    return {"text": "Приём работ открыт", "button": "Условия", **where}


def test_the_button_leads_to_the_readers_page(client, site):
    target = ContentPageFactory()
    english_target = in_english(target)
    page = ContentPageFactory(body=[("call_to_action", action(page=target, url=""))])
    english = in_english(page)

    for shown, leads_to in ((page, target), (english, english_target)):
        soup = BeautifulSoup(client.get(shown.url).content, "html.parser")
        assert soup.select_one(".flow a.button")["href"] == leads_to.url


def test_the_button_leads_elsewhere(client, site):
    shown = shown_by(client, ("call_to_action", action(url="https://example.org/")))

    assert shown.select_one("a.button")["href"] == "https://example.org/"


def test_the_button_may_lead_to_one_place(site):
    block = CallToActionBlock()

    cleaned = block.clean(block.normalize(action(page=site.home, url="")))

    assert cleaned["page"].pk == site.home.pk


@pytest.mark.parametrize("places", [[], ["page", "url"]], ids=["nowhere", "both"])
def test_the_button_leads_to_exactly_one_place(site, places):
    both = {"page": site.home, "url": "https://example.org/"}
    chosen = {place: both[place] if place in places else None for place in both}
    block = CallToActionBlock()
    value = block.normalize(action(**chosen))

    with pytest.raises(StructBlockValidationError) as error:
        block.clean(value)

    assert set(error.value.block_errors) == {"page"}
