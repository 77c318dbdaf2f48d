"""Nothing incomplete goes live: the admin's own ways of publishing."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.permissions import get_permission_name
from wagtail_localize.models import Translation

from core.models.publication import PublicationRefused
from core.registries import prepare_publication, publication_problems
from translation.approvals import way_to_see
from translation.refusals import edit_url, tell
from translation.services import publishing


def may_publish(user, target: Model) -> bool:
    """Whether somebody has the right to put this page or snippet live."""
    if isinstance(target, Page):
        return target.permissions_for_user(user).can_publish()
    return user.has_perm(get_permission_name("publish", type(target)))


def before_publish(request: HttpRequest, instance: Model) -> HttpResponse | None:
    """Ask the checks before Wagtail's editors publish what they have just saved.

    Those of pages publish past the page's own `publish`. What was typed is kept as
    the latest draft.
    """
    revision = instance.latest_revision
    prepare_publication(revision)
    problems = publication_problems(revision.as_object())
    if not problems:
        return None
    tell(request, PublicationRefused(problems, instance))
    return redirect(edit_url(instance))


def publish_from_editor(
    request: HttpRequest, record: Translation, target: Model
) -> HttpResponse:
    """Publish in the translation editor; wagtail-localize would save first."""
    if not may_publish(request.user, target):
        raise PermissionDenied
    publish_and_tell(request, record)
    return redirect(request.path)


def publish_and_tell(request: HttpRequest, record: Translation) -> None:
    """Publish a translation, or say why not."""
    try:
        publishing.publish(record, request.user)
    except PublicationRefused as refusal:
        tell(request, refusal)
    else:
        target = record.get_target_instance()
        messages.success(
            request,
            _("Published “%(title)s” (%(language)s).")
            % {
                "title": target,
                "language": record.target_locale.get_display_name(),
            },
            buttons=way_to_see(target),
        )
