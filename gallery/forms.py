from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from core.media.probe import DamagedMedia, inspect_upload
from core.registries import publication_problems

MAX_BYTES = {"video": 500 * 1024 * 1024, "audio": 200 * 1024 * 1024}


class MediaFileForm(WagtailAdminModelForm):
    """Refuses a file at once that no browser could play."""

    kind = ""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file or "file" not in self.changed_data:
            return file
        limit = MAX_BYTES[self.kind]
        if file.size > limit:
            raise ValidationError(
                _("The file is too large: %(size)s. At most %(limit)s fit here.")
                % {"size": filesizeformat(file.size), "limit": filesizeformat(limit)}
            )
        try:
            inspect_upload(file, self.kind)
        except DamagedMedia as damage:
            raise ValidationError(damage.reason) from damage
        return file

    def save(self, commit=True):
        if self.instance.uploaded_by is None:
            self.instance.uploaded_by = self.for_user
        return super().save(commit=commit)


class VideoForm(MediaFileForm):
    kind = "video"


class AudioForm(MediaFileForm):
    kind = "audio"


class CheckedPageForm(WagtailAdminPageForm):
    """Tells, at publishing or submitting, what still keeps the page from going live.

    A draft may be as incomplete as its author likes.
    """

    def clean(self):
        cleaned = super().clean()
        if self.is_deferred_validation or self.errors:
            return cleaned
        for problem in self.problems_found():
            self.add_error(
                problem.field if problem.field in self.fields else None, str(problem)
            )
        return cleaned

    def problems_found(self):
        """The page's problems as the form would save it."""
        for formset in self.formsets.values():
            if not formset.is_valid():
                return []
        draft = self.save(commit=False)
        if draft.locale.language_code != settings.LANGUAGE_CODE:
            return []
        return publication_problems(draft)
