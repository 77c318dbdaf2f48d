"""Work of the board that never happens inside a request."""

from importlib import import_module

from django_tasks import task

# The services know the models, and tasks are known before them.


@task()
def follow_text(key: str) -> None:
    """Compute anew where a page or snippet stands, by its translation key."""
    import_module("translation.board.refreshing").refresh_text(key)


@task()
def follow_things(kind: str, keys: list[str]) -> None:
    """Compute anew where some things of one kind stand."""
    found = import_module("translation.board.kinds").kind_named(kind)
    if found is not None:
        import_module("translation.board.refreshing").refresh(found, keys)


@task()
def follow_subtree(page_id: int) -> None:
    """Compute anew where a page that was moved stands, and all beneath it."""
    import_module("translation.board.moving").refresh_subtree(page_id)


@task()
def tell_assigned(user_id: int, entry_ids: list[int], assigner_id: int) -> None:
    """Write to somebody that texts are theirs to translate."""
    letters = import_module("translation.board.letters")
    letters.tell_assigned(user_id, entry_ids, assigner_id)
