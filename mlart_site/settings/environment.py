"""What the environment says, turned into Django's settings.

A value that cannot be used ends the start with one sentence that names the
variable and says what was expected. Every variable is in `.env.example`.
"""

import contextlib
import os
import secrets
import socket
import sys
import tempfile
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
NO = {"0", "false", "no", "off", ""}
ANY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 (compared with, never bound to)
PROJECT_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
environ.Env.read_env(env.str("ENV_FILE", default=str(PROJECT_DIR / ".env")))


def refuse(sentence: str) -> NoReturn:
    """End the start with one clear sentence and a non-zero exit."""
    sys.exit(f"mlart: {sentence}")


def flag(name: str, *, default: bool) -> bool:
    """A yes-or-no variable; anything else is a mistake worth naming."""
    given = env.str(name, default="yes" if default else "no").strip().lower()
    if given not in YES | NO:
        refuse(f"{name} must be yes or no, not “{given}”.")
    return given in YES


def whole_number(name: str, *, default: int, least: int = 0) -> int:
    """A variable that counts something."""
    given = env.str(name, default=str(default)).strip()
    if not given.isdecimal() or int(given) < least:
        refuse(f"{name} must be a whole number from {least} up, not “{given}”.")
    return int(given)


def web_address(name: str, *, default: str | None = None) -> str | None:
    """A variable that holds an http or https address, without its last slash."""
    given = env.str(name, default="").strip().rstrip("/")
    if not given:
        return default
    if not urlsplit(given).hostname or not given.startswith(("http://", "https://")):
        refuse(f"{name} must look like https://example.org, not “{given}”.")
    return given


def listening_host() -> str:
    """The address that the site listens on: this machine alone by default."""
    return env.str("HOST", default="").strip(" []") or "127.0.0.1"


def listening_port() -> int:
    """The port that the site listens on."""
    port = whole_number("PORT", default=8000, least=1)
    if port > 65535:
        refuse(f"PORT must be a number from 1 to 65535, not “{port}”.")
    return port


def bracketed(host: str) -> str:
    """A host as web addresses write it: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def public_url() -> str:
    """Where readers find the site; by default where this process listens."""
    host = listening_host()
    shown = "127.0.0.1" if host in ANY_ADDRESS else bracketed(host)
    return web_address("PUBLIC_URL", default=f"http://{shown}:{listening_port()}")


def allowed_hosts() -> list[str]:
    """ALLOWED_HOSTS, or the names under which this machine can be asked."""
    given = env.list("ALLOWED_HOSTS", default=[])
    if given:
        return given
    host = listening_host()
    names = {"127.0.0.1", "localhost", "[::1]", urlsplit(public_url()).hostname}
    names |= own_names() if host in ANY_ADDRESS else {bracketed(host)}
    return sorted(names)


def own_names() -> set[str]:
    """This machine's name and the address that its neighbours see."""
    names = {socket.gethostname().lower()}
    with (
        contextlib.suppress(OSError),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward,
    ):
        # Connecting a datagram socket chooses a route and sends nothing; the
        # address is one that is kept for documentation.
        outward.connect(("192.0.2.1", 9))
        names.add(outward.getsockname()[0])
    return names


def strict_transport(public_url: str) -> dict:
    """Django's settings of what browsers remember about https, from PUBLIC_URL on.

    Other names of the domain, and the lists built into browsers, are for the owner
    of the domain to promise: neither can be taken back soon.
    """
    subdomains = flag("HSTS_INCLUDE_SUBDOMAINS", default=False)
    preload = flag("HSTS_PRELOAD", default=False)
    if preload and not subdomains:
        refuse("HSTS_PRELOAD needs HSTS_INCLUDE_SUBDOMAINS=yes as well.")
    year = 60 * 60 * 24 * 365
    return {
        "SECURE_HSTS_SECONDS": year if public_url.startswith("https://") else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": subdomains,
        "SECURE_HSTS_PRELOAD": preload,
    }


def data_folder() -> Path:
    """The folder of all that the site keeps on this machine's disk."""
    return PROJECT_DIR / (env.str("VAR_DIR", default="") or "var")


def log_level() -> str:
    """How much is logged."""
    level = env.str("LOG_LEVEL", default="").upper() or "WARNING"
    if level not in LOG_LEVELS:
        refuse(f"LOG_LEVEL must be one of {', '.join(LOG_LEVELS)}, not “{level}”.")
    return level


def secret_key(var_dir: Path) -> str:
    """SECRET_KEY, or one made once and kept in the data folder."""
    given = env.str("SECRET_KEY", default="")
    if given:
        return given
    kept = var_dir / "secret_key"
    try:
        var_dir.mkdir(parents=True, exist_ok=True)
        if not kept.exists():
            keep_once(kept, secrets.token_urlsafe(64))
        return kept.read_text(encoding="ascii")
    except OSError as error:
        refuse(
            f"cannot write the data folder {var_dir} ({error.strerror}); set VAR_DIR."
        )


