"""The lists of pages inside a page, as they hang."""

from django.utils.functional import cached_property
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet


class PagesInOrderView(ExplorableIndexView):
    """Shows the handles of its rows to those alone whose dragging would be kept."""

    @cached_property
    def show_ordering_column(self):
        return super().show_ordering_column and self.permissions.can_reorder_children()


class PagesInOrderViewSet(PageViewSet):
    """The lists of all kinds of pages."""

    index_view_class = PagesInOrderView
