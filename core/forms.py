from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.models import Locale

from core.media.pictures import UnreadablePicture, refuse_unreadable


class PictureField(WagtailImageField):
    """Refuses a damaged file with a sentence, before Wagtail fails to open it."""

    def to_python(self, data):
        if data and data.size:
            try:
                refuse_unreadable(data)
            except UnreadablePicture as reason:
                raise forms.ValidationError(reason.reason) from reason
        return super().to_python(data)


class ArtImageForm(BaseImageForm):
    """The image form with a description in each language of the site."""

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
