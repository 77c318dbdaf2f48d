"""What Wagtail has around its forms: the status panel, and the actions at the foot."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel, StatusSidePanel
from wagtail.log_actions import registry as logs
from wagtail.models import DraftStateMixin, Page
from wagtail.snippets.permissions import get_permission_name
from wagtail_localize.models import Translation

# Files for translators' own tools.
FILES = ("translation_export", "translation_import")


@dataclass(frozen=True)
class Action:
    """One way on from the foot of the form; `is_new` opens a window of its own."""

    label: str
    url: str
    is_new: bool = False


def all_around(
    request: HttpRequest, record: Translation, target: Model
) -> dict[str, Any]:
    """What the template of the editor shows around the strings."""
    panels = side_panels(request, record, target)
    languages = record.source.locale, record.target_locale
    return {
        "side_panels": panels,
        "media": MediaContainer(panels).media,
        "source_code": languages[0].language_code,
        "target_code": languages[1].language_code,
        "source_language": languages[0].get_display_name(),
        "language": languages[1].get_display_name(),
        "source_url": source_url(request, record.source.get_source_instance()),
        "preview_url": preview_url(record, target),
        "links": links(request, record, target),
    }


def side_panels(request: HttpRequest, record: Translation, target: Model) -> list:
    """The status panel: history, locks, the other languages."""
    shared = {
        "locale": record.target_locale,
        "translations": _translations(request, target),
    }
    if isinstance(target, Page):
        panel = PageStatusSidePanel(
            target,
            request,
            show_schedule_publishing_toggle=False,
            live_object=target,
            scheduled_object=target.get_scheduled_revision_as_object(),
            **shared,
        )
    else:
        usage = target.snippet_viewset.get_url_name("usage")
        panel = StatusSidePanel(
            target,
            request,
            usage_url=reverse(usage, args=[target.pk]),
            last_updated_info=logs.get_logs_for_instance(target).first(),
            **shared,
        )
    return [panel]


def _translations(request: HttpRequest, target: Model) -> list[dict]:
    finder = AdminURLFinder(request.user)
    others = target.get_translations().select_related("locale")
    found = [(other.locale, finder.get_edit_url(other)) for other in others]
    return [{"locale": locale, "url": url} for locale, url in found if url]


def source_url(request: HttpRequest, source: Model) -> str:
    """Where the original is edited, for whoever may; or else where it is seen."""
    url = AdminURLFinder(request.user).get_edit_url(source)
    return url or getattr(source, "full_url", None) or ""


def preview_url(record: Translation, target: Model) -> str:
    """The page with its present words; snippets have none."""
    if not isinstance(target, Page):
        return ""
    return reverse("wagtail_localize:preview_translation", args=[record.pk])


def links(request: HttpRequest, record: Translation, target: Model) -> list[Action]:
    """The ways on besides publishing, by what somebody may do."""
    found = []
    preview = preview_url(record, target)
    if preview:
        found.append(Action(_("Open the preview"), preview, is_new=True))
    if isinstance(target, Page) and target.live and target.full_url:
        found.append(Action(_("See it on the site"), target.full_url, is_new=True))
    found += _files(record)
    return found + _governing(request, target)


def _files(record: Translation) -> list[Action]:
    labels = (_("Take away as a file"), _("Bring a file back"))
    found = []
    for label, name in zip(labels, FILES, strict=True):
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        found.append(Action(label, f"{url}?record={record.pk}"))
    return found


def _governing(request: HttpRequest, target: Model) -> list[Action]:
    if isinstance(target, Page):
        rights = target.permissions_for_user(request.user)
        may_unpublish, may_delete = rights.can_unpublish(), rights.can_delete()
        names = ("wagtailadmin_pages:unpublish", "wagtailadmin_pages:delete")
    else:
        user, model = request.user, type(target)
        is_live = isinstance(target, DraftStateMixin) and target.live
        may_unpublish = is_live and user.has_perm(get_permission_name("publish", model))
        may_delete = user.has_perm(get_permission_name("delete", model))
        viewset = target.snippet_viewset
        names = (viewset.get_url_name("unpublish"), viewset.get_url_name("delete"))
    allowed = zip(
        (may_unpublish, may_delete), (_("Unpublish"), _("Delete")), names, strict=True
    )
    return [
        Action(label, reverse(name, args=[target.pk]))
        for may, label, name in allowed
        if may
    ]
