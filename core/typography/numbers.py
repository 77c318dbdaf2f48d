"""Signs between numbers that both languages set alike: ranges and products."""

import re

RANGE = re.compile(
    r"""
    (?<![\w@/\\\#=.,:+\-–—]) (?<!\d[ \xa0])
    (?: (\d{1,4}) | \d{1,2}:\d\d ) - (?: (\d{1,4}) | \d{1,2}:\d\d )
    (?! [\w@/\\=] | [.,:]\w | -(?![а-яё]) | [ \xa0]\d )
    """,
    re.VERBOSE,
)
PRODUCT = re.compile(
    r"""
    (?<![\w@/\\\#=.,:+\-–—]) (?!0x)
    \d+ (?:[.,]\d+)? (?: ([ \xa0]?)[xхXХ]\1 \d+ (?:[.,]\d+)? )+
    (?! [\w@/\\=] | \.\w )
    """,
    re.VERBOSE,
)
TIMES = re.compile(r"[ \xa0]?[xхXХ][ \xa0]?")


def set_numbers(text: str) -> str:
    """1-5 as 1–5 and 3x4 as 3×4; dates, telephones, versions and names as they are."""
    if "-" in text:
        text = RANGE.sub(_range, text)
    return PRODUCT.sub(_product, text)


def _range(found: re.Match) -> str:
    first, last = found.groups()
    if (first is None) != (last is None):
        return found[0]
    if first is None or _is_range(first, last):
        return found[0].replace("-", "–")
    return found[0]


def _is_range(first: str, last: str) -> bool:
    """Whether two numbers count upwards and look like no telephone or ISO month."""
    if len(first) == 4 and len(last) == 2:
        # 2019-20 is a season, 2020-08 and 2009-10 are months.
        return int(last) > max(12, int(first[2:]))
    return int(first) < int(last) and (len(first), len(last)) != (3, 4)


def _product(found: re.Match) -> str:
    return TIMES.sub(lambda sign: "\xa0×\xa0" if len(sign[0]) == 3 else "×", found[0])
