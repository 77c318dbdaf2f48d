"""Where translations stand in the tree: where their originals do."""

from contextvars import ContextVar

from django.db.models import QuerySet
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page

from translation.families import source_of, translations_of

LEFT_BEHIND = "translation.left_behind"

# Aligning moves pages, and Wagtail tells of every move.
_aligning: ContextVar[bool] = ContextVar("aligning", default=False)


def follow_move(source: Page) -> list[Page]:
    """Move an original's translations under the translations of its new parent.

    Returns:
        Those that could not follow, because the parent is not translated: they are
        unpublished where they are.
    """
    parent = source.get_parent()
    if parent.is_root():
        return []
    left = []
    for target in translations_of(source):
        home = translations_of(parent).filter(locale=target.locale_id).first()
        if home is None:
            _leave_behind(target)
            left.append(target)
        elif not target.is_child_of(home):
            _move(target, home)
    align_children(parent)
    return left


def align_children(parent: Page) -> None:
    """Give the translated children of a page the order of the originals."""
    if parent.is_root() or _aligning.get():
        return
    keys = parent.get_children().order_by("path")
    wanted = list(keys.values_list("translation_key", flat=True))
    token = _aligning.set(True)
    try:
        for home in translations_of(parent):
            _sort(home, wanted)
    finally:
        _aligning.reset(token)


def align_translation(target: Page) -> None:
    """Give translations their originals' order again after somebody moved one."""
    parent = source_of(target.get_parent())
    if parent is not None and not _aligning.get():
        align_children(parent)


def follow_slug(source: Page) -> None:
    """Give translations the address of their original, where it is free."""
    if source.depth <= 2:
        return
    for target in translations_of(source):
        slug = find_available_slug(target.get_parent(), source.slug, target.pk)
        _rename(target, slug)


def _rename(target: Page, slug: str) -> None:
    if target.slug != slug:
        target.slug = slug
        target.set_url_path(target.get_parent())
        target.save(update_fields=["slug", "url_path"], clean=False)


def _move(target: Page, home: Page) -> None:
    _rename(target, find_available_slug(home, target.slug))
    target.move(home, pos="last-child")


def _leave_behind(target: Page) -> None:
    was_live = target.live
    target.unpublish()
    log(instance=target.specific, action=LEFT_BEHIND, data={"was_live": was_live})


def _sort(home: Page, wanted: list) -> None:
    """Move as few children as the order of a drag needs: mostly one."""
    rank = {key: place for place, key in enumerate(wanted)}
    children = [child for child in _children(home) if child.translation_key in rank]
    settled = _rising([rank[child.translation_key] for child in children])
    ordered = sorted(children, key=lambda child: rank[child.translation_key])
    before = None
    for child in ordered:
        if rank[child.translation_key] not in settled:
            child = Page.objects.get(pk=child.pk)
            if before is None:
                child.move(_children(home).first(), pos="left")
            else:
                child.move(Page.objects.get(pk=before), pos="right")
        before = child.pk


def _children(home: Page) -> QuerySet[Page]:
    return Page.objects.child_of(Page.objects.get(pk=home.pk)).order_by("path")


def _rising(places: list[int]) -> set[int]:
    """The longest part of a list that is in order already."""
    best: list[list[int]] = []
    for place in places:
        chains = [chain for chain in best if chain[-1] < place]
        best.append([*max(chains, key=len, default=[]), place])
    return set(max(best, key=len, default=[]))
