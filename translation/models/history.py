from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from translation.choices import Origin


class Wording(models.Model):
    """Words that somebody gave a string of a page or snippet; never changed after.

    A string is known by what it belongs to (`object_key`, the translation key of the
    page or snippet), its content path there, and its source text, of which
    `source_hash` is wagtail-localize's hash. None of these is a foreign key, so that
    words outlive what they were written for. `published_at` is when they first went
    live; of those of a string, the latest that did are what visitors read.
    """

    object_key = models.UUIDField()
    path = models.TextField()
    source_hash = models.UUIDField()
    source_text = models.TextField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    origin = models.CharField(max_length=20, choices=Origin, default=Origin.TYPED)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["object_key", "locale"], name="wording_of_object"),
            models.Index(fields=["source_hash", "locale"], name="wording_of_source"),
        ]

    def __str__(self) -> str:
        return self.text


class SourceChange(models.Model):
    """A string of an original that took the place of another at a content path.

    A string that was added has no old text, one that was removed no new one; their
    hashes are None likewise.
    """

    object_key = models.UUIDField()
    path = models.TextField()
    old_hash = models.UUIDField(null=True, blank=True)
    old_text = models.TextField(blank=True)
    new_hash = models.UUIDField(null=True, blank=True)
    new_text = models.TextField(blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("change of an original")
        verbose_name_plural = _("changes of originals")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["object_key"], name="change_of_object")]

    def __str__(self) -> str:
        return f"{self.old_text} → {self.new_text}"
