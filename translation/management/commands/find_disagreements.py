"""Compares all texts with their translations anew."""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm

from translation.disagreements.keeping import find_everywhere, keys


class Command(BaseCommand):
    help = "Find what one language of the site's texts says and the other does not."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-progress", action="store_true", help="show no progress bar"
        )

    def handle(self, *, no_progress, verbosity, **_options):
        with tqdm(
            total=len(keys()),
            file=sys.stderr,
            unit=" texts",
            disable=True if no_progress or not verbosity else None,
        ) as bar:
            found = find_everywhere(bar.update)
        if verbosity:
            self.stdout.write(f"{found} differences.")
