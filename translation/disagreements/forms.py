"""What people choose and write in the report."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from translation.choices import DisagreementKind
from translation.disagreements.listing import ACCEPTED, ALL, OPEN
from translation.models import Disagreement


class ReportForm(forms.Form):
    """The filters of the report; a value that does not exist chooses nothing."""

    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", pgettext_lazy("state of a difference", "Open")),
            (ACCEPTED, pgettext_lazy("state of a difference", "Accepted")),
            (ALL, _("Everything")),
        ],
    )
    kind = forms.ChoiceField(
        label=_("What differs"),
        required=False,
        choices=[("", _("Anything")), *DisagreementKind.choices],
    )
    section = forms.ChoiceField(label=_("Section"), required=False)
    text = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, sections: list[tuple[str, str]]):
        super().__init__(data)
        self.label_suffix = ""
        self.fields["section"].choices = [("", _("All sections")), *sections]

    @property
    def chosen(self) -> dict[str, str | UUID]:
        """The filters that have a value there is."""
        self.is_valid()
        told = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return {**told, "state": told["state"] or OPEN}


class AcceptForm(forms.ModelForm):
    """Why a difference is meant."""

    class Meta:
        model = Disagreement
        fields = ["reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True
