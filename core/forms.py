from pathlib import PurePath

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.models import Locale

from core.media.large import EXTENSIONS, StandIn, stand_in
from core.media.masters import forget_original, keep_original
from core.media.pictures import UnreadablePicture, refuse_unreadable


class PictureField(WagtailImageField):
    """Refuses an unfit file with a sentence, before Wagtail fails to open it.

    In the place of a large one it gives a `StandIn`: that one is not decoded here.
    """

    def to_python(self, data):
        if not data or not data.size:
            return super().to_python(data)
        self.check_image_file_size(data)
        try:
            ground = stand_in(data)
            if ground is None:
                refuse_unreadable(data)
        except UnreadablePicture as reason:
            raise forms.ValidationError(reason.reason) from reason
        if ground is None:
            return super().to_python(data)
        forms.FileField.to_python(self, data)
        self._check_extension(ground)
        return ground

    def _check_extension(self, ground: StandIn) -> None:
        extension = PurePath(ground.upload.name).suffix.lower().lstrip(".")
        if extension not in EXTENSIONS[ground.header.format]:
            raise forms.ValidationError(
                self.error_messages["invalid_image_known_format"]
                % {"extension": extension, "image_format": ground.header.format},
                code="invalid_image_known_format",
            )


class ArtImageForm(BaseImageForm):
    """The image form with a description in each language of the site.

    The button `try_again` saves, and has made what came to nothing before.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Where only texts are edited there is no file; elsewhere its widget stays.
        if usual := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=usual.label, required=usual.required, widget=usual.widget
            )
        for locale in self.locales:
            self.fields[self.description_field(locale)] = forms.CharField(
                label=_("What it shows (%(language)s)")
                % {"language": locale.get_display_name()},
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=self._description(locale),
            )

    @cached_property
    def locales(self) -> list[Locale]:
        """The languages of the site; texts are written in the first."""
        return sorted(
            Locale.objects.all(),
            key=lambda locale: locale.language_code != settings.LANGUAGE_CODE,
        )

    @staticmethod
    def description_field(locale: Locale) -> str:
        return f"description_{locale.language_code}"

    def _description(self, locale: Locale) -> str:
        return self.instance.description_in(locale) if self.instance.pk else ""

    def clean(self):
        cleaned = super().clean()
        if self.errors and isinstance(cleaned.get("file"), StandIn):
            # Where several are uploaded at once, Wagtail would keep it unchecked.
            self.add_error("file", _("Correct the rest and choose the file again."))
        return cleaned

    def save(self, commit=True):
        if "file" in self.changed_data:
            file = self.cleaned_data["file"]
            if isinstance(file, StandIn):
                keep_original(self.instance, file)
            else:
                forget_original(self.instance)
        elif self.add_prefix("try_again") in self.data:
            self.instance.start_anew()
        return super().save(commit)

    def _save_m2m(self):
        super()._save_m2m()
        self._save_descriptions()

    def _save_descriptions(self):
        for locale in self.locales:
            text = self.cleaned_data.get(self.description_field(locale), "").strip()
            if text:
                self.instance.descriptions.update_or_create(
                    locale=locale, defaults={"text": text}
                )
            else:
                self.instance.descriptions.filter(locale=locale).delete()
