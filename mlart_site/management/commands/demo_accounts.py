"""Makes one demo account per role, or closes them where strangers could come."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.demo import DEMO_ACCOUNTS, close_accounts, open_accounts
from mlart_site.serving.address import is_open_to_others
from mlart_site.settings.environment import listening_host


class Command(BaseCommand):
    help = "Make one demo account per role, on this computer only."

    def add_arguments(self, parser):
        parser.add_argument(
            "--host",
            default=listening_host(),
            help="the address that the site listens on (default: HOST)",
        )

    def handle(self, *, host: str, **_options):
        public = urlsplit(settings.PUBLIC_URL).hostname
        stranger = next(filter(is_open_to_others, (host, public)), None)
        if stranger:
            self.refuse(stranger)
        else:
            self.show(open_accounts())

    def refuse(self, host: str) -> None:
        closed = close_accounts()
        self.stdout.write(
            f"\nNo demo accounts: others can reach {host}, and a password "
            "that is printed here is no secret."
        )
        if closed:
            self.stdout.write(f"The {closed} that existed can no longer sign in.")
        self.stdout.write("Make your own: .venv/bin/python manage.py createsuperuser")

    def show(self, password: str) -> None:
        self.stdout.write(f"\nDemo accounts, all with the password {password}")
        for account in DEMO_ACCOUNTS:
            self.stdout.write(f"  {account.email:<24}{account.name.lower()}")
