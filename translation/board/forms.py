"""What people choose on the board."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from accounts.models import User
from translation.board.kinds import kinds
from translation.choices import DeskState

ME, NOBODY = "me", "nobody"
ALL = "all"
# Texts that lie under no section: the home page, snippets, images.
NO_SECTION = "none"
Choices = list[tuple[str, str]]


class BoardForm(forms.Form):
    """The filters of the board; a value that does not exist chooses nothing."""

    q = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    section = forms.ChoiceField(label=_("Section"), required=False)
    kind = forms.ChoiceField(label=_("Kind of text"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    assigned = forms.ChoiceField(label=_("Assigned to"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    overdue = forms.BooleanField(label=_("Only what is overdue"), required=False)

    def __init__(self, data, *, sections: Choices, people: Iterable[User]):
        super().__init__(data)
        # Between two fields in a row there is no room for a colon.
        self.label_suffix = ""
        people = [(str(person.pk), str(person)) for person in people]
        self._offer("section", _("All sections"), sections)
        self._offer("kind", _("All kinds"), [(k.name, k.label) for k in kinds()])
        self._offer(
            "state",
            _("Everything that is open"),
            [(ALL, _("Everything")), *DeskState.choices],
        )
        self._offer(
            "assigned",
            _("Anybody or nobody"),
            [(ME, _("Me")), (NOBODY, _("Nobody")), *people],
        )
        locales = [(each.language_code, str(each)) for each in Locale.objects.all()]
        self._offer("language", _("All languages"), locales)

    def _offer(self, name: str, everything: str, choices: Choices) -> None:
        self.fields[name].choices = [("", everything), *choices]

    @property
    def chosen(self) -> dict:
        """What is chosen, without what does not exist."""
        self.is_valid()
        return self.cleaned_data


class AssignForm(forms.Form):
    """To whom texts are given, and until when."""

    assignee = forms.ModelChoiceField(
        label=_("Assign to"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )
    due = forms.DateField(
        label=_("Due"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("The day by which it should be translated; it may stay empty."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = people

    def clean_due(self):
        due = self.cleaned_data["due"]
        if due and due < timezone.localdate():
            raise ValidationError(_("Choose today or a later day."))
        return due


class DescriptionForm(forms.Form):
    """What an image shows, in one language."""

    text = forms.CharField(
        label=_("Description"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("One or two sentences for those who do not see the image."),
    )
