"""Finds the images whose sizes, masters or tiles are missing, and queues those."""

from django.core.management.base import BaseCommand

from core.models import ArtImage
from core.tasks import follow_media_address, prepare_image, tile_image


class Command(BaseCommand):
    help = "Queue what images lack: sizes, masters, tiles; follow a new address."

    def handle(self, *, verbosity, **_options):
        images = list(ArtImage.objects.order_by("pk"))
        unprepared = [each for each in images if not each.fits_renditions]
        untiled = [each for each in images if not each.fits_tiles]
        for image in unprepared:
            prepare_image.enqueue(image.pk)
        for image in untiled:
            tile_image.enqueue(image.pk)
        follow_media_address.enqueue()
        if verbosity:
            self.stdout.write(
                f"Queued: {len(unprepared)} to prepare, {len(untiled)} to tile."
            )
