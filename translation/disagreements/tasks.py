"""Comparing, which never happens inside a request."""

from importlib import import_module

from django_tasks import task

# The services know the models, and tasks are known before them.


@task()
def compare_text(key: str) -> None:
    """Compare a page or snippet with its translations, by its translation key."""
    import_module("translation.disagreements.keeping").find(key)


@task()
def compare_everything() -> None:
    """Compare all texts anew: the glossary has changed."""
    import_module("translation.disagreements.keeping").find_everywhere()
