import random
import re
from time import process_time

import pytest

from core.typography import keep_together, typeset

# In the tables "_" stands for a no-break space, so that it can be seen.
RUSSIAN = [
    # Quotation marks.
    ('"Сон"', "«Сон»"),
    ('Работа "Сон о "доме"" висит', "Работа «Сон о_„доме“» висит"),
    ("«Сон о „доме“»", "«Сон о_„доме“»"),
    ("“Сон” и „дом“", "«Сон» и_„дом“"),
    ('("Сон")', "(«Сон»)"),
    ('кино-"театр"', "кино-«театр»"),
    ('экран 19" и "рама"', 'экран 19" и_«рама»'),
    ('"не закрыто', '"не_закрыто'),
    ('<p>"в</p><p>доме"</p>', '<p>"в</p><p>доме"</p>'),
    ('<i>"Сон"</i> о "<b>доме</b>"', "<i>«Сон»</i> о_«<b>доме</b>»"),
    ("&quot;Сон&quot; &laquo;дом&raquo;", "«Сон» &laquo;дом&raquo;"),
    # Dashes and ellipses.
    ("Data Fest - это", "Data_Fest_— это"),
    ("Сеть – это", "Сеть_— это"),
    ("Сеть -- это", "Сеть_— это"),
    ("Сеть&nbsp;&mdash; это", "Сеть&nbsp;&mdash; это"),
    ("<b>Сеть</b> - <i>это</i>", "<b>Сеть</b>_— <i>это</i>"),
    ("- Да", "—_Да"),
    ("<p>- Да</p><p>- Нет</p>", "<p>—_Да</p><p>—_Нет</p>"),
    ("Зал 2 - вход", "Зал_2_— вход"),
    ("5 - 3 = 2", "5_- 3 = 2"),
    ("кто-нибудь из-за", "кто-нибудь из-за"),
    ("дальше...", "дальше…"),
    ("../../core", "../../core"),
    # Numbers.
    ("1-5", "1–5"),
    ("2015-2020 годы", "2015–2020_годы"),
    ("сезон 2019-20", "сезон 2019–20"),
    ("10:00-18:30", "10:00–18:30"),
    ("10:00-5", "10:00-5"),
    ("10-15-летний", "10–15-летний"),
    ("2020-08-01", "2020-08-01"),
    ("2020-08", "2020-08"),
    ("+7 495 123-45-67", "+7_495_123-45-67"),
    ("555-1234", "555-1234"),
    ("GPT-2, VGG-19, v1.2-3", "GPT-2, VGG-19, v1.2-3"),
    ("123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000"),
    ("счёт 3-1", "счёт 3-1"),
    ("1024x768", "1024×768"),
    ("3 х 4 х 5", "3_×_4_×_5"),
    ("0x10", "0x10"),
    ("photo-1024x768.jpg", "photo-1024x768.jpg"),
    # No-break spaces after short words.
    ("в доме и на крыше", "в_доме и_на_крыше"),
    ("И в ДОМ", "И_в_ДОМ"),
    ("«<b>в</b> доме»", "«<b>в</b>_доме»"),
    ("не был, то есть что", "не_был, то_есть что"),
    ("кто-то из дома", "кто-то из_дома"),
    ("в\nдоме", "в\nдоме"),
    # Before particles.
    ("что же будет", "что_же будет"),
    ("был бы, знал ли, вряд ли", "был_бы, знал_ли, вряд_ли"),
    # Numbers with what they count or name.
    ("5 МБ, 200 px, 8 с, 44,1 кГц", "5_МБ, 200_px, 8_с, 44,1_кГц"),
    ("более 6 тысяч участников", "более 6_тысяч участников"),
    ("1 августа 2020 в Москве", "1_августа_2020_в_Москве"),
    ("до 1 <b>августа</b>", "до_1_<b>августа</b>"),
    ("№ 7, § 158", "№_7, §_158"),
    ("Зал 2, рис. 3", "Зал_2, рис._3"),
    ("10 000 работ", "10_000_работ"),
    ("XXI век", "XXI_век"),
    # Names and abbreviations.
    ("Data Fest 2020", "Data_Fest_2020"),
    ("Science & Art", "Science_&_Art"),
    ("Science &amp; Art", "Science_&amp;_Art"),
    ("И. И. Иванов", "И._И._Иванов"),
    ("Иванов И. И.", "Иванов_И._И."),
    ("т. е. и т. д. до н. э.", "т._е. и_т._д. до_н._э."),
    ("им. Пушкина", "им._Пушкина"),
    ("д'Артаньян", "д’Артаньян"),
    ("ёлка и Ёж", "ёлка и_Ёж"),
    # What is never touched.
    ('https://x.org/a-b/1-5?q="', 'https://x.org/a-b/1-5?q="'),
    ("в www.x.org/1-5...html", "в_www.x.org/1-5...html"),
    ("o'neil-1-5@x.org", "o'neil-1-5@x.org"),
    ("<code>a - b</code>", "<code>a - b</code>"),
    (
        '<a title="в - доме" href="/1-5">в доме</a>',
        '<a title="в - доме" href="/1-5">в_доме</a>',
    ),
    ('<script>x = "в доме" - 1 < 2</script>', '<script>x = "в доме" - 1 < 2</script>'),
    ("<!-- в доме - --> в доме", "<!-- в доме - --> в_доме"),
    ("<svg/>в доме", "<svg/>в_доме"),
]
ENGLISH = [
    ('"Dream"', "“Dream”"),
    ('"a "b" c"', "“a ‘b’ c”"),
    ("\"he said 'no' twice\"", "“he said ‘no’ twice”"),
    ("'no' and \"yes\"", "‘no’ and “yes”"),
    ('“typed "inside" it”', "“typed ‘inside’ it”"),
    ("don't, artists' works, 1990's", "don’t, artists’ works, 1990’s"),
    ("the '90s, 'tis, rock 'n' roll", "the ’90s, ’tis, rock ’n’ roll"),
    ("don&#x27;t", "don’t"),
    ("5'10\" tall", "5'10\" tall"),
    ('"<i>Dream</i>"', "“<i>Dream</i>”"),
    ("the net - a dream", "the net—a dream"),
    ("the net -- a dream", "the net—a dream"),
    ("the net--a dream", "the net—a dream"),
    ("<b>net</b> - <i>dream</i>", "<b>net</b>—<i>dream</i>"),
    ("net&nbsp;- dream", "net—dream"),
    ("5 - 3", "5_- 3"),
    ("see https://x.org - here", "see https://x.org_— here"),
    ("well-known", "well-known"),
    ("1-5 and 2015-2020", "1–5 and 2015–2020"),
    ("2020-08-01, GPT-2", "2020-08-01, GPT-2"),
    ("wait...", "wait…"),
    ("5 MB, 8 s, 6 thousand", "5_MB, 8_s, 6_thousand"),
    ("1024x1024", "1024×1024"),
    ("August 1 or 1 August", "August_1 or 1_August"),
    ("No. 7, Room 2", "No._7, Room_2"),
    ("Data Fest 2020", "Data_Fest_2020"),
    ("Science &amp; Art", "Science_&amp;_Art"),
    ("J. S. Bach, Dr. Who", "J._S._Bach, Dr._Who"),
    ("a room in the house", "a room in the house"),
    ("more than 6 thousand participants", "more than 6_thousand participants"),
]
PARAGRAPHS = [
    (
        "ru",
        "Приглашаем художников, музыкантов, разработчиков, ученых и всех, кто "
        "работает в направлении Science & Art с использованием алгоритмов машинного "
        "обучения, принять участие в оформлении онлайн-галереи Machine Learning Art "
        "в рамках Data Fest 2020. Data Fest – это крупнейшее мероприятие года, "
        "которое проводит сообщество Open Data Science. Мероприятие посвящено "
        "передовым результатам и разработкам в области AI и ежегодно собирает более "
        "6 тысяч участников. ",
    ),
    (
        "ru",
        "До 1 августа мы будем проводить отбор готовых проектов для онлайн-галереи, "
        "а также оказывать экспертную поддержку в реализации идей, содействовать "
        "совместной работе художников и разработчиков.",
    ),
    (
        "ru",
        "(для DS) Анкеты участников принимаются до 1 августа "
        "https://forms.gle/sd2Qd3cLTNPKLMw29",
    ),
    (
        "en",
        "We invite artists, musicians, developers, scientists and everyone who works "
        "in the field of Science & Art using machine learning algorithms to "
        "participate in the design of the Machine Learning Art online gallery as "
        "part of Data Fest 2020.",
    ),
    (
        "en",
        "Motivation letters and portfolios are accepted until August 1 at "
        "datafest@mlart.org",
    ),
]
# Pieces whose neighbours decide what they become, good and broken.
SIGNS = "\"'«»„“”‘’-—–….,<&()№"
# fmt: off
WORDS = [
    "--", "...", "1", "25", "x", "х", "же", "в", "и", "доме", "word", "n", "S", "И.",
    "т.", "МБ", "MB", "August", "90s", "tis", "2020", "-08", "Data", "&quot;", "&nbsp;",
    "&#x27;", "&amp;", "https://x.ru/a-1-5", "a@b.ru", "<b>", "</b>", "<p>", "</p>",
    "<br>", '<code>"-x</code>', "<img alt='\"'>", '<!--"-->',
]
# fmt: on
PIECES = [*SIGNS, *WORDS]
MARKUP = re.compile(
    r"<code>.*?</code>|<!--.*?-->|<img alt='\"'>|</?(?:b|p|br)>|https://x\.ru/a-1-5|a@b\.ru"
)


