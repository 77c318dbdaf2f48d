"""Erases old counts of what visitors read."""

from django.core.management.base import BaseCommand

from translation.board import readings


class Command(BaseCommand):
    help = f"Erase how often pages were read more than {readings.DAYS_KEPT} days ago."

    def handle(self, **_options):
        readings.forget()
