from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.kept import kept
from core.models import BasePage
from gallery.models.artwork import ArtworkPage
from gallery.models.room import RoomPage
from gallery.plan import OF_PICTURES, plan_of
from gallery.rooms import hung_rooms
from gallery.structured import describe_gallery


class GalleryPage(BasePage):
    """The rooms of one festival year."""

    year = models.PositiveSmallIntegerField(
        _("year of the festival"),
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
    )
    introduction = RichTextField(
        _("introduction"), features=["bold", "italic", "link"], blank=True
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("year", help_text=_("The year that the festival is named after.")),
        FieldPanel("introduction"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.FilterField("year"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["gallery.RoomPage"]
    page_description = _("The gallery of one festival year, with its rooms.")

    summary_field = "introduction"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        rooms = self.hung_rooms(request)
        works = ArtworkPage.objects.descendant_of(self).on_display()
        return {
            **context,
            "rooms": rooms,
            "plan": plan_of(rooms, works.drawn(*OF_PICTURES), request),
        }

    def hung_rooms(self, request=None):
        """The rooms on display with the pictures that invite into them."""
        rooms, strips = self.rooms_and_strips()
        return hung_rooms(rooms, strips, ArtworkPage.objects, self.locale_id, request)

    def rooms_and_strips(self) -> tuple[list[RoomPage], list[tuple[str, int]]]:
        """The rooms on display, and paths and keys of the works that invite there."""
        return kept(("rooms in", self.path), self._rooms_and_strips)

    def _rooms_and_strips(self) -> tuple[list[RoomPage], list[tuple[str, int]]]:
        rooms = RoomPage.objects.child_of(self).on_display().with_work_count()
        works = ArtworkPage.objects.descendant_of(self).on_display().for_strips()
        return list(rooms.in_order()), list(works.values_list("path", "pk"))

    def structured_data(self, context):
        return describe_gallery(self, context)
