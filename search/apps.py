from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.registries import Section, register_section


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        # These import models, which are not there before.
        from search import receivers

        receivers.connect()
        register_section(Section("search", _("Search"), in_menu=True))
