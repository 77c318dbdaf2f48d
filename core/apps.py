from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("core")

    def ready(self):
        from core.content_changes import watch_connection

        connection_created.connect(watch_connection, dispatch_uid="content_changes")
