"""Where a translation stands, for its editor and for Wagtail's confirmations."""

from django import template
from wagtail.models import Page
from wagtail_localize.models import Translation

from translation.families import translations_of
from translation.machine.reading import unread_words
from translation.machine.translating import machine_for
from translation.services.reviewing import state_of

register = template.Library()


@register.inclusion_tag("translation/state.html", takes_context=True)
def translation_state(context, record: Translation):
    """What is missing, where the review stands, and the next step."""
    target = record.get_target_instance()
    state = state_of(target)
    task = state.task.task.specific if state.in_review and state.task else None
    user = context["request"].user
    return {
        "csrf_token": context.get("csrf_token"),
        "record": record,
        "state": state,
        "unread": unread_words(target).count(),
        "machine": machine_for(record),
        "may_decide": bool(task and task.get_actions(target, user)),
    }


@register.inclusion_tag("translation/going_along.html")
def going_along(page: Page):
    """The translations that share what is about to happen to a page."""
    return {"targets": translations_of(page).select_related("locale")}
