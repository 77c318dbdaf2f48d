"""Fills the database that it is given and prints what searches cost there."""

import logging
import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from tqdm import tqdm
from wagtail.models import Locale, Page

from bench.generator import COMMON, RARE, RARE_WORKS, fill
from core.stemming import stem
from search.backends.database import SearchBackend
from search.models import Entry, Posting
from search.services.finding import Query, find
from search.services.suggesting import suggest

ROUNDS = 15
ADMIN_SIZES = (1_000, 10_000)
LANGUAGE = "ru"


@dataclass(frozen=True)
class Cost:
    """Median milliseconds: all in all, and of the statements alone."""

    whole: float
    database: float
    queries: int


def median_ms(action: Callable[[], object]) -> float:
    """The usual time of something, after it was done once."""
    action()
    spent = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def cost(action: Callable[[], object]) -> Cost:
    """What an action costs; its statements are run again by themselves."""
    action()
    statements = []

    def note(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        action()

    def repeat() -> None:
        with connection.cursor() as cursor:
            for sql, params in statements:
                cursor.execute(sql, params)
                cursor.fetchall()

    return Cost(median_ms(action), median_ms(repeat), len(statements))


def plain_table() -> Callable[[str], object]:
    """Index the same stems the database's own way; returns its match and count."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_plain")
        if connection.vendor == "sqlite":
            make = (
                "CREATE VIRTUAL TABLE bench_plain USING fts5(stems, content='')",
                "INSERT INTO bench_plain(rowid, stems) "
                "SELECT id, stems FROM search_entry",
                "INSERT INTO bench_plain(bench_plain) VALUES('optimize')",
            )
            count = "SELECT count(*) FROM bench_plain WHERE bench_plain MATCH %s"
        else:
            make = (
                "CREATE TABLE bench_plain AS SELECT id, "
                "to_tsvector('simple', stems) AS stems FROM search_entry",
                "CREATE INDEX ON bench_plain USING gin(stems)",
                "VACUUM ANALYZE bench_plain",
            )
            count = "SELECT count(*) FROM bench_plain WHERE stems @@ %s::tsquery"
        for sql in make:
            cursor.execute(sql)

    def ask(word: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(count, [stem(word)])
            return cursor.fetchone()[0]

    return ask


def make(size: int, locale: Locale) -> None:
    """Put so many works in place of those of another size."""
    clear()
    start = time.perf_counter()
    with tqdm(total=size, desc=f"{size} works", file=sys.stderr) as bar:
        fill(size, locale, bar.update)
    say(f"{size} works made and indexed in {time.perf_counter() - start:.0f} s")
    tidy()


def measure(locale: Locale) -> dict[str, Cost]:
    """What searches cost among the works that there are."""
    plain = plain_table()
    if find(Query(RARE, locale)).total != RARE_WORKS:
        raise SystemExit("The rare word is not where the generator put it.")
    years = {"year": frozenset({"2020", "2021"}), "medium": frozenset({"video"})}
    actions = {
        "a rare word": lambda: find(Query(RARE, locale)),
        "a word of two thirds": lambda: find(Query(COMMON, locale)),
        "the same, page 40": lambda: find(Query(COMMON, locale, page=40)),
        "the same, two facets": lambda: find(Query(COMMON, locale, years)),
        "the same, by title": lambda: find(Query(COMMON, locale, sort="title")),
        "everything": lambda: find(Query("", locale)),
        "a misspelt word": lambda: find(Query("кракилюр", locale)),
        "letters being typed": lambda: suggest("све", locale),
    }
    costs = {}
    for name, action in actions.items():
        costs[name] = cost(action)
        say(f"  {name:22} {line(costs[name])}")
    matched = plain(COMMON)
    costs["plain"] = cost(lambda: plain(COMMON))
    say(f"  {'match and count':22} {line(costs['plain'])}, {matched} works")
    ours, its = costs["a word of two thirds"], costs["plain"]
    say(
        f"  a word of two thirds costs {ours.database / its.database:.2f} x the plain "
        f"match and count in the database, {ours.whole / its.whole:.1f} x in all"
    )
    return costs


def admin_search(locale: Locale) -> None:
    """The admin's search of pages, at two sizes."""
    backend, costs = SearchBackend({}), []
    for size in ADMIN_SIZES:
        clear()
        index = backend.get_index_for_model(Page)
        index.reset()
        fill(size, locale, lambda _count: None)
        pages = list(Page.objects.filter(slug__startswith="bench-"))
        for at in range(0, size, 500):
            index.add_items(Page, pages[at : at + 500])
        tidy()
        common = max(
            {word for page in pages[:200] for word in page.title.lower().split()},
            key=lambda word: sum(word in page.title.lower() for page in pages[:200]),
        )

        def ask(common=common) -> int:
            results = backend.search(common, Page.objects.all())
            return len(results[:20]) + results.count()

        costs.append(cost(ask))
        say(f"admin search, {size} pages, {ask() - 20} found  {line(costs[-1])}")
    say(
        f"admin search: {costs[1].whole / costs[0].whole:.1f} x for ten times the pages"
    )


def growth(sizes: list[int], costs: list[dict[str, Cost]]) -> None:
    """How costs grow: 1 is in proportion to the number of works, 0 not at all."""
    for before, after in zip(range(len(sizes)), range(1, len(sizes)), strict=False):
        say(f"growth exponents, {sizes[before]} to {sizes[after]} works")
        ratio = math.log(sizes[after] / sizes[before])
        for name, before_it in costs[before].items():
            after_it = costs[after][name]
            whole = math.log(after_it.whole / before_it.whole) / ratio
            database = math.log(after_it.database / before_it.database) / ratio
            say(f"  {name:22} {whole:5.2f}, in the database {database:5.2f}")


def clear() -> None:
    """Forget the works of another size."""
    for rows in (
        Posting.objects.all(),
        Entry.objects.all(),
        Page.objects.filter(slug__startswith="bench-"),
    ):
        rows._raw_delete(rows.db)


def tidy() -> None:
    """Let the database learn what it holds."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def line(found: Cost) -> str:
    return (
        f"{found.whole:7.2f} ms, {found.database:6.2f} ms of it in the database, "
        f"{found.queries} queries"
    )


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    logging.disable(logging.INFO)
    call_command("migrate", verbosity=0)
    say(f"# {connection.vendor}")
    locale, _ = Locale.objects.get_or_create(language_code=LANGUAGE)
    sizes = [int(size) for size in sys.argv[1:]]
    costs = []
    for size in sizes:
        make(size, locale)
        costs.append(measure(locale))
    growth(sizes, costs)
    admin_search(locale)


if __name__ == "__main__":
    main()
