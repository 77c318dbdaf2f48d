from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from translation.choices import DeskState


class BoardEntry(models.Model):
    """Where the translation of one thing into one language stands.

    What it counts is computed by a job from the strings; `assignee`, `due`,
    `exempt` and who said so are people's and survive that. `kind` is the name of a
    registered kind of texts, `key` what the thing is called there: for pages and
    snippets the translation key. `section` is the translation key of the page below
    the home page that it lies under. `importance` is lower for what comes first.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=255)
    section = models.CharField(max_length=36, blank=True)
    section_title = models.CharField(max_length=255, blank=True)
    edit_url = models.CharField(max_length=255, blank=True)
    importance = models.PositiveSmallIntegerField(default=0)
    read = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=20, choices=DeskState)
    total = models.PositiveIntegerField(default=0)
    translated = models.PositiveIntegerField(default=0)
    stale = models.PositiveIntegerField(default=0)
    stale_since = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    notes = models.JSONField(default=list, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due = models.DateField(_("due"), null=True, blank=True)
    exempt = models.BooleanField(_("not to be translated"), default=False)
    exempted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("entry of the board")
        verbose_name_plural = _("entries of the board")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "locale"], name="one_entry_for_each_thing"
            )
        ]
        indexes = [
            models.Index(
                fields=["locale", "importance", "-read"], name="board_by_importance"
            ),
            models.Index(fields=["locale", "state"], name="board_by_state"),
        ]

    def __str__(self) -> str:
        return self.title


class Reading(models.Model):
    """How often a page was read on one day; nothing is kept of who read it."""

    day = models.DateField()
    translation_key = models.UUIDField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "translation_key"], name="one_reading_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.translation_key}"


class Digest(models.Model):
    """Somebody's wish to be told once a week, by mail, of what is stale."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("weekly digest")
        verbose_name_plural = _("weekly digests")

    def __str__(self) -> str:
        return str(self.user)
