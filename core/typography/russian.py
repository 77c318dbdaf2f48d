"""Russian rules.

Sources: А. Э. Мильчин, Л. К. Чельцова, «Справочник издателя и автора»
(quotation marks, dashes, ranges, what may not be parted at a line's end);
А. Лебедев, «Ководство», § 158 (the signs and spaces of a Russian text on screen)
and § 62 (short words and numbers at a line's end).
"""

import re

from core.typography.fragment import BREAK, GONE
from core.typography.numbers import set_numbers
from core.typography.quotes import depths, paired

PREPOSITIONS = (
    r"без|во?|для|до|за|из|изо|ко?|меж|на|над|об?|обо|от|ото|по|под|при|про|со?|у"
)
CONJUNCTIONS = r"а|да|и|или|как|ли|но|то|чем|что"
PARTICLES = r"аж|вот|не|ни|ну|уж"
PARTICLES_AFTER = r"[Жж]е|ли|ль|бы|б|ж"
MONTHS = (
    r"январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|"
    r"сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]"
)
# Abbreviations as they are, and the beginnings of nouns that numbers count.
UNITS = (
    r"%|‰|°|₽|€|\$|(?:"
    r"[КкМГТ]?(?:Б|байт|бит)(?:/с)?|[KkMGT]?B|[кМГ]?Гц|[kMG]?Hz|дБ|dB|px|dpi|fps|"
    r"[кмс]?м|к?г|мг|м?л|м?с|ms|s|ч|мин|сек|т|шт|экз|чел|руб|коп|тыс|млн|млрд|"
    r"гг?|вв?|стр|лет|раза?|год\w{0,3}|век\w{0,3}|тысяч\w{0,3}|миллион\w{0,3}|"
    r"миллиард\w{0,3}|месяц\w{0,3}|недел\w{1,3}|дн\w{1,3}|день|час\w{0,3}|"
    r"минут\w{0,3}|секунд\w{0,3}|человек\w{0,3}|участни\w{1,5}|работ\w{0,3}|"
    r"зал\w{0,3}|процент\w{0,3}|пиксел\w{1,3}|кадр\w{0,3}|"
    rf"{MONTHS})(?!\w)"
)
LABELS = (
    r"[Зз]ал(?:а|у|е|ом)?|[Гг]лав[аеуы]|[Тт]ом[аеу]?|[Чч]аст[ьи]|[Ээ]тап[аеу]?|"
    r"[Рр]ис\.|[Тт]абл\.|[Гг]л\.|[Сс]тр\.|[Сс]\.|[Пп]\.|[Сс]т\.|[Дд]\.|[Кк]в\.|[Вв]ып\."
)
TITLES = r"[Ии]м|[Уу]л|[Пп]л|[Пп]роф|[Аа]кад|[Сс]м|[Сс]р|[Сс]в"

ELLIPSIS = re.compile(r"(?<![./\\])\.{3}(?![./\\])")
DASH = re.compile(
    r"""
    (?: (?<=[^\s\d])[ \xa0] (--?|[–—]) (?=[ \xa0\n]\S)
      | (?<=\d)[ \xa0] (--?|[–—]) (?=[ \xa0\n][^\s\d]) )
    """,
    re.VERBOSE,
)
SPEECH = re.compile(rf"(?<![^\n{BREAK}])(--?|[–—])[ \xa0](?=\S)")
QUOTES = re.compile(rf"[\"«»„“”{BREAK}]")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")

SPACE_BEFORE = re.compile(
    rf"""
    [ ](?<=\S[ ])(?=\S) (?:
        (?= (?:--?|[–—])\s )
      | (?= (?:{PARTICLES_AFTER})(?![\w\-]) )
      | (?<= \d[ ]) (?= \d{{3}}(?!\d) | {UNITS} )
      | (?<= [№§][ ]) (?= \d )
      | (?<= [IVXLC][ ]) (?= вв?\. | век )
      | (?= &\s\w ) | (?<= \s&[ ]) (?= \w )
      | (?<= \b[А-ЯЁA-Z]\.[ ]) (?= [А-ЯЁA-Z] )
      | (?<= [а-яёa-z][ ]) (?= [А-ЯЁA-Z]\.[ \xa0]?[А-ЯЁA-Z]\. )
      | (?<= \b[Тт]\.[ ]) (?= [едкнопч]\. ) | (?<= \bн\.[ ]) (?= э\. )
    )
    """,
    re.VERBOSE,
)
SPACE_AFTER = re.compile(
    rf"""
    (?<![\w\-]) (?:
        (?: (?i:{PREPOSITIONS}|{CONJUNCTIONS}|{PARTICLES}) | (?:{TITLES})\. ) [ ](?=\S)
      | (?:{LABELS}) [ ](?=\d)
      | (?:{MONTHS}) [ ](?=\d{{4}})
      | Data[ ](?=Fest\b) | (?<=Data[ \xa0])Fest[ ](?=\d{{4}})
    )
    """,
    re.VERBOSE,
)


def join_signs(text: str) -> str:
    """Signs typed as several characters: ellipses and dashes."""
    text = ELLIPSIS.sub(f"…{GONE}{GONE}", text)
    text = DASH.sub(lambda dash: "\xa0—" + GONE * (len(dash[0]) - 2), text)
    return SPEECH.sub(lambda dash: "—" + GONE * (len(dash[0]) - 2) + "\xa0", text)


def set_signs(text: str) -> str:
    """Signs that take one another's place: quotes, apostrophes, ranges, products."""
    return set_numbers(APOSTROPHE.sub("’", _set_quotes(text)))


def bind_spaces(text: str) -> str:
    """No-break spaces where Мильчин and Лебедев let no line end."""
    text = SPACE_BEFORE.sub("\xa0", text)
    return SPACE_AFTER.sub(lambda found: found[0][:-1] + "\xa0", text)


def _set_quotes(text: str) -> str:
    """Undirected marks become «…», and inside other quotes „…“."""
    pairs = list(paired(text, QUOTES, opening="«„", closing="»"))
    signs = list(text)
    for start, end, depth in depths(pairs):
        first, last = text[start], text[end]
        if first not in "«„":
            signs[start] = first = "«" if last == "»" or not depth else "„"
        if last != "»":
            signs[end] = "»" if first == "«" else "“"
    return "".join(signs) if pairs else text
