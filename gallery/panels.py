"""Panels of the admin that Wagtail lacks."""

from django.forms import Media, NumberInput
from wagtail.admin.panels import FieldRowPanel
from wagtail.admin.staticfiles import versioned_static


class SideInput(NumberInput):
    """A number of a rectangle, which brings what it takes to draw one.

    Panels inside inline panels are not asked for their scripts, but widgets are.
    """

    @property
    def media(self) -> Media:
        return Media(
            css={"all": [versioned_static("gallery/area.css")]},
            js=[versioned_static("gallery/area.js")],
        )


class AreaPanel(FieldRowPanel):
    """Which part of a picture is meant: numbers, and the picture to draw on."""

    class BoundPanel(FieldRowPanel.BoundPanel):
        template_name = "gallery/panels/area.html"
