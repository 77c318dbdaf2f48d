"""“Sync translated pages”, in the place of wagtail-localize's own view."""

from django import forms
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translation.families import works_from
from translation.guards.publishing import may_publish, publish_and_tell
from translation.services.syncing import sync


class SyncForm(forms.Form):
    """Whether complete translations should be published as well."""

    publish_translations = forms.BooleanField(
        label=gettext_lazy("Publish immediately"),
        help_text=gettext_lazy(
            "Only what is translated completely is published; everything else stays "
            "as it is."
        ),
        required=False,
    )


class SyncTranslations(UpdateTranslationsView):
    """Tells translators what is new; publishes what is complete, by right."""

    def get_form(self):
        form = SyncForm(self.request.POST if self.request.method == "POST" else None)
        if not self.publishable():
            del form.fields["publish_translations"]
        return form

    def publishable(self) -> list[Translation]:
        """The translations that this person may publish."""
        return [
            record
            for record in works_from(self.object.get_source_instance())
            if record.enabled
            and may_publish(self.request.user, record.get_target_instance())
        ]

    def form_valid(self, form):
        sync(self.object.get_source_instance())
        if form.cleaned_data.get("publish_translations"):
            for record in self.publishable():
                publish_and_tell(self.request, record)
        else:
            messages.success(
                self.request,
                _("Translators now see what is new in “%(title)s”.")
                % {"title": self.object.object_repr},
            )
        return redirect(self.get_success_url() or self.get_default_success_url())
