"""Gives every role exactly the rights that `accounts.roles` lists."""

from django.core.management.base import BaseCommand

from accounts.syncing import sync_roles


class Command(BaseCommand):
    help = "Make the groups of the roles, and give each exactly its rights."

    def handle(self, *, verbosity: int, **_options):
        changes = sync_roles()
        if verbosity:
            for line in changes or ["All roles have their rights already."]:
                self.stdout.write(line)
