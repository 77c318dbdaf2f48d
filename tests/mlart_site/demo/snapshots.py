"""All that a site keeps, in a form that two moments can be compared by."""

from pathlib import Path

from django.apps import apps
from django.conf import settings


def rows() -> dict[str, list]:
    """Every row of every table."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models()
    }


def files() -> dict[str, int]:
    """Every uploaded or made file, with the time of its last change."""
    found = Path(settings.MEDIA_ROOT).rglob("*")
    return {str(path): path.stat().st_mtime_ns for path in found if path.is_file()}
