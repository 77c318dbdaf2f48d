"""Translated pages come from submitting originals and stand where those stand."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from translation.editing.page import edit
from translation.families import (
    is_foreign_alias,
    is_translation,
    name_of,
    translations_of,
    work_on,
)
from translation.guards.publishing import may_publish
from translation.refusals import refuse


def before_serve(page: Page, *_args) -> None:
    """Never show one language's text under another's address."""
    if is_foreign_alias(page):
        raise Http404


def before_create(
    request: HttpRequest, parent: Page, _page_class: type[Page]
) -> HttpResponse | None:
    if parent.is_root() or not is_translation(parent):
        return None
    reason = _("Pages are written in the original language and then translated.")
    return refuse(request, reason, parent)


def before_edit(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Translations are edited string by string; nothing else is done to them here."""
    if not is_translation(page) or is_foreign_alias(page):
        return None
    if "localize-convert-to-alias" in request.POST:
        return no_alias(request, page)
    if "localize-restart-translation" in request.POST:
        return None if may_publish(request.user, page) else _denied()
    record = work_on(page)
    return edit(request, record, page) if record and record.enabled else None


def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say what goes as well; translators delete nothing, not even drafts."""
    if is_translation(page):
        return None if may_publish(request.user, page) else _denied()
    if request.method == "GET":
        for target in translations_of(page):
            text = _("“%(title)s” (%(language)s) will be deleted as well.")
            messages.warning(request, text % _named(target))
    return None


def before_move(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    # Wagtail asks for the right only once the form is sent.
    if not page.permissions_for_user(request.user).can_move():
        _denied()
    refusal = _refuse_move(request, [page], destination)
    if refusal or request.method != "GET":
        return refusal
    homes = set(translations_of(destination).values_list("locale_id", flat=True))
    for target in translations_of(page):
        if target.locale_id in homes:
            text = _("“%(title)s” (%(language)s) will be moved as well.")
        else:
            text = _(
                "“%(title)s” (%(language)s) will be unpublished, because the page "
                "that you move to is not translated."
            )
        messages.warning(request, text % _named(target))
    return None


def after_move(request: HttpRequest, page: Page) -> None:
    """Tell which translations could not follow."""
    parent = Page.objects.get(pk=page.pk).get_parent()
    homes = translations_of(parent).values_list("locale_id", flat=True)
    for target in translations_of(page).exclude(locale__in=homes):
        text = _(
            "“%(title)s” (%(language)s) was unpublished: its new parent page is not "
            "translated yet."
        )
        messages.warning(request, text % _named(target))


def before_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    chosen = request.POST.get("new_parent_page", "")
    parents = Page.objects.filter(pk=chosen if chosen.isdecimal() else None)
    if not is_translation(page) and not any(map(is_translation, parents)):
        return None
    reason = _("Copy the original inside its own language; the copy is translated.")
    return refuse(request, reason, page)


def no_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Aliases between languages are made into nothing, and nothing into them."""
    if not is_translation(page):
        return None
    reason = _("A translation cannot become a mirror of its original, nor come of one.")
    return refuse(request, reason, page)


def before_bulk_action(
    request: HttpRequest, action_type: str, pages: Iterable, action
) -> HttpResponse | None:
    """The same for many pages at once."""
    pages = [page for page in pages if isinstance(page, Page)]
    if action_type == "delete":
        for page in pages:
            if is_translation(page) and not may_publish(request.user, page):
                return _denied()
    if action_type == "move" and pages:
        return _refuse_move(request, pages, action.cleaned_form.cleaned_data["chooser"])
    return None


def _refuse_move(
    request: HttpRequest, pages: list[Page], destination: Page
) -> HttpResponse | None:
    crossing = any(page.locale_id != destination.locale_id for page in pages)
    if not any(is_translation(page) for page in pages) and not crossing:
        return None
    reason = _("Move the original inside its own language; the translation follows.")
    return refuse(request, reason, pages[0])


def _denied() -> None:
    raise PermissionDenied


def _named(target: Page) -> dict[str, str]:
    return {
        "title": name_of(target),
        "language": target.locale.get_display_name(),
    }
