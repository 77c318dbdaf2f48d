from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from translation.exchange.formats import FORMATS
from translation.exchange.lines import LARGEST

WAITING = "waiting"
ALL = "all"


class LocaleField(forms.ModelChoiceField):
    """A language by the name that the site gives it."""

    def label_from_instance(self, locale: Locale) -> str:
        return locale.get_display_name()


class ExportForm(forms.Form):
    """Which strings go into a file, and into what kind of file."""

    format = forms.ChoiceField(
        label=_("Kind of file"),
        choices=[(name, kind.name) for name, kind in FORMATS.items()],
        widget=forms.RadioSelect,
        initial="xliff",
        help_text=_(
            "XLIFF for OmegaT, memoQ, Trados and other tools; PO for Poedit and the "
            "like."
        ),
    )
    strings = forms.ChoiceField(
        label=_("Strings"),
        choices=[
            (WAITING, _("Only what is missing, stale or not read yet")),
            (ALL, _("All, with their words")),
        ],
        widget=forms.RadioSelect,
        initial=WAITING,
    )
    language = LocaleField(label=_("Language"), queryset=None, empty_label=None)

    def __init__(self, *args, languages: QuerySet[Locale], **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        field.queryset = languages
        field.initial = languages.first()
        if len(languages) < 2:
            field.widget = forms.HiddenInput()


class ImportForm(forms.Form):
    """A file that comes back."""

    file = forms.FileField(
        label=_("PO or XLIFF file"),
        help_text=_(
            "Nothing is written yet: you will see first what the file would change."
        ),
        widget=forms.FileInput(attrs={"accept": ".po,.xlf,.xliff"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            message = _("The file is larger than %(size)s MB.")
            raise forms.ValidationError(message % {"size": LARGEST // 1024 // 1024})
        return file
