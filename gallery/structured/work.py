"""A work: what it is, who made it and how, on which terms, and its media."""

from collections.abc import Iterable
from urllib.parse import quote

from core.chrome import public_url
from core.meta import absolute
from core.structured.nodes import Described, Node, moment, without_gaps
from gallery.choices import Extent, Licence, Medium, Role
from gallery.labels import LocalName
from gallery.structured.media import copies_of, media_nodes
from gallery.structured.names import ARTIST, WORK, artist_type, work_type

# IPTC's words for what a machine made wholly or in part.
DIGITAL_SOURCE = {
    Extent.FULL: "http://cv.iptc.org/newscodes/digitalsourcetype/"
    "trainedAlgorithmicMedia",
    Extent.PARTIAL: "http://cv.iptc.org/newscodes/digitalsourcetype/"
    "compositeWithTrainedAlgorithmicMedia",
}
CREATORS = {Role.ARTIST, Role.MUSICIAN, Role.COMPOSER}
MEDIA_PROPERTIES = {
    "ImageObject": "image",
    "VideoObject": "video",
    "AudioObject": "audio",
}


def describe_work(work, context) -> Described:
    """The work and its media; behind a content note no media and no picture."""
    meta, label = context["meta"], context["label"]
    url = meta.canonical_url
    creators, contributors = _parted(label.credits)
    people = {name.title: _person(name, url) for name in label.credits}
    rights = _rights(work, label, url)
    by = [{"@id": people[name]["@id"]} for name in creators]
    media = []
    if not work.content_note:
        media = list(media_nodes(work, url, {**rights, "creator": by}))
    node = without_gaps(
        {
            **_what_it_is(work, label, context),
            "creator": [people[name] for name in creators],
            "contributor": [people[name] for name in contributors],
            **rights,
            **_media_properties(work, media, meta),
        }
    )
    roles = list(_roles(label.credits, url))
    elsewhere = _elsewhere(work, media, roles, people)
    return Described([node, *media, *(role for _c, role in roles)], {}, elsewhere)


def _what_it_is(work, label, context) -> Node:
    meta, chrome = context["meta"], context["chrome"]
    techniques = label.technique_names
    is_music = label.medium == Medium.AUDIO
    return {
        "@type": work_type(label.medium),
        "@id": f"{meta.canonical_url}#{WORK}",
        "name": work.title,
        "url": meta.canonical_url,
        "description": meta.description,
        "inLanguage": chrome.language_code,
        "dateCreated": str(work.year),
        "datePublished": moment(work.first_published_at),
        "artform": "" if is_music else str(label.medium_label),
        "artMedium": [] if is_music else techniques,
        "keywords": ", ".join(techniques),
        "isPartOf": _room(chrome.parent),
        "isBasedOn": _code(work),
        "conditionsOfAccess": work.content_note,
        "mainEntityOfPage": {"@id": meta.canonical_url},
    }


def _room(room) -> Node | None:
    if room is None:
        return None
    url = public_url(room)
    return {"@type": "CollectionPage", "@id": url, "name": room.title, "url": url}


def _code(work) -> Node | None:
    """The program that the work was made by, where it can be read."""
    if not work.code_url:
        return None
    return without_gaps(
        {
            "@type": "SoftwareSourceCode",
            "name": work.code,
            "codeRepository": work.code_url,
            "version": work.code_revision,
        }
    )


def _media_properties(work, media: list[Node], meta) -> Node:
    """The media by kind; the card stands in for a picture that may not be shown."""
    found: Node = {}
    for node in media:
        property_name = MEDIA_PROPERTIES[node["@type"]]
        found.setdefault(property_name, []).append({"@id": node["@id"]})
    if "image" not in found:
        pictures = [] if work.content_note else _pictures(work)
        found["image"] = pictures or [meta.image.url]
    return found


def _pictures(work) -> list[str]:
    """Posters and covers."""
    copies = (copies_of(piece.picture) for piece in work.pieces_with_media)
    return [found[-1].url for found in copies if found]


def _rights(work, label, url: str) -> Node:
    names = ", ".join(label.author_names)
    rights = {"creditText": work.attribution or names}
    if work.licence:
        licence = Licence(work.licence)
        rights["license"] = licence.url or url
        sign = "" if licence is Licence.CC0 else "© "
        notice = f"{sign}{names}, {work.year}. {licence.label}"
        rights["copyrightNotice"] = notice if names else str(licence.label)
        rights["acquireLicensePage"] = url
    return rights


def _creator_roles(credits_of: list[LocalName]) -> set[Role | None]:
    """The roles that make somebody a creator; without an artist, all do."""
    roles = {credit.role for credit in credits_of}
    return roles & CREATORS or roles


def _parted(credits_of: list[LocalName]) -> tuple[list[str], list[str]]:
    """Names of creators and of contributors, in the order of the label."""
    named = list(dict.fromkeys(credit.title for credit in credits_of))
    creating = _creator_roles(credits_of)
    creators = {credit.title for credit in credits_of if credit.role in creating}
    return (
        [name for name in named if name in creators],
        [name for name in named if name not in creators],
    )


def _person(name: LocalName, url: str) -> Node:
    """Somebody, by their own page if they have one in this language."""
    page = absolute(name.url) if name.url else ""
    mark = f"{page}#{ARTIST}" if page else f"{url}#{ARTIST}-{quote(name.title)}"
    kind = artist_type(name.kind)
    return without_gaps({"@type": kind, "@id": mark, "name": name.title, "url": page})


def _roles(
    credits_of: Iterable[LocalName], url: str
) -> Iterable[tuple[LocalName, Node]]:
    """Each credit as a Role, which says what somebody did."""
    for number, credit in enumerate(credits_of, start=1):
        if credit.role:
            mark = f"{url}#credit-{number}"
            yield (
                credit,
                {"@type": "Role", "@id": mark, "roleName": str(credit.role.label)},
            )


def _elsewhere(work, media: list[Node], roles, people: dict[str, Node]) -> Node:
    """Who stands behind each role, and what kind of source the media are."""
    found: Node = {}
    creating = _creator_roles([credit for credit, _role in roles])
    for credit, role in roles:
        part = "creator" if credit.role in creating else "contributor"
        whose = {"@id": people[credit.title]["@id"]}
        found.setdefault(part, []).append({"@id": role["@id"], part: whose})
    source = DIGITAL_SOURCE.get(work.extent)
    if source:
        found["digitalSourceType"] = source
        found["associatedMedia"] = [
            {"@id": node["@id"], "digitalSourceType": source} for node in media
        ]
    return without_gaps(found)
