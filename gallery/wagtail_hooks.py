from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from gallery.columns import DurationColumn, StateColumn
from gallery.models import Audio, Video
from gallery.views import marked_picture


class MediaViewSet(SnippetViewSet):
    """What the library of videos and that of sounds have in common."""

    list_display = [
        "title",
        DurationColumn("duration", label=_("Duration")),
        BooleanColumn("has_speech", label=_("Speech")),
        StateColumn("state", label=_("State")),
        UpdatedAtColumn(),
    ]
    list_filter = ["has_speech"]
    list_per_page = 50
    search_fields = ["title", "credit"]


class VideoViewSet(MediaViewSet):
    model = Video
    icon = "media"
    menu_label = _("Videos")


class AudioViewSet(MediaViewSet):
    model = Audio
    icon = "sound"
    menu_label = _("Sounds")


class MediaGroup(SnippetViewSetGroup):
    """Videos and sounds, beside Wagtail's own images in the menu."""

    items = (VideoViewSet, AudioViewSet)
    menu_icon = "media"
    menu_label = _("Videos and sounds")
    menu_order = 310
    add_to_admin_menu = True


register_snippet(MediaGroup)


@hooks.register("register_admin_urls")
def register_marked_picture():
    """Where the form of a work finds the pictures on which details are drawn."""
    address = "gallery/pictures/<int:image_id>/"
    return [path(address, marked_picture, name="gallery_marked_picture")]


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    """The icon of sounds, which Wagtail's own set lacks."""
    return [*icons, "gallery/icons/sound.svg"]
