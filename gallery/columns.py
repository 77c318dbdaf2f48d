"""Columns of the admin's lists of videos and sounds."""

from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column


class DurationColumn(Column):
    """Minutes and seconds of a file that was probed."""

    def get_value(self, instance) -> str:
        if instance.duration is None:
            return "–"
        minutes, seconds = divmod(round(instance.duration), 60)
        return f"{minutes}:{seconds:02}"


class StateColumn(Column):
    """Whether the file was looked into, and what was found wrong with it."""

    def get_value(self, instance) -> str:
        if instance.failure:
            return instance.failure
        return _("ready") if instance.is_ready else _("being looked into")
