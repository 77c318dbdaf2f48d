"""What somebody may wish for in their account."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput

from translation.board import rights
from translation.board.digests import set_digest, wants_digest


class DigestForm(forms.Form):
    """Whether to be told once a week what is stale."""

    wanted = forms.BooleanField(
        label=_(
            "Once a week, a letter about translations that are no longer up to date"
        ),
        required=False,
        widget=SwitchInput,
        help_text=_("Where everything is up to date, there is no letter."),
    )

    def __init__(self, *args, instance, **kwargs):
        self._user = instance
        initial = {"wanted": wants_digest(instance)}
        super().__init__(*args, initial=initial, **kwargs)

    def save(self) -> None:
        set_digest(self._user, self.cleaned_data["wanted"])


class DigestPanel(BaseSettingsPanel):
    """The weekly letter, for whoever may translate."""

    name = "translation_digest"
    title = _("Translations")
    tab = notifications_tab
    order = 200
    form_class = DigestForm

    def is_active(self) -> bool:
        return rights.may_see(self.user)
