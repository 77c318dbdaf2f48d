from django.db import models
from django.db.models import F


class ContentVersion(models.Model):
    """One number that rises whenever something that visitors may see is written.

    Answers kept for readers carry it in their key, so that on every node the first
    request after a change finds none.
    """

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The present number; read it before the content it stands for."""
        return cls.objects.values_list("number", flat=True).first() or 0

    @classmethod
    def rise(cls) -> None:
        """Leave all kept answers behind."""
        if not cls.objects.update(number=F("number") + 1):
            cls.objects.create(number=1)
