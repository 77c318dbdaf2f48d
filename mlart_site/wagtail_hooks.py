"""Fills the admin with what only this package can know: all apps."""

from core.registries import register_attention
from mlart_site.admin.attention import (
    unfinished_works,
    unplayable_media,
    unread_images,
)
from translation.board.attention import waiting_translations
from translation.disagreements.attention import open_disagreements

register_attention("works", unfinished_works)
register_attention("translations", waiting_translations)
register_attention("disagreements", open_disagreements)
register_attention("files", unplayable_media)
register_attention("images", unread_images)
