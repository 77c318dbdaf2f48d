from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.models import FooterText


class FooterTextViewSet(SnippetViewSet):
    """The words at the foot of every page."""

    model = FooterText
    icon = "doc-empty-inverse"
    menu_label = _("Footer text")


register_snippet(FooterTextViewSet)
