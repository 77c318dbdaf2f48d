import pytest


@pytest.fixture
def package(tmp_path):
    (tmp_path / "gallery" / "migrations").mkdir(parents=True)
    return tmp_path / "gallery"


def function(lines: int) -> str:
    return "def long():\n" + "    pass\n" * (lines - 1)


def test_sizes_within_the_budgets_pass(script, package):
    (package / "short.py").write_text(function(25))

    assert script("budgets").main(package.parent) is None


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("long.py", "pass\n" * 301, "long.py: 301 lines, at most 300"),
        ("wide.html", "<p>\n" * 101, "wide.html: 101 lines, at most 100"),
        ("long.py", function(41), "long.py:1 long: 41 lines, at most 40"),
        ("long.py", function(26), "One function in twenty is over 26 lines"),
    ],
)
def test_what_outgrew_its_budget_is_named(script, package, name, text, words):
    (package / name).write_text(text)

    with pytest.raises(SystemExit) as ended:
        script("budgets").main(package.parent)

    assert words in ended.value.code


def test_migrations_may_be_long(script, package):
    (package / "migrations" / "0001_initial.py").write_text("pass\n" * 900)

    assert script("budgets").main(package.parent) is None
