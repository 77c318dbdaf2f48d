"""Makes the data folder and the database ready to be served."""

from collections.abc import Callable
from inspect import getfile
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from redis import Redis, RedisError
from wagtail.models import Site

from gallery.models import ArtworkPage, NearWork
from gallery.tasks import compare_all_works
from mlart_site.demo.building import SiteContent, site_content
from mlart_site.serving.freshness import fingerprint, is_done
from mlart_site.settings.environment import flag, jobs_url, refuse
from search.models import Posting

Tell = Callable[[str], None]


def check_services() -> None:
    """End the start with one sentence where something that is needed is away."""
    try:
        connection.ensure_connection()
    except (DatabaseError, ImportError) as error:
        reason = str(error).strip().splitlines()[0]
        refuse(f"cannot open the database ({reason}); check DATABASE_URL and VAR_DIR.")
    try:
        cache.get("serve")
    except (OSError, RedisError) as error:
        refuse(f"cannot reach the cache ({error}); check CACHE_URL.")
    if jobs_url():
        try:
            Redis.from_url(jobs_url()).ping()
        except (RedisError, ValueError) as error:
            refuse(f"cannot reach the jobs' Redis ({error}); check JOBS_URL.")


def migrate(tell: Tell) -> None:
    """Bring the database up to date with the code."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        tell("Preparing the database…")
        call_command("migrate", verbosity=0, interactive=False)


def load_demo(tell: Tell) -> None:
    """Fill an empty database with the demo festival, all or nothing."""
    if flag("DEMO", default=True) and site_content() is SiteContent.NOTHING:
        tell("Loading the demo festival…")
        call_command("load_demo")


def index_for_visitors(tell: Tell) -> None:
    """Build the index of the visitors' search where a site with pages has none."""
    if not Posting.objects.exists() and site_content() is not SiteContent.NOTHING:
        tell("Building the search index…")
        call_command("rebuild_search_index", verbosity=0)


def compare_works() -> None:
    """Queue the comparison of works in a gallery where none was ever compared."""
    shown = ArtworkPage.objects.on_display().values("translation_key").distinct()
    if not NearWork.objects.exists() and shown.count() > 1:
        compare_all_works.enqueue()


def follow_public_url() -> None:
    """Let full addresses of pages begin as PUBLIC_URL does."""
    address = urlsplit(settings.PUBLIC_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != (address.hostname, port):
        site.hostname, site.port = address.hostname, port
        site.save()


def static_sources() -> list[Path]:
    """The files that static files are made from, and the code that makes them."""
    found = [
        Path(storage.path(name))
        for finder in get_finders()
        for name, storage in finder.list([])
    ]
    return [*found, Path(getfile(staticfiles_storage.__class__))]


def collect_static(tell: Tell) -> None:
    """Collect static files anew where one of them has changed."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    current = fingerprint(static_sources())
    if is_done(stamp, current):
        return
    tell("Preparing static files…")
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(current, encoding="ascii")


def prepare(tell: Tell, *, with_static: bool) -> None:
    """All that must be done before the first reader, each step only if needed."""
    check_services()
    migrate(tell)
    load_demo(tell)
    index_for_visitors(tell)
    # Rights hang on the home pages, which the demo may just have made.
    call_command("sync_roles", verbosity=0)
    follow_public_url()
    call_command("prepare_images", verbosity=0)
    call_command("prepare_cards", verbosity=0)
    compare_works()
    if with_static:
        collect_static(tell)
