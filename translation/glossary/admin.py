"""The glossary in the admin: listed, searched in any word form, changed, exchanged."""

from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from core.stemming import fold
from translation.glossary import views
from translation.glossary.words import WORD, Word, stems_of, words_of
from translation.models import GlossaryEntry


class GlossaryIndexView(generic.IndexView):
    """All entries, with the ways to files."""

    is_searchable = True

    def get_base_queryset(self) -> QuerySet[GlossaryEntry]:
        return super().get_base_queryset().prefetch_related("terms")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Entries that have each word that is looked for, in a form or begun.

        No database knows the forms of Russian words, and a glossary is small.
        """
        if not self.is_searching:
            return queryset
        asked = words_of(self.search_query)
        found = [
            entry.pk for entry in queryset if all(_has(entry, word) for word in asked)
        ]
        return queryset.filter(pk__in=found)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if views.may_import(self.request.user):
            url = reverse("glossary:import")
            buttons.append(Button(_("Import"), url, icon_name="upload", priority=10))
        for name, label in (("csv", _("Export as CSV")), ("tbx", _("Export as TBX"))):
            url = reverse(f"glossary:export_{name}")
            buttons.append(Button(label, url, icon_name="download", priority=20))
        return buttons


class GlossaryInspectView(generic.InspectView):
    """An entry for those who may only read it."""

    def get_terms_display_value(self) -> str:
        terms = self.object.terms.select_related("locale")
        return ", ".join(
            f"{term.text} ({term.locale.language_code}, {term.get_status_display()})"
            for term in terms
        )

    def get_field_label(self, field_name, field) -> str:
        if field_name == "terms":
            return _("Terms")
        return super().get_field_label(field_name, field)


class GlossaryViewSet(ModelViewSet):
    """Terms and names, and what each is called in the site's languages."""

    model = GlossaryEntry
    name = "glossary"
    icon = "openquote"
    menu_label = _("Glossary")
    menu_order = 330
    add_to_admin_menu = True
    index_view_class = GlossaryIndexView
    inspect_view_class = GlossaryInspectView
    inspect_view_enabled = True
    inspect_view_fields = ["terms", "kind", "note"]
    copy_view_enabled = False
    # Entries refer to languages alone, which nobody asks for the use of.
    add_to_reference_index = False
    list_display = [
        "__str__",
        "kind",
        Column("note", label=_("Note"), accessor=lambda entry: _short(entry.note)),
        UpdatedAtColumn(),
    ]
    list_filter = ["kind"]
    list_per_page = 50

    def get_urlpatterns(self) -> list:
        return [
            *super().get_urlpatterns(),
            path("import/", views.take_in, name="import"),
            *[
                path(
                    f"export/{name}/",
                    views.give_out,
                    {"format_name": name},
                    name=f"export_{name}",
                )
                for name in views.TYPES
            ],
        ]


def _has(entry: GlossaryEntry, asked: Word) -> bool:
    told = " ".join([*[term.text for term in entry.terms.all()], entry.note])
    return any(
        word.startswith(fold(asked.text)) or asked.stem in stems_of(word)
        for word in WORD.findall(fold(told))
    )


def _short(note: str) -> str:
    return Truncator(note).chars(120)
