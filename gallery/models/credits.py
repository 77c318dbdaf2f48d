"""What a work's label names: who made it, and with what."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from gallery.choices import Role


class Credit(Orderable):
    """Who did what for a work, in the order of the label.

    The artist's page is that of the source language in every language's credits;
    `gallery.labels` finds the reader's.
    """

    page = ParentalKey(
        "gallery.ArtworkPage", on_delete=models.CASCADE, related_name="credits"
    )
    artist = models.ForeignKey(
        "gallery.ArtistPage",
        verbose_name=_("artist"),
        on_delete=models.PROTECT,
        related_name="credits",
    )
    role = models.CharField(
        _("role"), max_length=20, choices=Role.choices, default=Role.ARTIST
    )

    panels = [
        FieldRowPanel([PageChooserPanel("artist"), FieldPanel("role")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")

    def __str__(self) -> str:
        return f"{self.artist}, {self.get_role_display()}"


class ArtworkTechnique(Orderable):
    """A technique that a work was made with."""

    page = ParentalKey(
        "gallery.ArtworkPage",
        on_delete=models.CASCADE,
        related_name="artwork_techniques",
    )
    technique = models.ForeignKey(
        "gallery.TechniquePage",
        verbose_name=_("technique"),
        on_delete=models.PROTECT,
        related_name="artwork_techniques",
    )

    panels = [PageChooserPanel("technique")]

    class Meta(Orderable.Meta):
        verbose_name = _("technique")
        verbose_name_plural = _("techniques")

    def __str__(self) -> str:
        return str(self.technique)
