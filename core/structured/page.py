"""The description of one page: the site, the way to it, what it is about."""

import json
from collections.abc import Mapping
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from core.chrome import Chrome, public_url
from core.facts_in_texts import told_all
from core.meta import absolute
from core.registries import sections
from core.structured.nodes import (
    Described,
    Node,
    moment,
    organisation_id,
    picture_node,
    website_id,
    without_gaps,
)

# A name of a page may hold what would end the script element.
_ESCAPED = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured_data(context: Mapping[str, Any]) -> SafeString | str:
    """The graph of the page that a template shows; empty where it is none."""
    meta, chrome = context.get("meta"), context.get("chrome")
    if chrome is None or meta is None or not meta.canonical_url:
        return ""
    page = context.get("page")
    describe = getattr(page, "structured_data", None)
    described = describe(context) if describe else Described()
    way = _breadcrumbs(chrome, meta, page)
    nodes = [
        _organisation(chrome),
        _website(chrome),
        _page(meta, chrome, page, described, way),
        *way,
        *described.nodes,
    ]
    graph = {"@context": "https://schema.org", "@graph": nodes}
    written = json.dumps(told_all(graph), ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _ESCAPED.items():
        written = written.replace(sign, escaped)
    return mark_safe(written)  # noqa: S308


def _organisation(chrome: Chrome) -> Node:
    elsewhere = [block.value["url"] for block in chrome.settings.social_links]
    logo = absolute(static("core/img/mark.png"))
    return without_gaps(
        {
            "@type": "Organization",
            "@id": organisation_id(),
            "name": chrome.organisation,
            "url": absolute("/"),
            "logo": {"@type": "ImageObject", "url": logo, "contentUrl": logo},
            "email": chrome.call.contact_email if chrome.call else "",
            "sameAs": elsewhere,
        }
    )


def _website(chrome: Chrome) -> Node:
    node = {
        "@type": "WebSite",
        "@id": website_id(chrome.home_url),
        "name": chrome.organisation,
        "url": absolute(chrome.home_url),
        "inLanguage": chrome.language_code,
        "publisher": {"@id": organisation_id()},
    }
    search = sections().get("search")
    if search is not None:
        node["potentialAction"] = {
            "@type": "SearchAction",
            "@id": f"{absolute(search.url)}#action",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{absolute(search.url)}?q={{search_term_string}}",
            },
        }
    return node


def _page(meta, chrome: Chrome, page, described: Described, way: list[Node]) -> Node:
    main = described.nodes[0]["@id"] if described.nodes else ""
    return without_gaps(
        {
            "@type": (page or meta).schema_type,
            "@id": meta.canonical_url,
            "url": meta.canonical_url,
            "name": page.title if page else meta.title,
            "description": meta.description,
            "inLanguage": chrome.language_code,
            "isPartOf": _part_of(chrome),
            "primaryImageOfPage": picture_node(meta.image) if meta.image else None,
            "datePublished": moment(getattr(page, "first_published_at", None)),
            "dateModified": moment(getattr(page, "last_published_at", None)),
            "breadcrumb": {"@id": way[0]["@id"]} if way else None,
            "mainEntity": {"@id": main, **described.elsewhere} if main else None,
            **described.of_page,
        }
    )


def _part_of(chrome: Chrome) -> Node:
    """The website, and how its search wants to be asked.

    `query-input` is what schema.org names the input of a SearchAction, but no
    property of any type; see `Described`.
    """
    node = {"@id": website_id(chrome.home_url)}
    search = sections().get("search")
    if search is not None:
        asked = "required name=search_term_string"
        action = {"@id": f"{absolute(search.url)}#action", "query-input": asked}
        node["potentialAction"] = action
    return node


def _breadcrumbs(chrome: Chrome, meta, page) -> list[Node]:
    """The way from the home page here; the home page itself has none."""
    above = [(step.title, public_url(step)) for step in chrome.ancestors]
    if page is None and chrome.home is not None:
        above = [(chrome.home.title, public_url(chrome.home))]
    if not above:
        return []
    here = (page.title if page else meta.title, meta.canonical_url)
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate([*above, here], start=1)
    ]
    mark = f"{meta.canonical_url}#breadcrumb"
    return [{"@type": "BreadcrumbList", "@id": mark, "itemListElement": steps}]
