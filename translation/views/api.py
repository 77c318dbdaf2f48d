"""The admin's page API, for reading only."""

from wagtail.admin.api.views import PagesAdminAPIViewSet


class ReadOnlyPagesAPIViewSet(PagesAdminAPIViewSet):
    """Without the actions, which publish, copy and convert past all hooks.

    Wagtail's own interface uses none of them.
    """

    actions = {}
