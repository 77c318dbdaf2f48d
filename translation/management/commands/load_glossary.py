"""Takes the general terms that a site begins with into its glossary."""

from django.core.management.base import BaseCommand, CommandError

from translation.glossary.importing import load_starter
from translation.glossary.table import FileRefused


class Command(BaseCommand):
    help = "Load the starter glossary; entries that are there already are kept."

    def handle(self, **_options):
        try:
            plan = load_starter()
        except FileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{len(plan.new)} new entries, {plan.unchanged} kept.")
