import ast
import re
from pathlib import Path

import pytest

from mlart_site.settings.environment import PROJECT_DIR

READERS = {"str", "list", "flag", "whole_number", "web_address", "bool"}
DOCUMENTED = re.compile(r"^# ([A-Z][A-Z0-9_]+)=", re.MULTILINE)


def names_read_in(path: Path) -> set[str]:
    """The variables that a module asks the environment for."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args
    ]
    return {
        call.args[0].value
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", None)) in READERS
        and isinstance(call.args[0], ast.Constant)
        and re.fullmatch(r"[A-Z][A-Z0-9_]+", str(call.args[0].value))
    }


def test_example_names_exactly_the_variables_that_are_read():
    modules = (PROJECT_DIR / "mlart_site").rglob("*.py")
    read = {name for module in modules for name in names_read_in(module)}
    example = (PROJECT_DIR / ".env.example").read_text(encoding="utf-8")

    assert set(DOCUMENTED.findall(example)) == read


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_locks_name_no_index_and_hash_every_package(lock):
    text = (PROJECT_DIR / lock).read_text(encoding="utf-8")
    pins = re.findall(
        r"^[a-z0-9].*?==(?:.*\\\n)*.*$", text, re.MULTILINE | re.IGNORECASE
    )

    assert len(pins) > 10
    assert all("--hash=sha256:" in pin for pin in pins)
    assert not re.search(r"^--|https?://", text, re.MULTILINE)
