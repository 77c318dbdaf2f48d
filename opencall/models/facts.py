import math
import zoneinfo
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.search import index

from core.addresses import page_url
from opencall.choices import CallState
from opencall.facts_told import lost_in_texts
from opencall.querysets import CallFactsQuerySet

# Wagtail's own format ends with minutes, and saving would move a deadline to them.
TO_THE_SECOND = AdminDateTimeInput(format="%Y-%m-%d %H:%M:%S")


def validate_time_zone(name: str) -> None:
    """Refuse what the time zone database does not know."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no such time zone; write Europe/Moscow."))


@dataclass(frozen=True)
class CallShown:
    """A call as templates print it; times are in the call's own zone."""

    state: CallState
    opens_at: datetime
    closes_at: datetime
    timezone_label: str
    days_left: int
    progress: float
    accepts_applications: bool


class CallFacts(index.Indexed, models.Model):
    """Dates, addresses and rules of one open call: one record for all languages.

    Every page, form, mail and feed reads them from here, so that a date is never
    published in two versions. Times are aware; `time_zone` is the one they are
    shown in.
    """

    festival = models.CharField(_("festival"), max_length=80, default="Data Fest 2020")
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    match_by = models.DateField(
        _("teams are formed until"),
        null=True,
        blank=True,
        help_text=_("A profile sent later can hardly be matched with an artist."),
    )
    results_at = models.DateTimeField(
        _("results announced"),
        null=True,
        blank=True,
        help_text=_("From this moment on the call shows its results."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        default="Europe/Moscow",
        validators=[validate_time_zone],
    )
    accepts_images = models.BooleanField(_("images"), default=True)
    accepts_videos = models.BooleanField(_("videos"), default=True)
    accepts_music = models.BooleanField(_("music"), default=True)
    accepts_full = models.BooleanField(
        _("fully made with machine learning"), default=True
    )
    accepts_partial = models.BooleanField(
        _("partly made with machine learning"), default=True
    )
    contact_email = models.EmailField(_("contact address"))
    profile_form_url = models.URLField(_("form of participant profiles"), blank=True)
    works_limit = models.PositiveSmallIntegerField(
        _("works in one application, at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, nothing is said of it."),
    )
    file_limit = models.PositiveIntegerField(
        _("largest file, in megabytes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, nothing is said of it."),
    )
    entry_fee = models.PositiveIntegerField(
        _("fee for taking part, in roubles"),
        null=True,
        blank=True,
        help_text=_("0 is free of charge. Left empty, nothing is said of it."),
    )

    objects = CallFactsQuerySet.as_manager()

    panels = [
        FieldPanel("festival"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("opens_at", widget=TO_THE_SECOND),
                        FieldPanel("closes_at", widget=TO_THE_SECOND),
                    ]
                ),
                FieldRowPanel(
                    [
                        FieldPanel("match_by"),
                        FieldPanel("results_at", widget=TO_THE_SECOND),
                    ]
                ),
                FieldPanel("time_zone"),
            ],
            heading=_("Dates"),
            help_text=_("Enter times as the clocks of Moscow show them."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("accepts_images"),
                        FieldPanel("accepts_videos"),
                        FieldPanel("accepts_music"),
                    ]
                ),
                FieldRowPanel(
                    [FieldPanel("accepts_full"), FieldPanel("accepts_partial")]
                ),
            ],
            heading=_("What is accepted"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("works_limit"), FieldPanel("file_limit")]),
                FieldPanel("entry_fee"),
            ],
            heading=_("Limits and prices"),
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("profile_form_url")],
            heading=_("Where to write"),
        ),
    ]
    search_fields = [index.SearchField("festival"), index.AutocompleteField("festival")]

    class Meta:
        verbose_name = _("facts of the open call")
        verbose_name_plural = _("facts of the open calls")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="call_closes_after_it_opens",
                violation_error_message=_("The call has to close after it opens."),
            )
        ]

    def __str__(self) -> str:
        return self.festival

    def clean(self) -> None:
        super().clean()
        if not (self.accepts_images or self.accepts_videos or self.accepts_music):
            raise ValidationError(_("Choose at least one medium."))
        if not (self.accepts_full or self.accepts_partial):
            raise ValidationError(_("Choose at least one share of machine learning."))
        if self.closes_at and self.time_zone in zoneinfo.available_timezones():
            self._check_dates()
        if self.pk and (errors := lost_in_texts(self)):
            raise ValidationError(errors)

    def _check_dates(self) -> None:
        """Refuse days that contradict the deadline."""
        if self.match_by and self.match_by > self.local_closes_at.date():
            raise ValidationError(
                {"match_by": _("Teams have to be formed before the deadline.")}
            )
        if self.results_at and self.results_at < self.closes_at:
            raise ValidationError(
                {"results_at": _("Results are announced after the deadline.")}
            )

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def local_opens_at(self) -> datetime:
        return self.opens_at.astimezone(self.zone)

    @property
    def local_closes_at(self) -> datetime:
        return self.closes_at.astimezone(self.zone)

    @property
    def local_results_at(self) -> datetime | None:
        return self.results_at and self.results_at.astimezone(self.zone)

    @property
    def shown(self) -> CallShown:
        """The call at this moment, with its times in its own zone."""
        return CallShown(
            state=self.state,
            opens_at=self.local_opens_at,
            closes_at=self.local_closes_at,
            timezone_label=self.timezone_label,
            days_left=self.days_left,
            progress=self.progress,
            accepts_applications=self.accepts_applications,
        )

    @property
    def state(self) -> CallState:
        """Where the call stands at this moment."""
        now = timezone.now()
        if self.results_at and now >= self.results_at:
            return CallState.RESULTS
        if now > self.closes_at:
            return CallState.CLOSED
        if now < self.opens_at:
            return CallState.ANNOUNCED
        is_last_day = now.astimezone(self.zone).date() == self.local_closes_at.date()
        return CallState.LAST_DAY if is_last_day else CallState.OPEN

    @property
    def has_ended(self) -> bool:
        return self.state in {CallState.CLOSED, CallState.RESULTS}

    @cached_property
    def page_url(self) -> str:
        """Where the call is announced in the reader's language; empty if nowhere."""
        path = getattr(self, "page_path", None)
        return page_url(path) if path else ""

    @property
    def profile_form_name(self) -> str:
        """The form's address without what nobody reads aloud."""
        return self.profile_form_url.partition("://")[2].rstrip("/")

    @property
    def accepts_applications(self) -> bool:
        return self.state in {CallState.OPEN, CallState.LAST_DAY}

    @property
    def days_left(self) -> int:
        """Days until the deadline, begun ones included: the last 24 hours are 1."""
        left = self.closes_at - timezone.now()
        return max(math.ceil(left / timedelta(days=1)), 0)

    @property
    def progress(self) -> float:
        """The share of the call's time that has passed, from 0 to 1."""
        passed = (timezone.now() - self.opens_at) / (self.closes_at - self.opens_at)
        return min(max(passed, 0.0), 1.0)

    @property
    def utc_offset(self) -> str:
        """How far the zone is from UTC at the deadline: "UTC+3", "UTC+5:30"."""
        offset = self.local_closes_at.utcoffset() or timedelta()
        minutes = int(offset.total_seconds() // 60)
        sign = "−" if minutes < 0 else "+"
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")

    @property
    def timezone_label(self) -> str:
        """How readers call the zone: "Moscow time, UTC+3"."""
        if self.time_zone == "Europe/Moscow":
            return _("Moscow time, %(offset)s") % {"offset": self.utc_offset}
        city = self.time_zone.rpartition("/")[2].replace("_", " ")
        return f"{city}, {self.utc_offset}"
