import pytest

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ROOM = 'msgid "Room"\nmsgstr "Зал"\n\n'


@pytest.fixture
def messages(script, tmp_path, monkeypatch):
    """The script, on a project that holds one catalogue and its gathered copy."""
    loaded = script("messages")
    monkeypatch.setattr(loaded, "PROJECT_DIR", tmp_path / "project")
    for folder in ("project", "copy"):
        (tmp_path / folder / loaded.CATALOGUES).mkdir(parents=True)
    return loaded


@pytest.fixture
def write(messages, tmp_path):
    def write(folder, text, *, compiled=True):
        path = tmp_path / folder / messages.CATALOGUES / "django.po"
        path.write_text(HEAD + text, encoding="utf-8")
        if compiled:
            path.with_suffix(".mo").touch()
        return path

    return write


def problems(messages, tmp_path) -> str:
    with pytest.raises(SystemExit) as ended:
        messages.check(tmp_path / "copy")
    return ended.value.code


def test_complete_catalogue_passes(messages, write, tmp_path):
    write("project", ROOM)
    write("copy", ROOM)

    assert messages.check(tmp_path / "copy") is None


@pytest.mark.parametrize(
    ("kept", "gathered", "words"),
    [
        ("", ROOM, "missing: 'Room'"),
        (ROOM, "", "no longer used: 'Room'"),
        ('msgid "Wall"\nmsgstr ""\n', "", "untranslated: 'Wall'"),
        ('#, fuzzy\nmsgid "Wall"\nmsgstr "Вал"\n', "", "fuzzy: 'Wall'"),
        ('msgctxt "art"\nmsgid "Room"\nmsgstr "Зал"\n', ROOM, "missing: 'Room'"),
    ],
)
def test_what_a_catalogue_lacks_is_named(
    messages, write, tmp_path, kept, gathered, words
):
    write("project", kept)
    write("copy", gathered)

    assert words in problems(messages, tmp_path)


def test_catalogue_that_is_not_compiled_is_named(messages, write, tmp_path):
    write("project", ROOM, compiled=False)
    write("copy", ROOM)

    assert "newer than its compiled file" in problems(messages, tmp_path)


def test_updating_takes_the_gathered_catalogue(messages, write, tmp_path):
    kept = write("project", "")
    write("copy", ROOM)

    messages.update(tmp_path / "copy")

    assert 'msgid "Room"' in kept.read_text(encoding="utf-8")


def test_absent_gettext_is_named(messages, monkeypatch):
    monkeypatch.setattr(messages.shutil, "which", lambda name: None)

    with pytest.raises(SystemExit) as ended:
        messages.main("check")

    assert "gettext" in ended.value.code
