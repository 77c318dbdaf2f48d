"""Files that translators take to their own tools."""

import pytest
from django.urls import reverse

from core.models import FooterText
from tests.factories import ContentPageFactory
from translation.families import work_on

pytestmark = pytest.mark.django_db


def download(client, target):
    address = reverse("wagtail_localize:download_pofile", args=[work_on(target).pk])
    return client.get(address)


def test_the_file_of_a_page_is_called_by_its_address(client, translator, submitted):
    target = submitted(ContentPageFactory(title="Контакт", slug="kontakt"))
    client.force_login(translator)

    response = download(client, target)

    assert response["Content-Disposition"] == 'attachment; filename="kontakt-en.po"'
    assert 'msgid "Контакт"' in response.content.decode()


def test_the_file_of_a_snippet_is_called_by_its_kind(
    client, translator, russian, submitted
):
    target = submitted(FooterText.objects.create(text="<p>Внизу.</p>", locale=russian))
    client.force_login(translator)

    response = download(client, target)

    name = f"footertext-{target.pk}-en.po"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_who_may_not_translate_gets_no_file(client, editor, submitted):
    target = submitted(ContentPageFactory())
    client.force_login(editor)

    assert download(client, target).url == reverse("wagtailadmin_home")
