"""Questions to the facts of the calls; they name no model class."""

from django.db import models


class CallFactsQuerySet(models.QuerySet):
    def current(self):
        """The facts that the site speaks of: of the call that closes last."""
        return self.order_by("-closes_at", "-pk").first()
