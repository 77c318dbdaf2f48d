"""Questions to the facts of the calls; they name no model class."""

from django.db import models
from django.db.models import OuterRef, Subquery


class CallFactsQuerySet(models.QuerySet):
    def current(self):
        """The facts that the site speaks of: of the call that closes last."""
        return self.order_by("-closes_at", "-pk").first()

    def with_page(self, language_code: str):
        """Annotate `page_path`: where the call is announced in that language."""
        pages = self.model._meta.get_field("pages").related_model.objects
        shown = pages.on_display().filter(
            facts=OuterRef("pk"), locale__language_code=language_code
        )
        return self.annotate(page_path=Subquery(shown.values("url_path")[:1]))
