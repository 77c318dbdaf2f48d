"""English rules.

Source: The Chicago Manual of Style, 17th edition: smart quotes and apostrophes
(6.115-6.117), quotes within quotes (13.30), em dashes closed up (6.85), en dashes
in ranges (6.78), ellipses (13.50), and numbers kept with what they belong to.
"""

import re

from core.typography.fragment import BREAK, GONE, OBJECT
from core.typography.numbers import set_numbers
from core.typography.quotes import depths, paired

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|"
    r"Nov\.|Dec\.)"
)
UNITS = (
    r"%|°|(?:[KkMGT]?B|[KkMGT]?bits?|bytes?|[kMG]?Hz|dB|px|dpi|fps|[ckm]?m|k?g|mg|m?l|"
    r"m?s|min|h|hours?|minutes?|seconds?|pixels?|thousand|million|billion)(?!\w)|[ap]\.m\."
)
LABELS = (
    r"[Rr]ooms?|[Cc]hapter|[Pp]art|[Pp]age|[Ss]tage|"
    r"[Vv]ol\.|[Nn]os?\.|[Ff]igs?\.|[Pp]p?\."
)
ELISIONS = r"\d\ds?\b|(?i:tis|twas|em|n|cause|til|bout|round)\b"

ELLIPSIS = re.compile(r"(?<![./\\])\.{3}(?![./\\])")
DASH = re.compile(
    r"""
    (?: (?<=[^\s\d])[ \xa0] (--?|[–—]) [ \xa0](?=\S)
      | (?<=\d)[ \xa0] (--?|[–—]) [ \xa0](?=[^\s\d]) )
    """,
    re.VERBOSE,
)
DOUBLE_HYPHEN = re.compile(r"(?<=[^\W\d_])--(?=[^\W\d_])")
APOSTROPHE = re.compile(
    rf"(?<=\w)'(?=[^\W\d_])|(?<![\w'])'(?={ELISIONS})|(?<=\bn)'(?=\s)"
)
QUOTES = re.compile(
    rf"[\"“”‘{BREAK}]|(?<!\w)'(?=\S)|(?<=\S)'(?!\w|(?<=\d')\s\d)|(?<=\S)’(?!\w)"
)

SPACE_BEFORE = re.compile(
    rf"""
    [ ](?<=\S[ ])(?=\S) (?:
        (?= (?:--?|[–—])\s )
      | (?<= \d[ ]) (?= {UNITS} | {MONTHS}(?!\w) )
      | (?<= [№§][ ]) (?= \d )
      | (?= &\s\w ) | (?<= \s&[ ]) (?= \w )
      | (?<= \b[A-Z]\.[ ]) (?= [A-Z] )
    )
    """,
    re.VERBOSE,
)
SPACE_AFTER = re.compile(
    rf"""
    (?<![\w\-]) (?:
        (?: {LABELS} | {MONTHS} ) [ ](?=\d)
      | (?:Mrs?|Ms|Dr|Prof|St)\. [ ](?=[A-Z])
      | Data[ ](?=Fest\b) | (?<=Data[ \xa0])Fest[ ](?=\d{{4}})
    )
    """,
    re.VERBOSE,
)


def join_signs(text: str) -> str:
    """Signs typed as several characters: ellipses and dashes."""
    text = ELLIPSIS.sub(f"…{GONE}{GONE}", text)
    text = DOUBLE_HYPHEN.sub(f"—{GONE}", text)
    return DASH.sub(_dash, text)


def set_signs(text: str) -> str:
    """Signs that take one another's place: quotes, apostrophes, ranges, products."""
    return set_numbers(_set_quotes(APOSTROPHE.sub("’", text)))


def bind_spaces(text: str) -> str:
    """No-break spaces inside names, dates, initials and measures."""
    text = SPACE_BEFORE.sub("\xa0", text)
    return SPACE_AFTER.sub(lambda found: found[0][:-1] + "\xa0", text)


def _dash(found: re.Match) -> str:
    """An em dash without spaces; beside an address, with them, or it would join it."""
    text = found.string
    missing = GONE * (len(found[0]) - 3)
    if OBJECT in (text[found.start() - 1], text[found.end()]):
        return f"\xa0—{missing} "
    return f"{GONE}—{missing}{GONE}"


def _set_quotes(text: str) -> str:
    """Straight marks become “…”, inside other quotes ‘…’; lone single ones are ’."""
    # One after the other: a single mark that stayed alone is no quote to the double.
    if "'" in text:
        text = _set_single(text)
    return _set_double(text) if '"' in text else text


def _set_single(text: str) -> str:
    signs = list(text)
    opening = {start for start, _ in paired(text, QUOTES, opening="“‘", closing="”’")}
    for found in QUOTES.finditer(text):
        if found[0] == "'":
            signs[found.start()] = "‘" if found.start() in opening else "’"
    return "".join(signs)


def _set_double(text: str) -> str:
    signs = list(text)
    pairs = paired(text, QUOTES, opening="“‘", closing="”’")
    doubles = [(start, end) for start, end in pairs if text[end] != "’"]
    for start, end, depth in depths(doubles):
        # A sign that was typed with its direction stays, and its partner follows.
        nested = depth % 2 and text[start] == text[end] == '"'
        signs[start], signs[end] = "‘’" if nested else "“”"
    return "".join(signs)
