from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from core.media.probe import DamagedMedia, inspect_upload
from core.registries import Problem, publication_problems

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

    def clean(self):
        cleaned = super().clean()
        # Whether a new file has sound is found out later, and told when publishing.
        known = self.instance.has_sound and "file" not in self.changed_data
        if cleaned.get("loop") and known:
            self.add_error("loop", _("The video has sound, so it can't be a loop."))
        return cleaned


class AudioForm(MediaFileForm):
    kind = "audio"


class ArtworkPageForm(WagtailAdminPageForm):
    """Tells, at publishing or submitting, what still keeps a work from going live.

    A draft may be as incomplete as its author likes. An alternative text left empty
    starts from the image's own description in the language of the page.
    """

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        self._describe_images()
        if not self.is_deferred_validation:
            for problem in publication_problems(self.save(commit=False)):
                self._point_out(problem)
        return not self.errors and all(f.is_valid() for f in self.formsets.values())

    def _describe_images(self) -> None:
        for form in self._kept_forms("pieces"):
            piece = form.instance
            if piece.image and not piece.alt_text:
                piece.alt_text = piece.image.description_in(self.instance.locale)

    def _kept_forms(self, inline: str) -> list:
        """The forms of the pieces or details that stay, in the order of the work."""
        formset = self.formsets[inline]
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        kept = [form for form in kept if form.has_changed() or form.instance.pk]
        return sorted(kept, key=lambda form: form.cleaned_data.get("ORDER") or 0)

    def _point_out(self, problem: Problem) -> None:
        """Put a problem beside the field it speaks of, or above the form."""
        if problem.item is not None:
            form = self._kept_forms(problem.inline)[problem.item]
            form.add_error(problem.field or None, str(problem.message))
        elif problem.field in self.fields:
            self.add_error(problem.field, str(problem.message))
        else:
            self.add_error(None, str(problem))
