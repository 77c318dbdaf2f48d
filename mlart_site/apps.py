from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MlartSiteConfig(AppConfig):
    name = "mlart_site"
    verbose_name = _("site")
