"""Static files as the running site serves them: joined, minified, hashed, compressed.

In development the browser follows `@import` and `import` itself. `collectstatic` joins
what each entry imports into the entry, so that a page asks for one stylesheet and one
script. What cannot be joined safely is refused, with its file and line.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import groupby
from operator import itemgetter

import minify
import rcssmin
from django.core.files.base import ContentFile
from django.core.management.base import CommandError
from whitenoise.storage import CompressedManifestStaticFilesStorage

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|$", re.IGNORECASE)

CSS_STRING = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
CSS_COMMENT = re.compile(rf"(?P<kept>{CSS_STRING})|/\*.*?\*/", re.DOTALL)
CSS_HEAD = re.compile(r"\s*(?P<rule>@(?P<kind>charset|layer|import)\b[^;{]*;)")
CSS_IMPORT = re.compile(
    r"""@import\s+(?:url\(\s*)?["'](?P<address>[^"']+)["']\s*\)?
    (?:\s+layer\((?P<layer>[\w.-]+)\))?\s*(?P<media>[^;]*);""",
    re.VERBOSE,
)
CSS_URL = re.compile(
    rf"""(?P<string>{CSS_STRING})
    | url\(\s*(?P<quote>["']?)(?P<address>.*?)(?P=quote)\s*\)""",
    re.VERBOSE | re.IGNORECASE,
)

JS_IMPORTS = re.compile(r"^[ \t]*import\b", re.MULTILINE)
JS_STATEMENT = re.compile(r"^[ \t]*(?:import|export)\b", re.MULTILINE)
JS_IMPORT = re.compile(
    r"""^import\s+(?:\{(?P<names>[^}]*)\}\s+from\s+)?
    ["'](?P<address>[^"']+)["'];[ \t]*$\n?""",
    re.MULTILINE | re.VERBOSE,
)
JS_EXPORT = re.compile(
    r"^export\s+(?=(?:const|class|(?:async\s+)?function\b\s*\*?)\s*(?P<name>[\w$]+))",
    re.MULTILINE,
)
# An address that the page gives is read in the browser: nothing is to be joined.
JS_UNJOINABLE = re.compile(
    r"\bimport\s*\((?![\w.]+\.dataset\.\w+\))|\bimport\.meta\b|^(?=[^\s/*]).*\bawait\b",
    re.MULTILINE,
)
JS_IMPORTED_NAME = re.compile(r"(?P<theirs>[\w$]+)(?:\s+as\s+(?P<ours>[\w$]+))?")


class StaticJoinError(CommandError):
    """A file that cannot be joined into another, and the line that says why."""

    def __init__(self, name: str, text: str, offset: int, reason: str):
        line = text.count("\n", 0, offset) + 1
        super().__init__(f"{name}:{line}: {reason}")


class Sources:
    """The collected files, read by name from where they come from."""

    def __init__(self, paths: Mapping):
        self.paths = paths

    def read(self, name: str) -> str:
        storage, path = self.paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    def beside(self, name: str, text: str, offset: int, address: str) -> str:
        """The name of the file that `address` means inside the file `name`."""
        found = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        if ELSEWHERE.match(address) or found not in self.paths:
            reason = f"“{address}” is not one of the collected files beside it."
            raise StaticJoinError(name, text, offset, reason)
        return found


def without_comments(css: str) -> str:
    """The stylesheet with comments emptied, each line at its old number."""
    return CSS_COMMENT.sub(
        lambda found: found["kept"] or "\n" * found[0].count("\n") or " ", css
    )


def in_layers(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Texts in their layers; what stands together in one layer shares its block."""
    for layer, group in groupby(parts, key=itemgetter(0)):
        joined = "\n".join(text for _layer, text in group)
        yield f"@layer {layer} {{\n{joined}\n}}" if layer else joined


class StylesheetJoiner:
    """Joins one stylesheet with all that it imports."""

    def __init__(self, sources: Sources, entry: str):
        self.sources = sources
        self.folder = posixpath.dirname(entry)

    def join(self, name: str, above: tuple[str, ...] = ()) -> str:
        """The stylesheet's text, its imports in their places and its urls rebased."""
        text = without_comments(self.sources.read(name))
        parts, position = [], 0
        while rule := CSS_HEAD.match(text, position):
            position = rule.end()
            if rule["kind"] == "import":
                parts.append(self.imported(name, text, rule, (*above, name)))
            elif rule["kind"] == "layer":
                parts.append(("", rule["rule"]))
        late = text.find("@import", position)
        if late >= 0:
            reason = "browsers ignore an @import that comes after other rules."
            raise StaticJoinError(name, text, late, reason)
        parts.append(("", self.rebased(name, text[position:])))
        return "\n".join(in_layers(parts))

    def imported(
        self, name: str, text: str, rule: re.Match, above: tuple[str, ...]
    ) -> tuple[str, str]:
        """The layer that the imported stylesheet goes into, and its text."""
        offset = rule.start("rule")
        parsed = CSS_IMPORT.fullmatch(rule["rule"])
        if not parsed or re.search(r"\b(?:layer|supports)\b", parsed["media"]):
            reason = 'only @import url("…") layer(…) and media queries can be joined.'
            raise StaticJoinError(name, text, offset, reason)
        target = self.sources.beside(name, text, offset, parsed["address"])
        if target in above:
            raise StaticJoinError(name, text, offset, f"{target} imports itself.")
        part = parsed["layer"] or "", self.join(target, above)
        if parsed["media"]:
            inside = "\n".join(in_layers([part]))
            return "", f"@media {parsed['media'].strip()} {{\n{inside}\n}}"
        return part

    def rebased(self, name: str, text: str) -> str:
        """The text with relative urls made to hold in the entry's folder."""

        def rebase(found: re.Match) -> str:
            if found["string"] or ELSEWHERE.match(found["address"]):
                return found[0]
            target = posixpath.join(posixpath.dirname(name), found["address"])
            return f'url("{posixpath.relpath(target, self.folder or ".")}")'

        return CSS_URL.sub(rebase, text)


@dataclass
class ScriptJoiner:
    """Joins one script with all modules that it imports.

    Every module keeps a scope of its own and hands out what it exports, so that
    private names of two modules never meet.
    """

    sources: Sources
    modules: list[str] = field(default_factory=list)
    exports: dict[str, set[str]] = field(default_factory=dict)

    def join(self, entry: str) -> str:
        body = self.body(entry, ())
        names = ", ".join(sorted(self.exports[entry]))
        handed_out = [f"export {{ {names} }};"] if names else []
        return "\n".join([*self.modules, body, *handed_out])

    def body(self, name: str, above: tuple[str, ...]) -> str:
        """The module's text with its imports bound and its exports noted."""
        text = self.sources.read(name)
        self.refuse_unjoinable(name, text)
        taken: set[str] = set()

        def bind(found: re.Match) -> str:
            target = self.required(name, text, found, (*above, name))
            names = self.bindings(name, text, found, target, taken)
            return (
                f"const {{ {', '.join(names)} }} = {self.variable(target)};\n"
                * bool(names)
            )

        exported = [found["name"] for found in JS_EXPORT.finditer(text)]
        bound = JS_EXPORT.sub("", JS_IMPORT.sub(bind, text))
        self.exports[name] = set(exported)
        return bound

    def refuse_unjoinable(self, name: str, text: str) -> None:
        understood = {
            found.start()
            for pattern in (JS_IMPORT, JS_EXPORT)
            for found in pattern.finditer(text)
        }
        for statement in JS_STATEMENT.finditer(text):
            if statement.start() not in understood:
                reason = (
                    'only `import { a } from "./b.js";` and `export` before const, '
                    "class or function can be joined."
                )
                raise StaticJoinError(name, text, statement.start(), reason)
        if found := JS_UNJOINABLE.search(text):
            reason = "import(), import.meta and top-level await cannot be joined."
            raise StaticJoinError(name, text, found.start(), reason)

    def variable(self, name: str) -> str:
        return f"$module{list(self.exports).index(name)}"

    def required(
        self, name: str, text: str, found: re.Match, above: tuple[str, ...]
    ) -> str:
        """The imported module's name, once it stands among the joined ones."""
        target = self.sources.beside(name, text, found.start(), found["address"])
        if target in above:
            reason = f"{target} imports itself by way of this."
            raise StaticJoinError(name, text, found.start(), reason)
        if target not in self.exports:
            body = self.body(target, above)
            handed_out = ", ".join(sorted(self.exports[target]))
            self.modules.append(
                f"const {self.variable(target)} = (() => {{\n{body}\n"
                f"return {{ {handed_out} }};\n}})();"
            )
        return target

    def bindings(
        self, name: str, text: str, found: re.Match, target: str, taken: set[str]
    ) -> list[str]:
        """What the import binds, as parts of a destructuring pattern."""
        bound = []
        for part in filter(None, map(str.strip, (found["names"] or "").split(","))):
            imported = JS_IMPORTED_NAME.fullmatch(part)
            if not imported or imported["theirs"] not in self.exports[target]:
                reason = f"{target} does not export {part}."
                raise StaticJoinError(name, text, found.start(), reason)
            ours = imported["ours"] or imported["theirs"]
            if ours in taken:
                reason = f"the name {ours} is imported twice."
                raise StaticJoinError(name, text, found.start(), reason)
            taken.add(ours)
            bound.append(f"{imported['theirs']}: {ours}")
        return bound


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Joins our own entries before they are hashed; all other files pass untouched.

    An entry is a file that fits one of `joined` and imports others.
    """

    joined = ("core/css/*.css", "core/js/*.js")

    def post_process(self, paths, dry_run=False, **options) -> Iterator:
        if not dry_run:
            paths = {**paths, **self.join_entries(paths)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def join_entries(self, paths: Mapping) -> dict:
        """Write the joined entries, and say that they are now to be found here."""
        sources = Sources(paths)
        replaced = {}
        for name in paths:
            if not any(self.fits(name, pattern) for pattern in self.joined):
                continue
            text = sources.read(name)
            if name.endswith(".css") and "@import" in text:
                content = rcssmin.cssmin(StylesheetJoiner(sources, name).join(name))
            elif name.endswith(".js") and JS_IMPORTS.search(text):
                script = ScriptJoiner(sources).join(name)
                content = minify.string("application/javascript", script)
            else:
                continue
            self.delete(name)
            self._save(name, ContentFile(content.encode()))
            replaced[name] = (self, name)
        return replaced

    @staticmethod
    def fits(name: str, pattern: str) -> bool:
        """Whether the name fits, its folders matching one by one."""
        return name.count("/") == pattern.count("/") and fnmatchcase(name, pattern)
