import gettext
import os

import pytest

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"

msgid "Room"
msgstr "Зал"

#, fuzzy
msgid "Wall"
msgstr "Стенка"

msgid "%d work"
msgid_plural "%d works"
msgstr[0] "%d работа"
msgstr[1] "%d работы"
msgstr[2] "%d работ"
"""


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "locale/ru/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


def translations(source):
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_compiled_file_translates_and_leaves_out_what_is_doubtful(
    script, tmp_path, source
):
    script("compile_messages").main(tmp_path)

    russian = translations(source)
    assert russian.gettext("Room") == "Зал"
    assert russian.gettext("Wall") == "Wall"
    assert russian.ngettext("%d work", "%d works", 3) == "%d работы"


def test_file_is_compiled_again_only_when_its_source_is_newer(script, tmp_path, source):
    compile_messages = script("compile_messages")
    compile_messages.main(tmp_path)
    compiled = source.with_suffix(".mo")
    os.utime(compiled, ns=(1, 1))
    os.utime(source, ns=(1, 1))

    compile_messages.main(tmp_path)
    assert compiled.stat().st_mtime_ns == 1

    os.utime(source, ns=(2, 2))
    compile_messages.main(tmp_path)
    assert compiled.stat().st_mtime_ns > 2


def test_broken_catalogue_is_named(script, tmp_path, source):
    source.write_text("no catalogue\n", encoding="utf-8")

    with pytest.raises(SystemExit) as ended:
        script("compile_messages").main(tmp_path)

    assert str(source) in ended.value.code
