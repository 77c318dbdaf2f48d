from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from gallery.labels import wall_labels
from gallery.models.artwork import ArtworkPage
from gallery.querysets import RoomQuerySet
from gallery.rooms import as_neighbour, neighbours, siblings_on_display
from gallery.sharing import first_picture, room_card
from gallery.structured import describe_room


class RoomPage(BasePage):
    """A room: a wall text and works hung in the editors' order."""

    text = RichTextField(
        _("wall text"),
        features=["bold", "italic", "link"],
        blank=True,
        help_text=_("What the room is about, as printed at its entrance."),
    )

    objects = PageManager.from_queryset(RoomQuerySet)()

    content_panels = [*BasePage.content_panels, FieldPanel("text")]
    search_fields = [*BasePage.search_fields, index.SearchField("text")]
    parent_page_types = ["gallery.GalleryPage"]
    subpage_types = ["gallery.ArtworkPage"]
    page_description = _(
        "A room with its wall text. Works hang in the order of the page list, where "
        "they can be dragged."
    )

    summary_field = "text"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        works = ArtworkPage.objects.child_of(self).on_display().in_order()
        rooms = siblings_on_display(self)
        before, after = neighbours(self, rooms)
        keys = [room.pk for room in rooms]
        return {
            **context,
            "works": wall_labels(works, locale_id=self.locale_id, request=request),
            "number": keys.index(self.pk) + 1 if self.pk in keys else None,
            "room_count": len(rooms),
            "previous_room": as_neighbour(before, _("Previous room"), request),
            "next_room": as_neighbour(after, _("Next room"), request),
        }

    def share_picture(self):
        """The chosen picture, or the first that hangs in the room."""
        works = ArtworkPage.objects.child_of(self).on_display().for_strips().in_order()
        return self.social_image or first_picture(works.ready_to_hang())

    def card_words(self):
        return room_card(self)

    def structured_data(self, context):
        return describe_room(self, context)
