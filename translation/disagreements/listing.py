"""The report's rows, in as many queries for one text as for many."""

from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.permissions import get_permission_name

from accounts.models import User
from translation.board import snippets
from translation.board.kinds import MINOR
from translation.models import BoardEntry, Disagreement

OPEN, ACCEPTED, ALL = "open", "accepted", "all"


@dataclass
class Text:
    """One page or snippet with its differences, for somebody."""

    key: UUID
    title: str = ""
    source_url: str = ""
    target_url: str = ""
    rows: list[Disagreement] = field(default_factory=list)


def chosen(state: str, kind: str, section: str, text: str) -> QuerySet[Disagreement]:
    """The differences that the report's filters let through."""
    found = Disagreement.objects.all()
    if state != ALL:
        found = found.filter(accepted_at__isnull=state != ACCEPTED)
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(object_key=text)
    if section:
        found = found.filter(object_key__in=_keys_in(section))
    return found


def sections() -> list[tuple[str, str]]:
    """The sections of the site as the board knows them, by name."""
    rows = BoardEntry.objects.exclude(section="")
    return sorted(set(rows.values_list("section", "section_title")), key=lambda s: s[1])


def ordered_keys(found: QuerySet[Disagreement]) -> list[UUID]:
    """The texts in question, the most important first."""
    keys = list(found.order_by().values_list("object_key", flat=True).distinct())
    places = {
        key: (importance, -read, title)
        for key, importance, read, title in BoardEntry.objects.filter(
            key__in=[str(key) for key in keys]
        ).values_list("key", "importance", "read", "title")
    }
    unknown = (MINOR, 0, "")
    return sorted(keys, key=lambda key: (places.get(str(key), unknown), str(key)))


def texts(keys: list[UUID], found: QuerySet[Disagreement], user: User) -> list[Text]:
    """Some texts with what differs in them, and the ways to both editors."""
    shown = {key: Text(key) for key in keys}
    rows = found.filter(object_key__in=keys).select_related("accepted_by", "locale")
    for row in rows.order_by("path", "pk"):
        shown[row.object_key].rows.append(row)
    _add_pages(shown, user)
    _add_snippets(shown, user)
    return list(shown.values())


def _keys_in(section: str) -> list[UUID]:
    rows = BoardEntry.objects.filter(section=section)
    return [UUID(key) for key in rows.values_list("key", flat=True) if _is_uuid(key)]


def _is_uuid(key: str) -> bool:
    return len(key) == len(str(UUID(int=0))) and key.count("-") == len("----")


def _add_pages(shown: dict[UUID, Text], user: User) -> None:
    found = Page.objects.filter(translation_key__in=shown)
    may_edit = page_permission_policy.instances_user_has_permission_for(user, "change")
    open_to = set(
        may_edit.filter(translation_key__in=shown).values_list("pk", flat=True)
    )
    told = found.values_list("pk", "translation_key", "title", "locale__language_code")
    for pk, key, title, language in told:
        url = reverse("wagtailadmin_pages:edit", args=[pk]) if pk in open_to else ""
        _add(shown[key], title, language, url)


def _add_snippets(shown: dict[UUID, Text], user: User) -> None:
    for model in snippets.models():
        names = model.snippet_viewset
        may_edit = user.has_perm(get_permission_name("change", model))
        found = model._default_manager.filter(translation_key__in=shown)
        for each in found.select_related("locale"):
            url = reverse(names.get_url_name("edit"), args=[each.pk])
            language = each.locale.language_code
            _add(
                shown[each.translation_key],
                str(each),
                language,
                url if may_edit else "",
            )


def _add(text: Text, title: str, language: str, url: str) -> None:
    if language == settings.LANGUAGE_CODE:
        text.title, text.source_url = title, url
    else:
        text.target_url = url


def count_open() -> int:
    """How many differences nobody has said anything of."""
    return Disagreement.objects.filter(accepted_at__isnull=True).count()
