"""Work of the search that never happens inside a visitor's or an editor's request."""

from importlib import import_module

from django_tasks import task


@task()
def follow_page(page_id: int, with_subtree: bool = False) -> None:
    """Bring the index up to date with a page, and with those that name it."""
    # The service knows the models, and tasks are known before them.
    following = import_module("search.services.following")
    following.follow(page_id, with_subtree=with_subtree)
