from django.db import models
from django_cleanup import cleanup

from core.models.images import ArtImage, unguessable_name


def card_file_name(instance: models.Model, filename: str) -> str:
    return unguessable_name("cards", filename)


@cleanup.select
class SocialCard(models.Model):
    """The picture that stands for a page where somebody shares it.

    `made_for` says what it was drawn from. `picture` is the image that it shows, or
    waits for: then there is no file yet.
    """

    # Usage lists tell editors where they put an image, not what was drawn from it.
    wagtail_reference_index_ignore = True

    page = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="social_card",
    )
    picture = models.ForeignKey(
        ArtImage, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    file = models.FileField(upload_to=card_file_name, blank=True)
    alt = models.TextField(blank=True)
    made_for = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.alt
