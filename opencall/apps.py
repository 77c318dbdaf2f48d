from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.registries import register_facts
from opencall.sharing import on_facts_deleted, on_facts_saved


class OpencallConfig(AppConfig):
    name = "opencall"
    verbose_name = _("open call")

    def ready(self) -> None:
        from core.kept import kept
        from opencall import facts_told, searching
        from opencall.models import CallFacts

        def current_call():
            language = get_language() or ""
            return kept(
                ("current call", language),
                lambda: CallFacts.objects.with_page(language).current(),
            )

        register_facts("open_call", current_call)
        post_save.connect(on_facts_saved, CallFacts, dispatch_uid="social_cards")
        post_delete.connect(on_facts_deleted, CallFacts, dispatch_uid="facts_in_texts")
        facts_told.register()
        searching.register()
