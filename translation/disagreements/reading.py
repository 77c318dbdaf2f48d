"""Paragraphs: what a text of either kind, plain or marked up, says in which."""

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

MARKUP = re.compile(r"<[a-z/][^<>]*>", re.IGNORECASE)
# Marks of stress would cut words in two; marks of й and ё are letters by then.
STRESS = re.compile("[\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}]")
PARAGRAPHS = (
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote figure figcaption table tr td br"
)
CUE = re.compile(r"^(?:WEBVTT.*|NOTE\b.*|\d+|.*-->.*)$")
CUES = re.compile(r"\AWEBVTT\b")


@dataclass
class Paragraph:
    """One paragraph in plain words, and where its links lead."""

    text: str = ""
    hrefs: list[str] = field(default_factory=list)


class _Paragraphs(HTMLParser):
    """Parts rich text into its paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = [Paragraph()]

    def handle_starttag(self, tag, attrs):
        if tag in PARAGRAPHS.split():
            self.found.append(Paragraph())
        told = dict(attrs)
        href = told.get("href") or _inside(told)
        if tag == "a" and href:
            self.found[-1].hrefs.append(href)

    def handle_endtag(self, tag):
        if tag in PARAGRAPHS.split():
            self.found.append(Paragraph())

    def handle_data(self, data):
        self.found[-1].text += data


def _inside(told: dict) -> str:
    """A link within the site as rich text stores it: what, and its key."""
    return (
        f"{told['linktype']}:{told['id']}" if {"linktype", "id"} <= told.keys() else ""
    )


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of rich text, the lines of plain text, the words of cues."""
    if MARKUP.search(text) and not CUES.match(text):
        parser = _Paragraphs()
        parser.feed(text)
        parser.close()
        found = parser.found
    else:
        lines = text.splitlines()
        if CUES.match(text):
            lines = [" ".join(line for line in lines if not CUE.match(line.strip()))]
        found = [Paragraph(line) for line in lines]
    for paragraph in found:
        paragraph.text = plain(paragraph.text).strip()
    return [each for each in found if each.text or each.hrefs]


def plain(text: str) -> str:
    """The text with one way to write each letter."""
    letters = STRESS.sub("", unicodedata.normalize("NFC", text))
    return re.sub(r"[ \t\r\n]+", " ", letters)
