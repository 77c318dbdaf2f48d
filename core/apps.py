from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from core.registries import register_publication_check


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("core")

    def ready(self):
        from core import content_changes, receivers
        from core.facts_in_texts.publication import fact_problems

        uid = "content_changes"
        connection_created.connect(content_changes.watch_connection, dispatch_uid=uid)
        # Migrations write before there is a number to raise.
        pre_migrate.connect(content_changes.look_away, sender=self, dispatch_uid=uid)
        post_migrate.connect(content_changes.look_again, sender=self, dispatch_uid=uid)
        receivers.connect()
        register_publication_check(fact_problems)
