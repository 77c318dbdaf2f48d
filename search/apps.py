from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.registries import Section, register_inquiry_counter, register_section


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        # These import models, which are not there before.
        from core.facts_in_texts.following import register_follower
        from search import receivers
        from search.services import inquiries
        from search.services.following import follow_all

        receivers.connect()
        register_follower(follow_all)
        register_inquiry_counter(inquiries.note)
        register_section(Section("search", _("Search"), in_menu=True))
