from django.db import models
from django.utils.translation import gettext_lazy as _

from gallery.choices import Nearness


class NearWork(models.Model):
    """One work that is near another, as a background task found.

    Both are known by their translation keys, so that what is found holds in every
    language; readers meet those of the near works that hang in theirs.
    """

    work_key = models.UUIDField()
    near_key = models.UUIDField(db_index=True)
    reason = models.CharField(max_length=10, choices=Nearness.choices)
    score = models.FloatField()

    class Meta:
        verbose_name = _("near work")
        verbose_name_plural = _("near works")
        constraints = [
            models.UniqueConstraint(
                fields=["work_key", "near_key"], name="near_once_for_each_work"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_key}: {self.near_key}"
