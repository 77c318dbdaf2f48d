"""Static files joined as they are collected: what is served, and what is refused."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import CommandError

from core.templatetags.proportions import NARROWEST, STEP, WIDEST, ratio_class

OWN_STATIC = Path(__file__).resolve().parents[2] / "core" / "static"
PAGE_STYLES = ["home", "room", "work", "call", "text", "search", "selection"]
# What pages begin with, and what one of them fetches when it is asked for.
PAGE_SCRIPTS = [
    ["page"],
    ["home"],
    ["search"],
    ["selection"],
    ["room", "player"],
    ["work", "zoom"],
    ["work-played"],
]


@pytest.fixture
def collect(settings, tmp_path):
    """Collects a folder of static files and returns where they landed."""

    def run(source: Path) -> Path:
        settings.STATICFILES_FINDERS = [
            "django.contrib.staticfiles.finders.FileSystemFinder"
        ]
        settings.STATICFILES_DIRS = [source]
        settings.STATIC_ROOT = tmp_path / "collected"
        settings.STORAGES = {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "mlart_site.storage.JoinedStaticFilesStorage"},
        }
        call_command("collectstatic", interactive=False, verbosity=0)
        return tmp_path / "collected"

    return run


@pytest.fixture
def collect_files(collect, tmp_path):
    """Collects files given as `{name: text}`."""

    def run(files: dict[str, str]) -> Path:
        source = tmp_path / "source"
        for name, text in files.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return collect(source)

    return run


@pytest.fixture
def served(settings):
    """Reads the file that `{% static %}` names in production."""

    def read(name: str) -> str:
        url = staticfiles_storage.url(name)
        path = Path(settings.STATIC_ROOT, url.removeprefix(settings.STATIC_URL))
        assert path.name != Path(name).name, "the name carries no hash"
        return path.read_text(encoding="utf-8")

    return read


def test_stylesheet_is_joined_in_its_layers_and_minified(collect_files, served):
    collect_files(
        {
            "core/css/home.css": (
                "/* entry */\n@layer base, components;\n"
                '@import url("base.css") layer(base);\n'
                '@import url("parts/card.css") layer(components) (width > 40rem);\n'
                "main { color: red; }\n"
            ),
            "core/css/base.css": 'body::before { content: "/* kept */"; }\n',
            "core/css/parts/card.css": ".card { &:hover { margin: 0  auto; } }\n",
        }
    )

    assert served("core/css/home.css") == (
        '@layer base,components;@layer base{body::before{content:"/* kept */"}}'
        "@media (width>40rem){@layer components{.card{&:hover{margin:0 auto}}}}"
        "main{color:red}"
    )


def test_what_stands_together_in_a_layer_shares_its_block(collect_files, served):
    collect_files(
        {
            "core/css/home.css": (
                '@import url("a.css") layer(base);\n'
                '@import url("b.css") layer(base);\n'
                '@import url("a.css") layer(print);\n'
                '@import url("b.css") layer(base);\n'
            ),
            "core/css/a.css": "a { color: red; }\n",
            "core/css/b.css": "b { color: red; }\n",
        }
    )

    assert served("core/css/home.css") == (
        "@layer base{a{color:red}b{color:red}}"
        "@layer print{a{color:red}}@layer base{b{color:red}}"
    )


def test_urls_of_joined_parts_lead_to_hashed_files(collect_files, served):
    root = collect_files(
        {
            "core/css/home.css": '@import url("parts/face.css") layer(base);\n',
            "core/css/parts/face.css": (
                '@font-face { src: url("../../fonts/a.woff2"); }\n'
                "i { background: url(data:image/gif;base64,R0lG) }\n"
            ),
            "core/fonts/a.woff2": "font",
        }
    )

    text = served("core/css/home.css")

    font = re.search(r'url\("([^"]+)"\)', text)[1]
    assert re.fullmatch(r"\.\./fonts/a\.[0-9a-f]{12}\.woff2", font)
    assert (root / "core/css" / font).read_text() == "font"
    assert "url(data:image/gif;base64,R0lG)" in text


def test_script_is_joined_with_each_module_once(collect_files, served):
    collect_files(
        {
            "core/js/page.js": (
                'import { show } from "./modules/show.js";\n'
                'import { clock as time } from "./modules/clock.js";\n'
                'import "./modules/start.js";\n\n'
                "show(time());\n"
            ),
            "core/js/modules/show.js": (
                'import {\n  clock,\n} from "./clock.js";\n'
                "const secret = 1;\n"
                "export function show(at) { return [clock(), at, secret]; }\n"
            ),
            "core/js/modules/clock.js": (
                "const secret = 2;\nexport const clock = () => secret;\n"
                "export class Clock {}\n"
            ),
            "core/js/modules/start.js": "globalThis.started = true;\n",
        }
    )

    text = served("core/js/page.js")

    assert "import" not in text
    assert "export" not in text
    assert len(re.findall(r"\w=2\b", text)) == 1
    assert len(re.findall(r"\w=1\b", text)) == 1
    assert re.search(r"return\{Clock:\w+,clock:\w+\}", text)
    assert text.count("globalThis.started=") == 1
    assert re.search(r"\{clock:\w+\}=\$module0\b", text)
    assert "{show}=$module1" in text
    assert text.rstrip(";\n").endswith("show(time())")


def test_minifying_leaves_template_literals_and_patterns_alone(collect_files, served):
    literal = "`first  line // not a comment\n  second ${at}  /* nor this */`"
    pattern = r"/[/'\"]\/\/  x/g"
    collect_files(
        {
            "core/js/page.js": (
                'import { say } from "./say.js";\n'
                f"const at = 1;\nsay({literal});\n"
                f"say('a'.replace({pattern}, 'b')); // gone\n"
            ),
            "core/js/say.js": "export function say(words) { return words; }\n",
        }
    )

    text = served("core/js/page.js")

    assert literal in text
    assert pattern in text
    assert "gone" not in text


def test_files_of_packages_and_parts_pass_untouched(collect_files, served):
    panel = '@import url("base.css");\n\n/* kept */\np { color: red; }\n'
    script = 'import { a } from "./a.js";\n\n// kept\na();\n'
    collect_files(
        {
            "wagtailadmin/css/panel.css": panel,
            "wagtailadmin/css/base.css": "b { color: red; }\n",
            "wagtailadmin/js/panel.js": script,
            "wagtailadmin/js/a.js": "export const a = 1;\n",
            "core/js/modules/lonely.js": script.replace("./", "../"),
            "core/js/a.js": "export const a = 1;\n",
        }
    )

    assert "/* kept */" in served("wagtailadmin/css/panel.css")
    assert re.search(
        r"@import url\(.base\.\w+\.css", served("wagtailadmin/css/panel.css")
    )
    assert served("wagtailadmin/js/panel.js") == script
    assert served("core/js/modules/lonely.js") == script.replace("./", "../")
    assert served("core/js/a.js") == "export const a = 1;\n"


def test_collecting_again_follows_a_changed_part(collect_files, served):
    files = {
        "core/css/home.css": '@import url("base.css") layer(base);\n',
        "core/css/base.css": "p { color: red; }\n",
    }
    collect_files(files)
    collect_files(files | {"core/css/base.css": "p { color: blue; }\n"})

    assert served("core/css/home.css") == "@layer base{p{color:blue}}"


def test_dry_run_writes_nothing(collect_files, settings, tmp_path):
    collect_files({"core/css/plain.css": "p { color: red; }\n"})
    (tmp_path / "source/core/css/home.css").write_text('@import url("plain.css");')

    call_command("collectstatic", interactive=False, verbosity=0, dry_run=True)

    assert not Path(settings.STATIC_ROOT, "core/css/home.css").exists()


@pytest.mark.parametrize(
    ("entry", "part", "complaint"),
    [
        ('p {}\n@import url("parts/part.css");', "", r"home\.css:2: browsers ignore"),
        ('/*\n*/\n@import url("no.css");', "", r"home\.css:3: .*no\.css.* not one of"),
        ('@import url("https://x.org/a.css");', "", r"home\.css:1: .*not one of"),
        (
            '@import "parts/part.css" supports(top: 0);',
            "",
            r"home\.css:1: only @import",
        ),
        ('@import "parts/part.css" layer;', "", r"home\.css:1: only @import"),
        (
            '@import url("parts/part.css");',
            'p {}\n\n@import url("x.css");',
            r"part\.css:3: browsers ignore",
        ),
        (
            '@import url("parts/part.css");',
            '@import url("../home.css");',
            r"part\.css:1: core/css/home\.css imports itself",
        ),
    ],
)
def test_stylesheets_that_cannot_be_joined_are_refused(
    collect_files, entry, part, complaint
):
    with pytest.raises(CommandError, match=complaint):
        collect_files(
            {
                "core/css/home.css": entry,
                "core/css/parts/part.css": part,
            }
        )


@pytest.mark.parametrize(
    ("entry", "part", "complaint"),
    [
        ('import a from "./modules/part.js";', "", r"page\.js:1: only `import"),
        ('import * as a from "./modules/part.js";', "", r"page\.js:1: only `import"),
        ("x();\nimport { a } from './b.js'", "", r"page\.js:2: only `import"),
        ('import { a } from "./none.js";', "", r"page\.js:1: .*none\.js.* not one of"),
        ('import { a } from "/part.js";', "", r"page\.js:1: .*not one of"),
        (
            'import { a } from "./modules/part.js";',
            "const a = 1;",
            r"page\.js:1: core/js/modules/part\.js does not export a",
        ),
        (
            'import { a } from "./modules/part.js";\n'
            'import { b as a } from "./modules/part.js";',
            "export const a = 1;\nexport const b = 2;",
            r"page\.js:2: the name a is imported twice",
        ),
        (
            'import "./modules/part.js";',
            "\nexport default 1;",
            r"part\.js:2: only `import",
        ),
        ('import "./modules/part.js";', "export { a };", r"part\.js:1: only `import"),
        (
            'import "./modules/part.js";',
            "export let a = 1;",
            r"part\.js:1: only `import",
        ),
        (
            'import "./modules/part.js";',
            "\nf(import('./a.js'));",
            r"part\.js:2: import\(\)",
        ),
        ('import "./modules/part.js";', "await f();", r"part\.js:1: import\(\)"),
        (
            'import "./modules/part.js";',
            'import "../page.js";',
            r"part\.js:1: core/js/page\.js imports itself",
        ),
    ],
)
def test_scripts_that_cannot_be_joined_are_refused(
    collect_files, entry, part, complaint
):
    with pytest.raises(CommandError, match=complaint):
        collect_files(
            {
                "core/js/page.js": entry,
                "core/js/modules/part.js": part,
            }
        )


def test_an_entry_hands_out_what_it_exports_to_whoever_imports_it_late(
    collect_files, served
):
    collect_files(
        {
            "core/js/page.js": (
                'import { part } from "./modules/part.js";\n'
                "export function open(page) {\n  return part + page;\n}\n"
            ),
            "core/js/modules/part.js": (
                "export const part = 1;\n"
                "export const late = (page) => import(page.dataset.module);\n"
            ),
        }
    )

    text = served("core/js/page.js")

    assert "import(" in text
    assert re.search(r"export\s*\{\s*open\s*\}|export function open", text)


def test_our_own_pages_get_one_small_stylesheet_and_one_script(collect, served):
    collect(OWN_STATIC)

    for name in PAGE_STYLES:
        text = served(f"core/css/{name}.css")
        assert "@import" not in text
        assert len(text.encode()) <= 24 * 1024
    for names in PAGE_SCRIPTS:
        texts = [served(f"core/js/{name}.js") for name in names]
        assert not re.search(r"^import\b", "\n".join(texts), re.MULTILINE)
        assert sum(len(text.encode()) for text in texts) <= 10 * 1024


def test_fonts_of_a_russian_page_stay_within_their_budget():
    fonts = list((OWN_STATIC / "core/fonts").glob("*.woff2"))

    assert len(fonts) == 4
    assert sum(font.stat().st_size for font in fonts) <= 60 * 1024


def test_every_proportion_has_its_class():
    text = (OWN_STATIC / "core/css/proportions.css").read_text()
    steps = range(NARROWEST, WIDEST + STEP, STEP)

    for step in steps:
        ratio = step / 100
        rule = f".{ratio_class(ratio)} {{ --ar: {ratio:g}; --w: {ratio**0.72:.3f}"
        assert rule.rstrip("0").rstrip(".") in text
    assert text.count("--ar:") == len(steps)
