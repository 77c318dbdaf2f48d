"""Takes the general terms that a site begins with into its glossary."""

from django.core.management.base import BaseCommand

from translation.glossary.importing import load_starter


class Command(BaseCommand):
    help = "Load the starter glossary; entries that are there already are kept."

    def handle(self, **_options):
        plan = load_starter()
        self.stdout.write(f"{len(plan.new)} new entries, {plan.unchanged} kept.")
