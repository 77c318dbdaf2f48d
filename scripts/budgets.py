"""Says where the code outgrew the sizes that keep it readable.

Measures functions and files of the project itself; tests and migrations may be
longer than the code they follow, and what others wrote is left as it is.
"""

import ast
import math
import sys
from collections.abc import Iterable
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]
PACKAGES = [
    "accounts",
    "core",
    "gallery",
    "home",
    "mlart_site",
    "opencall",
    "scripts",
    "search",
    "translation",
]
FILE_LINES = {".py": 300, ".html": 100, ".css": 150, ".js": 100}
FUNCTION_LINES = 40
USUAL_FUNCTION_LINES = 25
USUAL_SHARE = 0.95


def sources(folder: Path) -> Iterable[Path]:
    """The files that the budgets hold for."""
    elsewhere = {"migrations", "vendor"}
    for package in PACKAGES:
        for path in sorted((folder / package).rglob("*")):
            if path.suffix in FILE_LINES and not elsewhere.intersection(path.parts):
                yield path


def functions(path: Path) -> Iterable[tuple[str, int]]:
    """Each function of a module and its length in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def too_long_files(paths: Iterable[Path]) -> Iterable[str]:
    for path in paths:
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > FILE_LINES[path.suffix]:
            yield f"{path}: {length} lines, at most {FILE_LINES[path.suffix]}"


def too_long_functions(lengths: list[tuple[str, int]]) -> Iterable[str]:
    for place, length in lengths:
        if length > FUNCTION_LINES:
            yield f"{place}: {length} lines, at most {FUNCTION_LINES}"


def usual_length(lengths: list[int]) -> int:
    """The length that nineteen of twenty functions keep to."""
    ordered = sorted(lengths) or [0]
    return ordered[math.ceil(len(ordered) * USUAL_SHARE) - 1]


def main(folder: Path = PROJECT_DIR) -> None:
    paths = list(sources(folder))
    lengths = [
        found for path in paths if path.suffix == ".py" for found in functions(path)
    ]
    problems = [*too_long_files(paths), *too_long_functions(lengths)]
    usual = usual_length([length for _, length in lengths])
    if usual > USUAL_FUNCTION_LINES:
        problems.append(
            f"One function in twenty is over {usual} lines, "
            f"at most {USUAL_FUNCTION_LINES} is meant."
        )
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
