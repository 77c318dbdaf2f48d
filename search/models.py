"""The visitors' index: what can be found, and under which words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap
from wagtail.models import Locale, Page

from core.models import ArtImage
from core.searchable import kind_label

LONGEST_TERM = 60
# No letter stands behind it: what begins alike lies between it and the beginning.
LAST = "\U0010ffff"
LONGEST_INQUIRY = 100


class CodePointField(models.CharField):
    """Text compared letter by letter, so that both databases order it alike."""

    def db_parameters(self, connection):
        collation = "C" if connection.vendor == "postgresql" else None
        return {**super().db_parameters(connection), "collation": collation}


class Entry(models.Model):
    """A page as visitors find it; its key is its number in the postings.

    `page` is empty once the page is deleted, until the next job clears it away.
    `year` is that of a work, or else of the publication. The texts come last, as
    most queries leave them unread. `url` is put in by `search.services.finding`.
    """

    url = ""

    page = models.OneToOneField(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    title_key = CodePointField(max_length=255)
    title = models.CharField(max_length=255)
    byline = models.TextField(blank=True)
    note = models.TextField(blank=True)
    image = models.ForeignKey(
        ArtImage, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    alt = models.TextField(blank=True)
    is_veiled = models.BooleanField(default=False)
    indexed_at = models.DateTimeField()
    facets = models.JSONField(default=dict)
    title_stems = models.TextField()
    names = models.TextField(blank=True)
    text = models.TextField(blank=True)
    stems = models.TextField()

    class Meta:
        indexes = [
            models.Index(
                fields=["locale", "-year", "title_key", "id"], name="search_newest"
            ),
            models.Index(fields=["locale", "title_key", "id"], name="search_titles"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_label(self) -> str:
        return kind_label(self.kind)


class Posting(models.Model):
    """The entries of one language in which a term stands, as a bitmap.

    `field` says where it stands: see `search.postings`. A facet's values are terms
    too, with the label that readers see.
    """

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    field = models.CharField(max_length=10)
    term = CodePointField(max_length=LONGEST_TERM, blank=True)
    count = models.PositiveIntegerField()
    label = models.CharField(max_length=255, blank=True)
    bitmap = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "field", "term"], name="one_posting_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.field}:{self.term}"

    @property
    def entries(self) -> BitMap:
        return BitMap.deserialize(bytes(self.bitmap))


class Inquiry(models.Model):
    """What visitors searched for on one day, and how often; never who did.

    `found` tells words that led somewhere from those that led nowhere.
    """

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("words"), max_length=LONGEST_INQUIRY)
    found = models.BooleanField(_("found"))
    times = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "words", "found"],
                name="one_inquiry_each_day",
            )
        ]
        default_permissions = ("view",)
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")

    def __str__(self) -> str:
        return self.words
