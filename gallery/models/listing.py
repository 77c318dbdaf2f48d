from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from gallery.labels import wall_labels
from gallery.models.artwork import ArtworkPage
from gallery.narrowing import Choice, names_of_list, shelf_of
from gallery.querysets import NamedQuerySet
from gallery.structured import describe_list


class ListPage(BasePage):
    """A list of names, each with the number of its works."""

    introduction = RichTextField(
        _("introduction"), features=["bold", "italic", "link"], blank=True
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    summary_field = "introduction"
    schema_type = "CollectionPage"

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        named = self.named_model.objects.child_of(self).on_display()
        names = names_of_list(
            named.initials(), Choice.read(request.GET), self.get_url(request) or ""
        )
        stretch = names.stretch
        if stretch.choice.letter:
            named = named.beginning_with(stretch.choice.letter)
        entries = named.with_work_count().in_order_of_names()
        return {**context, "names": names, "entries": entries[stretch.places]}

    def structured_data(self, context):
        return describe_list(self, context)

    @property
    def named_model(self):
        """The page type that is listed."""
        return self.allowed_subpage_models()[0]


class NamePage(BasePage):
    """Somebody or something that works are listed under.

    `works_relation` is the relation of a work that names such a page, `works_link`
    the foreign key in it.
    """

    works_relation = ""
    works_link = ""
    summary_field = "text"

    objects = PageManager.from_queryset(NamedQuerySet)()

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        works = ArtworkPage.objects.filter(locale_id=self.locale_id)
        shown = works.linked_to(self).on_display()
        choice = Choice.read(request.GET)
        shelf = shelf_of(shown.counted(), choice, self.get_url(request) or "")
        if choice.medium:
            shown = shown.with_medium(choice.medium)
        if choice.year:
            shown = shown.filter(year=choice.year)
        newest = shown.order_by("-year", "path")
        labels = wall_labels(
            newest[shelf.stretch.places], locale_id=self.locale_id, request=request
        )
        return {**context, "shelf": shelf, "works": labels}
