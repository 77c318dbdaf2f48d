"""The kinds of texts that this app itself knows of."""

from django.utils.translation import gettext_lazy as _

from translation.board import images, interface, pages, snippets
from translation.board.kinds import Kind, register_kind

PAGES = "pages"
OWN_KINDS = (
    Kind(
        PAGES,
        _("Pages"),
        pages.keys,
        pages.standings,
        of_strings=True,
        are_pages=True,
    ),
    Kind(
        "pieces",
        _("Captions and transcripts"),
        pages.keys_of_works,
        pages.standings_of_pieces,
        of_strings=True,
        part_of=PAGES,
        are_pages=True,
    ),
    Kind(
        "snippets",
        _("Recurring texts"),
        snippets.keys,
        snippets.standings,
        of_strings=True,
    ),
    Kind("images", _("Descriptions of images"), images.keys, images.standings),
    Kind(
        "interface",
        _("Interface texts"),
        interface.keys,
        interface.standings,
        changed_at=interface.changed_at,
    ),
)


def register_kinds() -> None:
    """Have the site's own texts on the board."""
    for kind in OWN_KINDS:
        register_kind(kind)
