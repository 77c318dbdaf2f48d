from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("pages")

    def ready(self) -> None:
        # These import models, which are not there before.
        from home import searching

        searching.register()
