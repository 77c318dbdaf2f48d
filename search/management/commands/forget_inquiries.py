"""Erases old counts of what visitors searched for."""

from django.core.management.base import BaseCommand

from search.services import inquiries


class Command(BaseCommand):
    help = f"Erase what visitors searched for {inquiries.DAYS_KEPT} days ago or more."

    def handle(self, **_options):
        inquiries.forget()
