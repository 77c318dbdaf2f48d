"""Submitting originals, in the place of wagtail-localize's own views."""

from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)

from translation.families import is_translation
from translation.refusals import refuse
from translation.services.submitting import submit


class SubmitOriginal:
    """Submits originals without touching what is translated already.

    Afterwards it leads to the translation only those who may open it.
    """

    def dispatch(self, request, *args, **kwargs):
        instance = self.get_object()
        if is_translation(instance):
            reason = _("This is a translation; submit the original.")
            return refuse(request, reason, instance)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self):
        """The form, with the language chosen where there is no choice."""
        form = super().get_form()
        locales = form.fields["locales"]
        if len(locales.queryset) == 1:
            locales.initial = locales.queryset
        return form

    @transaction.atomic
    def form_valid(self, form):
        locales = list(form.cleaned_data["locales"])
        for locale in locales:
            submit(
                self.object,
                locale,
                self.request.user,
                with_subtree=form.cleaned_data["include_subtree"],
            )
        names = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(self.request, self.get_success_message(names))
        return redirect(self.get_success_url() or self.place_to_go_on(locales))

    def place_to_go_on(self, locales: list) -> str:
        translated = self.object.get_translation(locales[0])
        finder = AdminURLFinder(self.request.user)
        return finder.get_edit_url(translated) or self.own_place()

    def own_place(self) -> str:
        raise NotImplementedError


class SubmitPage(SubmitOriginal, SubmitPageTranslationView):
    """Submits a page, and the pages above it that were not submitted yet."""

    def own_place(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.object.get_parent().pk])


class SubmitSnippet(SubmitOriginal, SubmitSnippetTranslationView):
    """Submits a snippet."""

    def own_place(self) -> str:
        viewset = self.object.snippet_viewset
        return reverse(viewset.get_url_name("list"))