@pytest.mark.parametrize(("typed", "shown"), RUSSIAN)
def test_russian(typed, shown):
    assert typeset(typed, "ru").replace("\xa0", "_") == shown


@pytest.mark.parametrize(("typed", "shown"), ENGLISH)
def test_english(typed, shown):
    assert typeset(typed, "en").replace("\xa0", "_") == shown


@pytest.mark.parametrize("language", ["de", "", "uk"])
def test_other_languages_are_left_alone(language):
    assert typeset('"в доме" - 1-5...', language) == '"в доме" - 1-5...'
    assert keep_together("в доме", language) == "в доме"


def test_a_regional_variant_follows_its_language():
    assert typeset('"a"', "en-gb") == "“a”"


def test_a_text_with_a_nul_is_returned_as_it_is():
    assert typeset('\0"в доме"', "ru") == '\0"в доме"'


def fragments(count):
    for seed in range(count):
        chosen = random.Random(seed)
        yield "".join(
            chosen.choice(PIECES) + chosen.choice(["", " ", " ", "\xa0", "\n"])
            for _ in range(chosen.randint(1, 16))
        )


def letters(text):
    """What is left of a text without spaces, signs, and signs written as letters."""
    text = re.sub(r"&(?:quot|nbsp|#x27);", "", text)
    return "".join(re.findall(r"[^\W_]", re.sub(r"[xх]", "", text)))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("rules", [typeset, keep_together])
