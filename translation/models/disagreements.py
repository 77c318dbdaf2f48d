from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from translation.choices import DisagreementKind


class Disagreement(models.Model):
    """Something that one language of a text says and the other does not.

    `object_key` is the translation key of the page or snippet, `path` the content
    path of the text there. Exactly one of `source_says` and `target_says` may be
    empty: that language is silent. `fingerprint` stays the same while what is said
    stays the same, so that a difference once accepted stays accepted.
    """

    object_key = models.UUIDField()
    path = models.TextField(blank=True)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=DisagreementKind)
    source_says = models.TextField(blank=True)
    target_says = models.TextField(blank=True)
    source_excerpt = models.TextField(blank=True)
    target_excerpt = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64)
    found_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(
        _("reason"),
        max_length=250,
        blank=True,
        help_text=_("Why the two languages may differ here."),
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("disagreement of two languages")
        verbose_name_plural = _("disagreements of two languages")
        constraints = [
            models.UniqueConstraint(
                fields=["object_key", "locale", "fingerprint"],
                name="one_disagreement_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_says} / {self.target_says}"
