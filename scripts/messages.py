"""Gathers the interface's texts for translation, or checks that none lacks one.

`messages.py update` brings the Russian catalogue up to date with the sources;
`messages.py check` says which texts it lacks, has too many of, or leaves
untranslated. Both work in a copy of the sources and need gettext's xgettext.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from compile_messages import PROJECT_DIR, catalogues, is_stale

DOMAINS = {"django": ["html", "txt", "py"], "djangojs": ["js"]}
SOURCE_SUFFIXES = {".py", ".html", ".txt", ".js"}
LEFT_OUT = {"tests", "demo", "bench", "docs", "scripts", "var"}
CATALOGUES = Path("locale/ru/LC_MESSAGES")

Text = tuple[str | None, str]


def copy_sources(target: Path) -> None:
    """Copy the files that texts may stand in, and the catalogues."""

    def unwanted(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        return {
            name
            for name in names
            if name.startswith(".")
            or name in {"node_modules", "locale", "__pycache__"}
            or (here == PROJECT_DIR and name in LEFT_OUT)
            or ((here / name).is_file() and Path(name).suffix not in SOURCE_SUFFIXES)
        }

    shutil.copytree(PROJECT_DIR, target, ignore=unwanted, dirs_exist_ok=True)
    (target / CATALOGUES).mkdir(parents=True)
    for catalogue in (PROJECT_DIR / CATALOGUES).glob("*.po"):
        shutil.copy2(catalogue, target / CATALOGUES)


def gather(folder: Path) -> None:
    """Bring the catalogues in a copy of the sources up to date with them."""
    command = [sys.executable, "-m", "django", "makemessages", "--locale=ru"]
    options = ["--no-obsolete", "--add-location=file", "--verbosity=0"]
    for domain, suffixes in DOMAINS.items():
        extensions = [f"--extension={suffix}" for suffix in suffixes]
        subprocess.run(  # noqa: S603 (nothing here comes from outside)
            [*command, *options, f"--domain={domain}", *extensions],
            cwd=folder,
            check=True,
        )


def texts(path: Path) -> set[Text]:
    """The texts that a catalogue holds, each with its context."""
    if not path.exists():
        return set()
    entries = polib.pofile(str(path))
    return {(entry.msgctxt, entry.msgid) for entry in entries if not entry.obsolete}


def differences(domain: str, folder: Path) -> list[str]:
    """Texts that the catalogue lacks, and texts that only it has."""
    path = CATALOGUES / f"{domain}.po"
    kept, gathered = texts(PROJECT_DIR / path), texts(folder / path)
    missing = [f"{path}: missing: {text!r}" for _, text in gathered - kept]
    left_over = [f"{path}: no longer used: {text!r}" for _, text in kept - gathered]
    return sorted(missing) + sorted(left_over)


def gaps(path: Path) -> list[str]:
    """What is untranslated, doubtful or not compiled in one catalogue."""
    catalogue = polib.pofile(str(path))
    name = path.relative_to(PROJECT_DIR)
    untranslated = catalogue.untranslated_entries()
    found = [f"{name}: untranslated: {entry.msgid!r}" for entry in untranslated]
    doubtful = catalogue.fuzzy_entries()
    found += [f"{name}: fuzzy: {entry.msgid!r}" for entry in doubtful]
    if is_stale(path):
        found.append(f"{name}: newer than its compiled file")
    return found


def check(folder: Path) -> None:
    problems = [gap for path in catalogues(PROJECT_DIR) for gap in gaps(path)]
    for domain in DOMAINS:
        problems += differences(domain, folder)
    if problems:
        sys.exit("\n".join([*problems, "Run make messages, then translate."]))


def update(folder: Path) -> None:
    (PROJECT_DIR / CATALOGUES).mkdir(parents=True, exist_ok=True)
    for catalogue in (folder / CATALOGUES).glob("*.po"):
        shutil.copy2(catalogue, PROJECT_DIR / CATALOGUES)
        print(f"{CATALOGUES / catalogue.name} is up to date.")  # noqa: T201


def main(action: str) -> None:
    if not shutil.which("xgettext"):
        sys.exit("mlart: texts can't be gathered without gettext; install it.")
    with tempfile.TemporaryDirectory() as folder:
        copy_sources(Path(folder))
        gather(Path(folder))
        {"check": check, "update": update}[action](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1])
