"""Finds anew which works are near one another."""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm

from gallery.services.nearness import rebuild, works_to_compare


class Command(BaseCommand):
    help = "Find anew which works are near one another."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-progress", action="store_true", help="show no progress bar"
        )

    def handle(self, *, no_progress, verbosity, **_options):
        with tqdm(
            total=len(works_to_compare()),
            file=sys.stderr,
            unit=" works",
            disable=True if no_progress or not verbosity else None,
        ) as bar:
            compared = rebuild(bar.update)
        if verbosity:
            self.stdout.write(f"Compared: {compared} works.")
