"""The front page in the words of schema.org."""

from core.structured.nodes import Described, organisation_id
from gallery.structured import work_references


def describe_home(context) -> Described:
    """The page is about the gallery itself, and shows some of its works."""
    of_page = {"about": {"@id": organisation_id()}}
    works = work_references(context.get("chosen") or [])
    if works:
        of_page["hasPart"] = works
    return Described(of_page=of_page)
