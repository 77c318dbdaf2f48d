"""Translatable snippets: rights on them know no language, so these guards do.

Whoever may add a snippet may write originals. Whoever may only change snippets is
a translator: they change translations, through the translation editor.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import TranslatableMixin
from wagtail.snippets.permissions import get_permission_name

from translation.editing.page import edit
from translation.families import is_translation, translations_of, work_on
from translation.guards.publishing import may_publish


def may_write_originals(user, model: type[Model]) -> bool:
    return user.has_perm(get_permission_name("add", model))


def before_edit(request: HttpRequest, snippet: Model) -> HttpResponse | None:
    if not isinstance(snippet, TranslatableMixin):
        return None
    record = work_on(snippet) if is_translation(snippet) else None
    translating = record is not None and record.enabled
    if not translating and not may_write_originals(request.user, type(snippet)):
        raise PermissionDenied
    return edit(request, record, snippet) if translating else None


def before_create(request: HttpRequest, model: type[Model]) -> HttpResponse | None:
    """Translations come from submitting originals, not from an empty form."""
    if not issubclass(model, TranslatableMixin):
        return None
    if not may_write_originals(request.user, model):
        raise PermissionDenied
    language = request.GET.get("locale") or request.POST.get("locale")
    if language in {None, settings.LANGUAGE_CODE}:
        return None
    reason = _("Write the text in the original language; then it can be translated.")
    messages.error(request, reason)
    return redirect(model.snippet_viewset.get_url_name("list"))


def before_delete(request: HttpRequest, snippets: list[Model]) -> None:
    """Say which translations go as well; translators delete nothing."""
    for snippet in snippets:
        if not isinstance(snippet, TranslatableMixin):
            continue
        if is_translation(snippet):
            if not may_publish(request.user, snippet):
                raise PermissionDenied
        elif request.method == "GET":
            for target in translations_of(snippet):
                text = _("“%(title)s” (%(language)s) will be deleted as well.")
                language = target.locale.get_display_name()
                messages.warning(
                    request, text % {"title": target, "language": language}
                )
