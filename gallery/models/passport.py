from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField


class Passport(models.Model):
    """How a work was made, told so that others could follow it.

    Every field is optional. `training_seconds` is wall-clock time; `parameters`
    is the number of trained (or random) weights.
    """

    model_name = models.CharField(_("model"), max_length=120, blank=True)
    architecture = models.TextField(_("architecture"), blank=True)
    parameters = models.BigIntegerField(
        _("parameters"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("How many numbers the model consists of."),
    )
    weights = models.TextField(
        _("weights"),
        blank=True,
        help_text=_("Trained from scratch, fine-tuned from…, random; where they are."),
    )
    training_data = models.TextField(_("training data"), blank=True)
    training_data_source = models.TextField(_("source of the data"), blank=True)
    training_data_licence = models.CharField(
        _("licence of the data"), max_length=250, blank=True
    )
    code = models.CharField(
        _("code"), max_length=250, blank=True, help_text=_("The file or repository.")
    )
    code_url = models.URLField(_("address of the code"), blank=True)
    code_revision = models.CharField(
        _("revision of the code"), max_length=120, blank=True
    )
    framework = models.CharField(_("framework"), max_length=120, blank=True)
    hardware = models.CharField(_("hardware"), max_length=250, blank=True)
    training_seconds = models.FloatField(
        _("training time, seconds"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    seed = models.BigIntegerField(_("random seed"), null=True, blank=True)

    passport_panels = [
        MultiFieldPanel(
            [
                FieldPanel("model_name"),
                FieldPanel("architecture"),
                FieldRowPanel([FieldPanel("parameters"), FieldPanel("seed")]),
                FieldPanel("weights"),
            ],
            heading=_("Model"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("training_data"),
                FieldPanel("training_data_source"),
                FieldPanel("training_data_licence"),
            ],
            heading=_("Training data"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("code"),
                FieldRowPanel([FieldPanel("code_url"), FieldPanel("code_revision")]),
                FieldPanel("framework"),
                FieldPanel("hardware"),
                FieldPanel("training_seconds"),
            ],
            heading=_("Code and computing"),
        ),
    ]
    language_neutral_fields = [
        SynchronizedField("model_name"),
        SynchronizedField("code"),
        SynchronizedField("code_revision"),
        SynchronizedField("framework"),
    ]

    class Meta:
        abstract = True
