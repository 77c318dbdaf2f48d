from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from gallery.looking import WHOLE
from gallery.panels import AreaPanel, SideInput

SMALLEST = 50
SIDES = ("left", "top", "width", "height")


def _share(name, default: int, smallest: int = 0):
    limits = [MinValueValidator(smallest), MaxValueValidator(WHOLE)]
    return models.PositiveSmallIntegerField(name, default=default, validators=limits)


class Detail(TranslatableMixin, Orderable):
    """A part of a work's image that visitors are led to, told in one language.

    `piece` counts the pieces of the work from 1. The rectangle, in ten-thousandths
    of the picture's sides, is the same in all languages; the words are not.
    """

    page = ParentalKey(
        "gallery.ArtworkPage", on_delete=models.CASCADE, related_name="details"
    )
    piece = models.PositiveSmallIntegerField(
        _("piece number"), default=1, validators=[MinValueValidator(1)]
    )
    left = _share(_("from the left"), 3500)
    top = _share(_("from the top"), 3500)
    width = _share(_("width"), 3000, SMALLEST)
    height = _share(_("height"), 3000, SMALLEST)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(
        _("text"), help_text=_("What is to be seen here: two to four sentences.")
    )

    panels = [
        AreaPanel(
            [
                FieldPanel("piece"),
                *(FieldPanel(side, widget=SideInput) for side in SIDES),
            ]
        ),
        FieldPanel("title"),
        FieldPanel("text"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = pgettext_lazy("of a picture", "detail")
        verbose_name_plural = pgettext_lazy("of a picture", "details")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left__lte=WHOLE - F("width"))
                & models.Q(top__lte=WHOLE - F("height")),
                name="detail_lies_inside_the_picture",
                violation_error_message=_("The detail reaches beyond the picture."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height, in ten-thousandths of the picture."""
        return tuple(getattr(self, side) for side in SIDES)
