"""What waits for somebody, gathered from the apps for the admin's home page."""

from django.conf import settings
from django.db.models import Model, Q, prefetch_related_objects
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from wagtail.images.permissions import (
    permission_policy as image_permission_policy,
)
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from accounts.models import User
from core.registries import Attention, AttentionItem, publication_problems
from gallery.models import ArtworkPage, Audio, Video

# The home page of the admin stays quick, however many drafts lie about.
EXAMINED = 100
MEDIA = ("image", "video__poster", "audio__cover")


def unfinished_works(user: User) -> Attention:
    """Drafts of works that could not go live as they are, and why."""
    items = [
        AttentionItem(draft.title, edit_url(draft), tuple(map(str, problems)))
        for draft in latest_drafts(user)
        if (problems := publication_problems(draft))
    ]
    return Attention(gettext_lazy("Works that cannot be published yet"), items)


def latest_drafts(user: User) -> list[ArtworkPage]:
    """The newest versions of works that are not published as they are.

    As many queries for one as for all.
    """
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    works = ArtworkPage.objects.filter(
        Q(live=False) | Q(has_unpublished_changes=True),
        locale=locale,
        alias_of__isnull=True,
    )
    works = works.select_related("latest_revision").prefetch_related("pieces")
    drafts = [
        _latest_version(work, locale)
        for work in works.order_by("-latest_revision_created_at")[:EXAMINED]
        if may_edit(user, work)
    ]
    _fetch_media(drafts)
    return drafts


def _latest_version(work: ArtworkPage, locale: Locale) -> ArtworkPage:
    """The work as last saved; cheaper than `Revision.as_object`, for reading only."""
    draft = work
    if work.latest_revision:
        draft = ArtworkPage.from_serializable_data(
            work.latest_revision.content, check_fks=False
        )
        draft.pk = work.pk
    draft.locale = locale
    return draft


def _fetch_media(drafts: list[ArtworkPage]) -> None:
    pieces = [piece for draft in drafts for piece in draft.pieces.all()]
    prefetch_related_objects(pieces, *MEDIA)
    for piece in pieces:
        # A draft may name media that were deleted since.
        for name in ("image", "video", "audio"):
            if getattr(piece, name) is None:
                setattr(piece, name, None)


def unplayable_media(user: User) -> Attention:
    """Videos and sounds in which nothing could be found to play."""
    items = []
    for model in (Video, Audio):
        if user.has_perm(f"gallery.change_{model._meta.model_name}"):
            for media in model.objects.exclude(failure=""):
                items.append(
                    AttentionItem(media.title, snippet_url(media), (media.failure,))
                )
    return Attention(gettext_lazy("Files that do not play"), items)


def unread_images(user: User) -> Attention:
    """Large images that could not be reduced or cut into tiles."""
    images = image_permission_policy.instances_user_has_permission_for(user, "change")
    items = [
        AttentionItem(
            image.title,
            reverse("wagtailimages:edit", args=[image.pk]),
            (capfirst(image.get_failure_display()),),
        )
        for image in images.exclude(failure="")
    ]
    return Attention(gettext_lazy("Images that were not prepared"), items)


def may_edit(user: User, page: Page) -> bool:
    return page_permission_policy.user_has_permission_for_instance(user, "change", page)


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def snippet_url(instance: Model) -> str:
    url_name = instance.snippet_viewset.get_url_name("edit")
    return reverse(url_name, args=[instance.pk])
