"""Fills an empty site with the demo festival, in both languages."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mlart_site.demo.building import SiteContent, build, site_content
from mlart_site.demo.content import DemoContent


class Command(BaseCommand):
    help = "Fill an empty site with the demo festival; a site with content is kept."

    def add_arguments(self, parser):
        parser.add_argument(
            "--year",
            type=int,
            help="the year of the open call's dates (by default the coming deadline)",
        )
        parser.add_argument(
            "--no-progress", action="store_true", help="show no progress bar"
        )
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "demo",
            help="where festival.json and the folder of works lie",
        )

    def handle(self, *, year, no_progress, folder, **_options):
        found = site_content()
        if found is SiteContent.OTHER:
            raise CommandError(
                "The site already has content of its own; the demo festival is only "
                "loaded into an empty database."
            )
        if found is SiteContent.DEMO:
            self.stdout.write("The demo festival is already here; nothing changed.")
            return
        build(DemoContent(folder), year=year, show_progress=not no_progress)
        self.stdout.write("The demo festival is loaded.")