def test_rules_hold_on_any_fragment(rules, language):
    for source in fragments(3000):
        result = rules(source, language)
        assert rules(result, language) == result, source
        assert letters(result) == letters(source), source
        assert MARKUP.findall(result) == MARKUP.findall(source), source
        if rules is keep_together:
            assert result.replace("\xa0", " ") == source.replace("\xa0", " ")


@pytest.mark.parametrize(("language", "paragraph"), PARAGRAPHS)
def test_a_quotation_keeps_every_sign(language, paragraph):
    shown = keep_together(paragraph, language)
    assert shown != paragraph
    assert shown.replace("\xa0", " ") == paragraph


def test_a_quotation_in_russian_is_bound_where_the_text_is():
    shown = keep_together(PARAGRAPHS[0][1], "ru").replace("\xa0", "_")
    assert "Science_&_Art с_использованием" in shown
    assert "Data_Fest_2020. Data_Fest_– это" in shown
    assert "более 6_тысяч участников" in shown


@pytest.mark.parametrize(
    "broken",
    [
        '<a "',
        "<",
        "<!--",
        "<code>",
        '"',
        "'",
        "1-",
        "1x",
        "a@",
        "http://",
        "&",
        "в ",
        "- ",
        "<p '",
    ],
)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_damaged_text_costs_no_more_than_its_length(broken, language, time_of):
    short, long = broken * 2_000, broken * 16_000
    # Eight times the text: quadratic work would take 64 times as long.
    assert (
        time_of(typeset, long, language) < 24 * time_of(typeset, short, language) + 0.05
    )


@pytest.fixture
def time_of():
    def measure(function, *arguments):
        times = []
        for _ in range(3):
            started = process_time()
            function(*arguments)
            times.append(process_time() - started)
        return min(times)

    return measure
