"""The newest works as an Atom feed (RFC 4287), one in each language."""

import re
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.chrome import Chrome
from core.facts_in_texts import told, told_html
from core.meta import absolute
from core.typography import typeset
from gallery.choices import Licence, Medium
from gallery.labels import WallLabel, wall_labels
from gallery.models import ArtworkPage
from gallery.structured.media import Copy, copies_of

LENGTH = 30
PICTURE_WIDTH = 960
LINKS = re.compile(r"</?(?:a|embed)\b[^>]*>")


class WorksAtom(Atom1Feed):
    """Atom with several authors, whole texts, and media of unstated length.

    The length of an enclosure is optional in Atom, and asking a bucket for it costs
    more than the feed.
    """

    def root_attributes(self) -> dict:
        return {**super().root_attributes(), "xml:lang": self.feed["language"]}

    def add_item_elements(self, handler, item: dict) -> None:
        super().add_item_elements(handler, item)
        for name, url in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            if url:
                handler.addQuickElement("uri", url)
            handler.endElement("author")
        for url, kind in item["media"]:
            link = {"rel": "enclosure", "href": url, "type": kind}
            handler.addQuickElement("link", None, link)
        handler.addQuickElement("content", str(item["content"]), {"type": "html"})


class NewWorks(Feed):
    """The works that were published last, with their pictures and labels."""

    feed_type = WorksAtom

    def get_object(self, request, *_args, **_kwargs) -> Chrome:
        chrome = Chrome(request)
        if chrome.home is None:
            raise Http404
        return chrome

    def title(self, chrome: Chrome) -> str:
        return _("%(organisation)s: new works") % {"organisation": chrome.organisation}

    def subtitle(self, _chrome: Chrome) -> str:
        return _("Works of the gallery, the newest first")

    def link(self, chrome: Chrome) -> str:
        return absolute(chrome.home_url)

    def feed_url(self, _chrome: Chrome) -> str:
        return absolute(reverse("feed"))

    def feed_guid(self, chrome: Chrome) -> str:
        return stable_id(chrome.home)

    def author_name(self, chrome: Chrome) -> str:
        return chrome.organisation

    def items(self, chrome: Chrome) -> list[WallLabel]:
        """The newest works of the language, in as many queries for one as for all."""
        works = ArtworkPage.objects.on_display().filter(
            locale_id=chrome.home.locale_id, first_published_at__isnull=False
        )
        newest = works.order_by("-first_published_at", "-pk")[:LENGTH]
        return wall_labels(newest, locale_id=chrome.home.locale_id)

    def item_title(self, item: WallLabel) -> str:
        return typeset(item.title, get_language() or "")

    def item_description(self, item: WallLabel) -> str:
        return escape(item.work.summary)

    def item_link(self, item: WallLabel) -> str:
        return absolute(item.url)

    def item_guid(self, item: WallLabel) -> str:
        return stable_id(item.work)

    def item_pubdate(self, item: WallLabel):
        return item.work.first_published_at

    def item_updateddate(self, item: WallLabel):
        return item.work.last_published_at or item.work.first_published_at

    def item_categories(self, item: WallLabel) -> list[str]:
        return item.technique_names

    def item_copyright(self, item: WallLabel) -> str:
        licence = Licence(item.work.licence).label if item.work.licence else ""
        return ". ".join(filter(None, (told(item.work.attribution), str(licence))))

    def item_extra_kwargs(self, item: WallLabel) -> dict:
        authors = {credit.title: credit.url for credit in item.credits}
        return {
            "authors": [(name, url and absolute(url)) for name, url in authors.items()],
            "media": _media(item),
            "content": _content(item),
        }


def stable_id(page) -> str:
    """What a page of this language stays known by, wherever it or the site moves."""
    return uuid5(page.translation_key, get_language() or "").urn


def _media(label: WallLabel) -> list[tuple[str, str]]:
    """Addresses and kinds of what is to be seen and heard; none behind a note."""
    if label.content_note:
        return []
    found = []
    for piece in label.work.pieces.all():
        if piece.medium in {Medium.VIDEO, Medium.AUDIO}:
            found.append((absolute(piece.media.file.url), piece.media.mime_type))
        elif picture := _picture(piece.picture):
            found.append((picture.url, "image/jpeg"))
    return found


def _content(label: WallLabel) -> SafeString:
    """The work as a reader of feeds shows it: picture, label, text."""
    shown = label.content_note or _figure(label)
    facts = ", ".join([*label.author_names, str(label.year), *label.technique_names])
    html = format_html(
        "<p>{}</p><p>{}</p>{}",
        shown,
        facts,
        mark_safe(LINKS.sub("", label.work.text)),  # noqa: S308
    )
    return mark_safe(typeset(told_html(html), get_language() or ""))  # noqa: S308


def _figure(label: WallLabel) -> SafeString | str:
    picture = _picture(label.image)
    if picture is None:
        return label.medium_label
    return format_html(
        '<a href="{}"><img src="{}" alt="{}" width="{}" height="{}"></a>',
        absolute(label.url),
        picture.url,
        label.alt,
        picture.width,
        picture.height,
    )


def _picture(image) -> Copy | None:
    """A copy of moderate size."""
    copies = copies_of(image)
    wide = [copy for copy in copies if copy.width >= PICTURE_WIDTH]
    return (wide or copies[-1:] or [None])[0]
