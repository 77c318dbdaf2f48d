from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.registries import register_facts


class OpencallConfig(AppConfig):
    name = "opencall"
    verbose_name = _("open call")

    def ready(self) -> None:
        from opencall.models import CallFacts

        register_facts("open_call", CallFacts.objects.current)
