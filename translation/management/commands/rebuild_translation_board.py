"""Computes anew where every text stands in every language."""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm

from translation.board.kinds import kinds
from translation.board.refreshing import kinds_due, rebuild


class Command(BaseCommand):
    help = "Compute the translators' board anew, for all kinds of texts."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-progress", action="store_true", help="show no progress bar"
        )
        parser.add_argument(
            "--if-due",
            action="store_true",
            help="only what was not computed for a day, or has changed unnoticed",
        )

    def handle(self, *, no_progress, if_due, verbosity, **_options):
        for kind in kinds_due() if if_due else kinds():
            with tqdm(
                total=len(list(kind.keys())),
                desc=kind.name,
                file=sys.stderr,
                unit=" texts",
                disable=True if no_progress or not verbosity else None,
            ) as bar:
                found = rebuild(kind, bar.update)
            if verbosity:
                self.stdout.write(f"{kind.name}: {found} rows.")
