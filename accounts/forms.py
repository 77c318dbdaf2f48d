from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm
from wagtail.users.models import UserProfile

from accounts import throttling


class SignInForm(LoginForm):
    """Signs in with e-mail and password; after several failures only later."""

    error_messages = {
        **LoginForm.error_messages,
        "too_often": _(
            "Too many attempts. Wait a quarter of an hour, or ask for a new password."
        ),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        for name, purpose in (
            ("username", "username"),
            ("password", "current-password"),
        ):
            attrs = self.fields[name].widget.attrs
            # The labels say it, and Wagtail's own words do not fit in Russian.
            attrs.pop("placeholder", None)
            attrs["autocomplete"] = purpose
        self.fields["username"].widget.input_type = "email"

    def clean(self):
        email = self.cleaned_data.get("username", "")
        if throttling.is_too_often(self.request, email):
            raise ValidationError(self.error_messages["too_often"], code="too_often")
        try:
            cleaned = super().clean()
        except ValidationError:
            throttling.count_failure(self.request, email)
            raise
        throttling.forget_failures(self.request, email)
        return cleaned


class PasswordResetForm(WagtailPasswordResetForm):
    """Writes to each user in the language that they chose for the admin."""

    def send_mail(
        self, subject_template_name, email_template_name, context, *args, **kwargs
    ):
        profile = UserProfile.objects.filter(user=context["user"]).first()
        # Without a choice it is the admin's own language, in which we are already.
        language = (profile or UserProfile()).get_preferred_language()
        with override(language):
            super().send_mail(
                subject_template_name, email_template_name, context, *args, **kwargs
            )
