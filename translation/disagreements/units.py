"""What is counted: the units that numbers of either language stand before."""

import re

PLAIN = {
    "percent": ("%|процент[а-я]*", "%|per ?cent"),
    "second": ("сек|секунд[а-я]*", "s|secs?|seconds?"),
    "minute": ("мин|минут[а-я]*", "mins?|minutes?"),
    "hour": ("ч|час|часа|часов|часами?|часах", "h|hrs?|hours?"),
    "day": ("день|дня|дней|дням|днями|днях|сутки|суток", "days?"),
    "week": ("недел[а-я]+", "weeks?"),
    "month": ("месяц[а-я]*", "months?"),
    "year": ("лет", "years?"),
    "pixel": ("пикс[а-я]*|px", "pixels?|px"),
    "kilobyte": ("кб|килобайт[а-я]*", "kb|kilobytes?"),
    "megabyte": ("мб|мегабайт[а-я]*", "mb|megabytes?"),
    "gigabyte": ("гб|гигабайт[а-я]*", "gb|gigabytes?"),
    "hertz": ("гц|герц[а-я]*", "hz|hertz"),
    "kilohertz": ("кгц|килогерц[а-я]*", "khz|kilohertz"),
    "millimetre": ("мм|миллиметр[а-я]*", "mm|millimet(?:re|er)s?"),
    "centimetre": ("см|сантиметр[а-я]*", "cm|centimet(?:re|er)s?"),
    "metre": ("м|метр(?:а|ов)?", "m|met(?:re|er)s?"),
    "kilometre": ("км|километр[а-я]*", "km|kilomet(?:re|er)s?"),
    "kilogram": ("кг|килограмм[а-я]*", "kg|kilograms?"),
    "rouble": ("₽|руб|рубл[а-я]+", "₽|rub|rou?bles?"),
    "dollar": (r"\$|доллар[а-я]*", r"\$|usd|dollars?"),
    "euro": ("€|евро", "€|eur|euros?"),
}
BEFORE = {"$": "dollar", "€": "euro", "₽": "rouble"}


def _after(place: int) -> re.Pattern:
    named = "|".join(f"(?P<{name}>{words[place]})" for name, words in PLAIN.items())
    return re.compile(rf"[\s\u00a0-]?(?:{named})(?!\w)", re.IGNORECASE)


AFTER = {"ru": _after(0), "en": _after(1)}


def unit_at(text: str, start: int, end: int, language: str) -> tuple[str, int]:
    """The unit of a number that stands there, and where it ends; "" if none."""
    before = BEFORE.get(text[start - 1 : start])
    if before:
        return before, end
    found = AFTER[language].match(text, end)
    return (found.lastgroup or "", found.end()) if found else ("", end)
