"""One account per role, for those who try the site on their own computer.

All share one password. It is made at random for each installation and kept, with
its hash, in a private file of the data folder: whoever copies this code, or reads
its documentation, cannot sign in to somebody else's site, and a forgotten demo
account on a server is no open door. The hash is kept beside it because computing
one takes half a second for each account, at every start.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from accounts.models import User
from accounts.roles import CHIEF_EDITOR, EDITOR, ORGANISER, TRANSLATOR, Role
from accounts.syncing import group_of


@dataclass(frozen=True)
class DemoAccount:
    """Somebody to sign in as; without a role it is the administrator."""

    email: str
    name: str
    role: Role | None = None


DEMO_ACCOUNTS = (
    DemoAccount("editor@example.org", "Редактор", EDITOR),
    DemoAccount("chief@example.org", "Главный редактор", CHIEF_EDITOR),
    DemoAccount("translator@example.org", "Переводчик", TRANSLATOR),
    DemoAccount("organiser@example.org", "Организатор", ORGANISER),
    DemoAccount("admin@example.org", "Администратор"),
)


def open_accounts() -> str:
    """Make the demo accounts, or make them usable again; returns their password.

    An address that a real person has registered is left to that person.
    """
    password, encoded = _password()
    for account in DEMO_ACCOUNTS:
        user, _ = User.objects.get_or_create(
            email=account.email,
            defaults={"first_name": account.name, "is_demo": True},
        )
        if user.is_demo:
            _fit(user, account, encoded)
    return password


def close_accounts() -> int:
    """Let nobody sign in with a demo account; returns how many there were.

    The accounts stay without their passwords, because the history of pages names
    them.
    """
    return User.objects.filter(is_demo=True).update(
        is_active=False, password=make_password(None)
    )


def _fit(user: User, account: DemoAccount, encoded: str) -> None:
    user.first_name, user.last_name = account.name, "(демо)"
    user.password = encoded
    user.is_active = True
    user.is_superuser = user.is_staff = account.role is None
    user.save()
    user.groups.set([group_of(account.role)[0]] if account.role else [])


def _password() -> tuple[str, str]:
    """The password of this installation and its hash, made if there is none."""
    kept = Path(settings.VAR_DIR) / "demo_password.json"
    try:
        password, encoded = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        password = f"zal-{secrets.token_hex(4)}"
        encoded = make_password(password)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(json.dumps([password, encoded]), encoding="utf-8")
        os.chmod(kept, 0o600)  # noqa: PTH101
    return password, encoded
