"""Sends the weekly letters about stale translations."""

from django.core.management.base import BaseCommand

from translation.board import digests


class Command(BaseCommand):
    help = "Write to those who want it what is stale, once a week to each."

    def handle(self, *, verbosity, **_options):
        sent = digests.send_due()
        if verbosity and sent:
            self.stdout.write(f"{sent} letters about stale translations were sent.")
