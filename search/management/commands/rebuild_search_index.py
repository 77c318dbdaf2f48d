"""Builds the index of the visitors' search anew."""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm
from wagtail.models import Locale

from search.services.indexing import pages_to_index
from search.services.rebuilding import rebuild


class Command(BaseCommand):
    help = "Build the index of the visitors' search anew, for each language."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-progress", action="store_true", help="show no progress bar"
        )

    def handle(self, *, no_progress, verbosity, **_options):
        for locale in Locale.objects.order_by("pk"):
            with tqdm(
                total=pages_to_index(locale).count(),
                desc=locale.language_code,
                file=sys.stderr,
                unit=" pages",
                disable=True if no_progress else None,
            ) as bar:
                found = rebuild(locale, bar.update)
            if verbosity:
                count = f"{found} pages can be found"
                self.stdout.write(f"{locale.language_code}: {count}.")
