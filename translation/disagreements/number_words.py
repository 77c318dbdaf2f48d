"""Numbers in words: what each word of a language counts, and what it only hints at."""

import re

TEENS = 20

RU_FORMS = {
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    # Without «семью», which is a family as well.
    7: "семь семи",
    8: "восемь восьми восьмью восемью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати одиннадцатью",
    12: "двенадцать двенадцати двенадцатью",
    13: "тринадцать тринадцати тринадцатью",
    14: "четырнадцать четырнадцати четырнадцатью",
    15: "пятнадцать пятнадцати пятнадцатью",
    16: "шестнадцать шестнадцати шестнадцатью",
    17: "семнадцать семнадцати семнадцатью",
    18: "восемнадцать восемнадцати восемнадцатью",
    19: "девятнадцать девятнадцати девятнадцатью",
    20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восьмьюдесятью",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
RU_ORDINALS = {
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
}
RU_ORDINAL_ENDINGS = "ый ой ая ое ого ому ым ом ую ые ых ыми"
RU_THIRD = "третий третья третье третьего третьему третьим третьем третьей третью"

EN_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
EN_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
EN_TENTHS = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
)

# What words say a number beside others: good for an answer only.
RU_HINTS = (
    (
        2,
        r"об[ае]|обоих|обеих|обоими?|обеими?|дво(е|их|им|ими|йн\w+|як\w+)|[вн]адвое|вдво(ем|е)|пополам",
    ),
    (2, r"дважды|пар[аеуы]|парой|парн\w+|втор\w+|двух\w+|дву\w+|сдвоен\w+|раздво\w+"),
    (3, r"тро(е|их|им|ими|йн\w+|йк\w+|иц\w+)|втро(ем|е)|трижды|трет\w+|трех\w+|тре\w+"),
    (4, r"четвер\w+|четырех\w+|четырежды|вчетверо\w*"),
    (5, r"пятер\w+|пяти\w+|впятеро\w*"),
    (6, r"шестер\w+|шести\w+"),
    (7, r"семер\w+|семи\w+|семью"),
    (8, r"восьмер\w+|восьми\w+|октав\w+"),
    (9, r"девяти\w+"),
    (10, r"десят\w+|декад\w+"),
    (12, r"дюжин\w+"),
    (100, r"сот\w+|сотн\w+|сто\w+|век\w*|столет\w+"),
    (1, r"один|одн\w+|перв\w+|раз|еди\w+"),
    (0, r"нол\w+|нул\w+"),
)
EN_HINTS = (
    (2, r"both|pairs?|couples?|twice|doubl\w+|dual|duets?|second(ly)?|twofold|twin\w*"),
    (2, r"either|halv\w+|half|bi\w+"),
    (3, r"thirds?|triple\w*|thrice|trio|tri\w+|threefold"),
    (4, r"quarter\w*|quartets?|quadr\w+|fourfold"),
    (5, r"fifths|quint\w+|penta\w+"),
    (6, r"sixths|hexa\w+|sext\w+"),
    (8, r"octa\w+|octo\w+|eighths"),
    (10, r"tens|decades?|tenths"),
    (12, r"dozens?"),
    (100, r"hundreds|century|centuries"),
    (1000, r"thousands"),
    (1, r"one|once|a|an|first(ly)?|single|only|sole"),
    (0, r"zero|none|no|scratch"),
)
RU_SCALES = (
    (1_000, r"тысяч\w*|тыс"),
    (1_000_000, r"миллион\w*|млн"),
    (1_000_000_000, r"миллиард\w*|млрд"),
)
EN_SCALES = (
    (100, r"hundred"),
    (1_000, r"thousand"),
    (1_000_000, r"million|mln"),
    (1_000_000_000, r"billion|bn"),
)


def _russian() -> dict[str, int]:
    counted = {form: n for n, forms in RU_FORMS.items() for form in forms.split()}
    counted |= dict.fromkeys(RU_THIRD.split(), 3)
    for number, stem in RU_ORDINALS.items():
        for ending in RU_ORDINAL_ENDINGS.split():
            counted.setdefault(stem + ending, number)
    return counted


def _english() -> dict[str, int]:
    counted = dict(zip(EN_SMALL.split(), range(2, TEENS), strict=True))
    counted |= zip(EN_ORDINALS.split(), range(3, TEENS), strict=True)
    for words in (EN_TENS, EN_TENTHS):
        counted |= zip(words.split(), range(TEENS, 100, 10), strict=True)
    return counted


def _compiled(rows: tuple) -> tuple:
    return tuple((number, re.compile(words)) for number, words in rows)


COUNTED = {"ru": _russian(), "en": _english()}
HINTS = {"ru": _compiled(RU_HINTS), "en": _compiled(EN_HINTS)}
SCALES = {"ru": _compiled(RU_SCALES), "en": _compiled(EN_SCALES)}
# Longer ones first: пяти is in пятидесяти.
BEGINNINGS = re.compile(
    "|".join(
        sorted((forms.split()[1] for forms in RU_FORMS.values()), key=len, reverse=True)
    )
)
# What adds one to tens: alone, these words say little.
ONES = "one first один одна одно одного одной одну одним первый первого"
# Between the words of one number.
JOINTS = {"ru": frozenset(), "en": frozenset({"and"})}


def hinted(word: str, language: str) -> set[int]:
    """The numbers that a folded word may stand for beside others."""
    numbers = {number for number, words in HINTS[language] if words.fullmatch(word)}
    return numbers | ({_begun(word)} if language == "ru" else set())


def _begun(word: str) -> int:
    """The number that a Russian word begins with: «шестидесятичетырёхмерный» is 64."""
    number, rest = 0, word
    while found := BEGINNINGS.match(rest):
        number += COUNTED["ru"][found[0]]
        rest = rest[found.end() :]
    return number


def scale(word: str, language: str) -> int:
    """By how much a folded word multiplies the number before it; 0 if it does not."""
    for factor, words in SCALES[language]:
        if words.fullmatch(word):
            return factor
    return 0
