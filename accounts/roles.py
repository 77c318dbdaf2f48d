"""Who may do what: every role and its rights, listed once.

A role is known by its codename. Its group in the database bears the Russian name
that administrators read when they give somebody a role; `RoleGroup` remembers which
group stands for which role, so a renamed group stays that role's group.
`syncing.sync_roles` makes the database agree with this page.

Wagtail knows one right for changing and for deleting an image, so an editor may
delete images too; one that is used in a work cannot be deleted by anybody. The
organiser has no right on pages and sees them as visitors do. Administrators are
superusers and no role.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SOURCE = "ru"
TRANSLATED = "en"

WRITING = frozenset({"add", "change"})
LEADING = WRITING | {"publish", "lock", "unlock", "bulk_delete"}
IMAGES = frozenset(
    {
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
    }
)
ADMIN = "wagtailadmin.access_admin"
SEARCHES = "search.view_inquiry"


def rights(*models: str, to: str) -> frozenset[str]:
    """Permission names such as "gallery.add_video"."""
    return frozenset(
        f"{app}.{action}_{model}"
        for app, model in (name.split(".") for name in models)
        for action in to.split()
    )


@dataclass(frozen=True)
class Role:
    """One kind of work in the admin, and exactly the rights that it needs.

    `pages` maps a language to what may be done with all pages of that language;
    `collections` are rights on the media library, `models` all other permissions.
    """

    codename: str
    name: str
    pages: Mapping[str, frozenset[str]] = field(default_factory=dict)
    collections: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()


EDITOR = Role(
    codename="editor",
    name="Редакторы",
    pages=MappingProxyType({SOURCE: WRITING}),
    collections=IMAGES,
    models=rights("gallery.video", "gallery.audio", to="add change view")
    | rights("translation.glossaryentry", to="view")
    | {ADMIN, SEARCHES},
)
CHIEF_EDITOR = Role(
    codename="chief_editor",
    name="Главные редакторы",
    pages=MappingProxyType({SOURCE: LEADING, TRANSLATED: LEADING}),
    collections=IMAGES,
    models=rights("gallery.video", "gallery.audio", to="add change delete view")
    | rights("core.footertext", to="add change delete publish")
    | rights("translation.glossaryentry", to="add change delete view")
    | rights("wagtailredirects.redirect", to="add change delete view")
    | rights("wagtailsearchpromotions.searchpromotion", to="add change delete view")
    | {
        ADMIN,
        SEARCHES,
        "core.change_sitesettings",
        "wagtail_localize.submit_translation",
    },
)
TRANSLATOR = Role(
    codename="translator",
    name="Переводчики",
    pages=MappingProxyType({TRANSLATED: frozenset({"change"})}),
    # An English page may show another picture, such as one with words in it.
    collections=frozenset({"wagtailimages.choose_image"}),
    models=rights("translation.glossaryentry", to="add change view")
    | {ADMIN, "core.change_footertext"},
)
ORGANISER = Role(
    codename="organiser",
    name="Организаторы",
    models=rights("opencall.callfacts", to="add change view") | {ADMIN},
)

ROLES = (EDITOR, CHIEF_EDITOR, TRANSLATOR, ORGANISER)

# Whoever is in this role approves what the others send for review.
APPROVER = CHIEF_EDITOR
REVIEW_NAME = "Проверка главным редактором"
