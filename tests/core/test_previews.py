"""Every page type can be previewed, in its own language."""

import pytest

from tests.core.exhibition import LANGUAGES, PAGE_TYPES
from tests.core.previewing import preview

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", PAGE_TYPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_type_can_be_previewed(standing_exhibition, kind, language):
    page = standing_exhibition[kind, language]
    draft = page.specific_class.objects.get(pk=page.pk)
    draft.title = draft.headline = "Новое имя"

    soup = preview(draft)

    assert soup.html["lang"] == language
    assert " ".join(soup.h1.get_text().split()) == "Новое имя"
