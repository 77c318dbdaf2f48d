"""Finds the pages without a card for sharing, and queues their drawing."""

from django.core.management.base import BaseCommand

from core.social_cards import pages_without_card
from core.tasks import draw_missing_social_cards


class Command(BaseCommand):
    help = "Queue the cards for sharing that pages lack, or have of an earlier design."

    def handle(self, *, verbosity, **_options):
        lacking = pages_without_card().count()
        if lacking:
            draw_missing_social_cards.enqueue()
        if verbosity:
            self.stdout.write(f"Queued: {lacking} to draw.")