def keep_once(path: Path, text: str) -> None:
    """Write a private file whole, unless another process was quicker."""
    handle, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()


def database(var_dir: Path) -> dict:
    """The database that DATABASE_URL names; SQLite in the data folder by default."""
    url = env.str("DATABASE_URL", default="") or f"sqlite:///{var_dir / 'db.sqlite3'}"
    scheme = url.partition(":")[0]
    config = {}
    if scheme in {"sqlite", "postgres", "postgresql"}:
        with contextlib.suppress(ValueError):
            config = environ.Env.db_url_config(url)
    if not config.get("NAME"):
        refuse(
            "DATABASE_URL must look like sqlite:////folder/file.sqlite3 or "
            "postgres://user:password@host:5432/name."
        )
    if scheme == "sqlite":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
    config["CONN_MAX_AGE"] = whole_number("DATABASE_CONN_MAX_AGE", default=60)
    config["CONN_HEALTH_CHECKS"] = True
    return config


def caches() -> dict:
    """The cache that CACHE_URL names; by default each process's own memory."""
    url = env.str("CACHE_URL", default="") or "locmemcache://"
    try:
        default = environ.Env.cache_url_config(url)
    except (ImproperlyConfigured, ValueError):
        refuse("CACHE_URL must look like locmemcache:// or redis://host:6379/1.")
    if not default["BACKEND"].endswith("LocMemCache"):
        return {"default": default}
    # Renditions are replaced by the worker, which can't reach another
    # process's memory: there they would go on pointing at deleted files.
    default["OPTIONS"] = {"MAX_ENTRIES": 2000, **default.get("OPTIONS", {})}
    never = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    return {"default": default, "renditions": never}


def mail() -> dict:
    """Django's mail settings from EMAIL_URL; by default letters are printed."""
    url = env.str("EMAIL_URL", default="") or "consolemail://"
    try:
        return environ.Env.email_url_config(url)
    except (ImproperlyConfigured, ValueError):
        refuse(
            "EMAIL_URL must look like consolemail:// or "
            "smtp+tls://user:password@host:587."
        )


def media_storage() -> dict:
    """Where uploaded files live: the disk, or an S3-compatible bucket."""
    bucket = env.str("S3_BUCKET", default="")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    options = {
        "bucket_name": bucket,
        "endpoint_url": web_address("S3_ENDPOINT_URL"),
        "region_name": env.str("S3_REGION", default="") or None,
        "access_key": env.str("S3_ACCESS_KEY", default="") or None,
        "secret_key": env.str("S3_SECRET_KEY", default="") or None,
        "custom_domain": env.str("S3_PUBLIC_DOMAIN", default="") or None,
        "querystring_auth": False,
        "file_overwrite": False,
        "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def media_origins() -> list[str]:
    """The origins besides this one that uploaded files come from."""
    if not env.str("S3_BUCKET", default=""):
        return []
    domain = env.str("S3_PUBLIC_DOMAIN", default="")
    if domain:
        return [f"https://{domain}"]
    return [web_address("S3_ENDPOINT_URL", default="https://*.amazonaws.com")]


def jobs_url() -> str:
    """The Redis server where background jobs wait, if there is one."""
    url = env.str("JOBS_URL", default="").strip()
    if url and not url.startswith(("redis://", "rediss://", "unix://")):
        refuse("JOBS_URL must look like redis://host:6379/0, or be left out.")
    return url


def task_backend() -> dict:
    """Where background jobs wait: the site's database, or Redis (JOBS_URL)."""
    if jobs_url():
        return {"BACKEND": "django_tasks_rq.RQBackend", "QUEUES": ["default"]}
    return {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}


def machine_translator() -> dict | None:
    """The service that translators may ask for words; none unless one is named."""
    libretranslate = web_address("LIBRETRANSLATE_URL")
    deepl = env.str("DEEPL_AUTH_KEY", default="").strip()
    if libretranslate and deepl:
        refuse("set LIBRETRANSLATE_URL or DEEPL_AUTH_KEY, not both.")
    place = "wagtail_localize.machine_translators"
    if libretranslate:
        key = env.str("LIBRETRANSLATE_KEY", default="").strip()
        options = {"LIBRETRANSLATE_URL": libretranslate, "API_KEY": key, "TIMEOUT": 20}
        return {"CLASS": f"{place}.libretranslate.LibreTranslator", "OPTIONS": options}
    if deepl:
        options = {"AUTH_KEY": deepl, "TIMEOUT": 20}
        return {"CLASS": f"{place}.deepl.DeepLTranslator", "OPTIONS": options}
    return None


def csp_directives() -> dict:
    """The public pages' policy: this origin alone, plus the bucket's, if any."""
    here = ["'self'"]
    media = [*here, *media_origins()]
    return {
        "default-src": ["'none'"],
        "script-src": here,
        "style-src": here,
        "font-src": here,
        "connect-src": media,
        "img-src": [*media, "data:"],
        "media-src": media,
        "manifest-src": here,
        "form-action": here,
        "frame-ancestors": here,
        "base-uri": ["'none'"],
    }
