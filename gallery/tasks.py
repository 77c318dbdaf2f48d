"""Work of the gallery that never happens inside a visitor's request."""

from importlib import import_module
from uuid import UUID

from django.apps import apps
from django_tasks import task


@task()
def probe_media(model_label: str, media_id: int) -> None:
    """Look into a video or sound and fill in what it says of itself."""
    # The service knows the models, and the models queue this task.
    probing = import_module("gallery.services.probing")
    media = apps.get_model(model_label).objects.filter(pk=media_id).first()
    if media is not None and media.probed_file != media.file.name:
        probing.probe(media)


@task()
def refresh_near_works(key: str) -> None:
    """Find anew what is near the work of that translation key."""
    nearness = import_module("gallery.services.nearness")
    nearness.refresh(UUID(key))


@task()
def compare_all_works() -> None:
    """Find anew what is near each work."""
    nearness = import_module("gallery.services.nearness")
    nearness.rebuild()
