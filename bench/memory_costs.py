"""Fills the database that it is given with wordings and asks for similar ones."""

import random
import statistics
import sys
import time
import uuid

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from wagtail.models import Locale
from wagtail_localize.models import String

from bench.generator import SYLLABLES
from translation.memory import similar
from translation.models import Wording

CHANCE = random.Random(2020)
VOCABULARY = 20_000
BATCH = 5_000
ROUNDS = 9
# As on the site: half of all strings are titles and labels, some are paragraphs.
LENGTHS = [2, 3, 4, 5, 8, 12, 18, 25, 40, 70]
MARKED = 0.3


def word() -> str:
    return "".join(CHANCE.choices(SYLLABLES, k=CHANCE.randint(2, 5)))


def fill(size: int, words: list[str], locale: Locale) -> list[str]:
    """Add wordings until there are so many; each for an original of its own."""
    sources = []
    for _ in range(size - Wording.objects.count()):
        told = CHANCE.choices(words, k=CHANCE.choice(LENGTHS))
        if CHANCE.random() < MARKED:
            told[0] = f"<b>{told[0]}</b>"
        sources.append(" ".join(told).capitalize() + ".")
    Wording.objects.bulk_create(
        (
            Wording(
                object_key=uuid.UUID(int=number),
                path="text",
                source_hash=String._get_data_hash(source),
                source_text=source,
                locale=locale,
                text=f"Words {number}",
            )
            for number, source in enumerate(sources)
        ),
        batch_size=BATCH,
    )
    return sources


def cost(source: str, locales: tuple[Locale, Locale]) -> tuple[float, int]:
    """Median milliseconds of CPU in this process, and how many were found."""
    took = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        found = similar(source, *locales)
        took.append((time.process_time() - begin) * 1000)
    return statistics.median(took), len(found)


def main() -> None:
    call_command("migrate", verbosity=0)
    locales = tuple(
        Locale.objects.get_or_create(language_code=code)[0] for code in ("ru", "en")
    )
    words = sorted({word() for _ in range(VOCABULARY)})
    sys.stdout.write(f"{connection.vendor}\n")
    for size in map(int, sys.argv[1:]):
        sources = sorted(fill(size, words, locales[1]), key=len)
        for name, place in (("short", 0.05), ("usual", 0.5), ("long", 0.95)):
            source = sources[int(len(sources) * place)]
            changed = " ".join([*source.split()[:-1], word()])
            unlike = " ".join(word() for _ in source.split())
            for what, asked in (
                ("the same", source),
                ("one word new", changed),
                ("nothing like it", unlike),
            ):
                took, found = cost(asked, locales)
                sys.stdout.write(
                    f"{size:6} {name:5} {what:15} {took:6.0f} ms, {found} found\n"
                )


if __name__ == "__main__":
    main()
