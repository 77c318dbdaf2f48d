"""Work of the core that never happens inside a visitor's request."""

from django.apps import apps
from django_tasks import task

from core.media.preparing import prepare


@task()
def prepare_image(image_id: int) -> None:
    """Make the renditions of an image, unless they already fit or it is gone."""
    image = apps.get_model("core.ArtImage").objects.filter(pk=image_id).first()
    if image is not None and image.rendered_for != image.rendition_key():
        prepare(image)
