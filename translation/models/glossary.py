from collections import defaultdict

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Locale, Orderable

from translation.choices import EntryKind, TermStatus


class GlossaryEntry(ClusterableModel):
    """One meaning, with the words that each language has for it."""

    kind = models.CharField(
        _("kind"), max_length=20, choices=EntryKind, default=EntryKind.TERM
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("When to use it, and what it is not.")
    )
    updated_at = models.DateTimeField(auto_now=True)

    panels = [
        InlinePanel("terms", label=_("Term"), heading=_("Terms"), min_num=1),
        FieldPanel("kind"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary")

    def __str__(self) -> str:
        words = defaultdict(list)
        for term in self.terms.all():
            if term.is_preferred:
                words[term.locale_id].append(term.text)
        return " ↔ ".join(map(", ".join, words.values()))


class GlossaryTerm(Orderable):
    """A word or phrase of one language for what an entry means."""

    entry = ParentalKey(GlossaryEntry, on_delete=models.CASCADE, related_name="terms")
    locale = models.ForeignKey(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+"
    )
    text = models.CharField(_("word"), max_length=250)
    status = models.CharField(
        pgettext_lazy("of a word in the glossary", "use"),
        max_length=20,
        choices=TermStatus,
        default=TermStatus.PREFERRED,
    )

    panels = [FieldRowPanel(["locale", "text", "status"])]

    class Meta(Orderable.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        indexes = [models.Index(fields=["locale", "text"], name="term_of_language")]

    def __str__(self) -> str:
        return self.text

    @property
    def is_preferred(self) -> bool:
        return self.status == TermStatus.PREFERRED
