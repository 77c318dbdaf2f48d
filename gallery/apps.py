from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.registries import (
    Section,
    register_page_media,
    register_publication_check,
    register_section,
)
from gallery.publication import artwork_problems


class GalleryConfig(AppConfig):
    name = "gallery"
    verbose_name = _("gallery")

    def ready(self) -> None:
        from gallery import receivers, searching, sitemap

        register_publication_check(artwork_problems)
        register_page_media(sitemap.media_of_works)
        register_section(Section("selection", _("Selection"), personal=True))
        receivers.connect()
        searching.register()
