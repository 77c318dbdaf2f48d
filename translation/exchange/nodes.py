"""XML from outside, read into plain nodes that know their line."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

# Deeper than any tool nests codes; a string is read by a function that calls itself.
DEEPEST = 100


class XmlRefused(Exception):
    """It is no XML, or XML that means harm; `line` is where, if that is known."""

    def __init__(self, line: int | None = None) -> None:
        super().__init__(line)
        self.line = line


@dataclass
class Node:
    """An element without its namespace; `content` are texts and other nodes."""

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    content: list[Any] = field(default_factory=list)

    def children(self, name: str) -> list["Node"]:
        return [n for n in self.content if isinstance(n, Node) and n.name == name]

    def child(self, name: str) -> "Node | None":
        return next(iter(self.children(name)), None)


def parse(content: bytes) -> Node:
    """The root of an XML document.

    Raises:
        XmlRefused: it cannot be read, or brings entities or a document type along.
    """
    reader = _Reader()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(reader)
    try:
        parser.parse(BytesIO(content))
    except SAXException as error:
        line = getattr(error, "getLineNumber", lambda: None)()
        raise XmlRefused(line) from error
    # The encoding that a document names may not exist.
    except (DefusedXmlException, LookupError, UnicodeError) as error:
        raise XmlRefused from error
    return reader.root


class _Reader(ContentHandler):
    """Makes nodes of what the parser tells."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[Node] = []
        self._locator: Any = None
        self.root: Node | None = None

    def setDocumentLocator(self, locator: Any) -> None:
        self._locator = locator

    def startElementNS(self, name: tuple, _qname: str, attrs: Any) -> None:
        if len(self._open) >= DEEPEST:
            raise XmlRefused(self._locator.getLineNumber())
        attributes = {key: attrs.getValue((ns, key)) for ns, key in attrs.getNames()}
        line = self._locator.getLineNumber()
        node = Node(name[1], name[0] or "", attributes, line)
        if self._open:
            self._open[-1].content.append(node)
        else:
            self.root = node
        self._open.append(node)

    def endElementNS(self, _name: tuple, _qname: str) -> None:
        self._open.pop()

    def characters(self, content: str) -> None:
        self._open[-1].content.append(content)
