"""Files for translators' own tools, in the place of wagtail-localize's view."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import download_pofile


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The strings of one translation, in a file that is called by its page.

    wagtail-localize calls it by the original's title, of which no letter is left
    when that is Russian.
    """
    response = download_pofile(request, translation_id)
    record = get_object_or_404(Translation, pk=translation_id)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=_name(record)
    )
    return response


def _name(record: Translation) -> str:
    target = record.get_target_instance()
    if isinstance(target, Page):
        what = target.slug
    else:
        what = f"{target._meta.model_name}-{target.pk}"
    return f"{what}-{record.target_locale.language_code}.po"
