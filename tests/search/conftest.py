import pytest
from wagtail.models import Page

from search.backends.database import SearchBackend

TITLES = [
    "Зал портретов",
    "Ёлка и ежи",
    "Нейросеть рисует художников",
    "Painting networks",
    "Замок datafest@mlart.org",
    "100 % music (loud)",
]


@pytest.fixture
def backend():
    return SearchBackend({})


@pytest.fixture
def pages(db, backend):
    return [add_page(title, f"page-{number}") for number, title in enumerate(TITLES)]


def add_page(title, slug):
    return Page.objects.get(depth=1).add_child(instance=Page(title=title, slug=slug))
