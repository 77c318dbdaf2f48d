"""The kinds of texts that this app itself knows of."""

from django.utils.translation import gettext_lazy as _

from translation.board import images, interface, pages, snippets
from translation.board.kinds import Kind, register_kind

PAGES = "pages"


def register_kinds() -> None:
    """Have the site's own texts on the board."""
    register_kind(
        Kind(
            PAGES,
            _("Pages"),
            pages.keys,
            pages.standings,
            of_strings=True,
            are_pages=True,
        )
    )
    register_kind(
        Kind(
            "pieces",
            _("Captions and transcripts"),
            pages.keys_of_works,
            pages.standings_of_pieces,
            of_strings=True,
            part_of=PAGES,
            are_pages=True,
        )
    )
    register_kind(
        Kind(
            "snippets",
            _("Recurring texts"),
            snippets.keys,
            snippets.standings,
            of_strings=True,
        )
    )
    register_kind(
        Kind("images", _("Descriptions of images"), images.keys, images.standings)
    )
    register_kind(
        Kind("interface", _("Interface texts"), interface.keys, interface.standings)
    )
