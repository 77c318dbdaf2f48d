from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from opencall.models import CallFacts


class CallFactsViewSet(SnippetViewSet):
    """The organiser's record of dates and addresses."""

    model = CallFacts
    icon = "calendar-alt"
    menu_label = _("Call facts")
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["festival", "opens_at", "closes_at"]


register_snippet(CallFactsViewSet)
