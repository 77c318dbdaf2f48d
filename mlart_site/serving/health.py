"""What a load balancer asks: is the process alive, and can it do its work?"""

from collections.abc import Callable
from uuid import uuid4

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


class NotReady(Exception):
    """One of the things that the site needs is not there."""


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answers whenever the process does; asks nothing of anyone else."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> JsonResponse:
    """Says whether readers can be served, and what fails if not."""
    failing = [name for name, check in CHECKS.items() if not holds(check)]
    return JsonResponse(
        {"ready": not failing, "failing": failing}, status=503 if failing else 200
    )


def holds(check: Callable[[], None]) -> bool:
    """Whether a check passes; each kind of service fails in its own way."""
    try:
        check()
    except Exception:
        return False
    return True


def database_is_reachable() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations_are_applied() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReady


def cache_answers() -> None:
    key, value = f"readyz-{uuid4()}", uuid4().hex
    cache.set(key, value, timeout=30)
    if cache.get(key) != value:
        raise NotReady
    cache.delete(key)


def media_is_writable() -> None:
    name = default_storage.save(f"readyz/{uuid4()}", ContentFile(b"ok"))
    default_storage.delete(name)


CHECKS = {
    "database": database_is_reachable,
    "migrations": migrations_are_applied,
    "cache": cache_answers,
    "media": media_is_writable,
}
