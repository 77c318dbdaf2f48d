"""Inline tags as codes of XLIFF, which translators' tools protect, and back.

`<b>` becomes `<g id="b1" ctype="bold">`, a link `<g id="a1" ctype="x-link">`, a line
break `<x id="br1" ctype="lb"/>`, a fact `<ph id="fact1">{deadline}</ph>`. The name of
a code says its tag, so that one that a translator adds is understood as well.
"""

import re
from collections import Counter
from html import escape, unescape
from xml.etree.ElementTree import Element, SubElement

from core.facts_in_texts.tokens import TOKEN
from translation.exchange.lines import LineRefused
from translation.exchange.nodes import Node
from translation.marked_text import TAG

KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link"}
PAIRED = frozenset({"a", "abbr", "acronym", "b", "code", "em", "i", "strong"})
LINE_BREAK = "br"
FACT = "fact"
_ID = re.compile(r"([a-z]+)(\d+)")
_LINK_ID = re.compile(r"""\bid=["']?([\w-]+)""")
# What XML 1.0 cannot hold in any form.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PART = re.compile(rf"(?P<tag>{TAG.pattern})|(?P<fact>{TOKEN.pattern})")


def add_text(parent: Element, text: str) -> None:
    """Append text to an element, behind whatever it holds."""
    text = _FORBIDDEN.sub("", text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def encode(parent: Element, html: str) -> None:
    """Put a string, as wagtail-localize keeps it, into an element."""
    counter: Counter[str] = Counter()
    stack = [parent]
    done = 0
    for found in _PART.finditer(html):
        add_text(stack[-1], unescape(html[done : found.start()]))
        done = found.end()
        if found["fact"]:
            add_text(_code(stack[-1], "ph", FACT, counter), found["fact"])
        else:
            _encode_tag(found["tag"], stack, counter)
    add_text(stack[-1], unescape(html[done:]))


def _encode_tag(tag: str, stack: list[Element], counter: Counter[str]) -> None:
    closing, name, rest = TAG.fullmatch(tag).groups()
    name = name.lower()
    if name == LINE_BREAK:
        if not closing:
            _code(stack[-1], "x", LINE_BREAK, counter).set("ctype", "lb")
    elif closing:
        if len(stack) > 1:
            stack.pop()
    else:
        code = _code(stack[-1], "g", name, counter)
        code.set("ctype", KINDS.get(name, f"x-html-{name}"))
        link = _LINK_ID.search(rest)
        if link:
            code.set("id", link[1])
        stack.append(code)


def _code(parent: Element, kind: str, name: str, counter: Counter[str]) -> Element:
    counter[name] += 1
    return SubElement(parent, kind, {"id": f"{name}{counter[name]}"})


def decode(node: Node) -> str:
    """The string that an element holds, as wagtail-localize keeps it.

    Raises:
        LineRefused: it has a code that no string has.
    """
    return "".join(
        escape(part, quote=False) if isinstance(part, str) else _decoded(part)
        for part in node.content
    )


def _decoded(node: Node) -> str:
    if node.name == "mrk":
        return decode(node)
    code = node.attributes.get("id", "")
    known = _ID.fullmatch(code)
    name = known[1] if known else ""
    if node.name == "g" and name in PAIRED:
        attributes = f' id="{code}"' if name == "a" else ""
        return f"<{name}{attributes}>{decode(node)}</{name}>"
    if node.name == "x" and name == LINE_BREAK:
        return "<br/>"
    if node.name == "ph" and name == FACT:
        return decode(node)
    raise LineRefused(code or node.name)
