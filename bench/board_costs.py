"""Fills the database that it is given and prints what the board costs there."""

import logging
import random
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

import django

django.setup()

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
)

from accounts.models import User
from home.models import ContentPage
from translation.board.kinds import kind_named
from translation.board.refreshing import refresh
from translation.choices import DeskState
from translation.models import BoardEntry, SourceChange, Wording

ROWS = 5_000
FEW_ROWS = 50
PAGES = 1_000
STRINGS = 20
SECTIONS = 40
ROUNDS = 9
BOARD = "/admin/translation/"
ADDRESSES = (
    BOARD,
    f"{BOARD}?state=all&p=60",
    f"{BOARD}?ordering=state",
    f"{BOARD}?q=17&state=all",
    f"{BOARD}?section=section-7&assigned=nobody",
    "/admin/",
)
CHANCE = random.Random(2020)


@dataclass(frozen=True)
class Cost:
    """Median CPU in milliseconds, and queries."""

    cpu: float
    queries: int

    def __str__(self) -> str:
        return f"{self.cpu:8.1f} ms of CPU, {self.queries:3} queries"


def cost(action: Callable[[], object], rounds: int = ROUNDS) -> Cost:
    """What an action costs after it was done once."""
    queries, spent = [], []

    def count(execute, sql, *rest):
        queries.append(sql)
        return execute(sql, *rest)

    action()
    with connection.execute_wrapper(count):
        action()
    for _ in range(rounds):
        start = time.process_time()
        action()
        spent.append((time.process_time() - start) * 1000)
    return Cost(statistics.median(spent), len(queries))


def fill_board(count: int, locale: Locale, user: User) -> None:
    """Put so many rows on the board in place of those that are there."""
    BoardEntry.objects.all().delete()
    now = timezone.now()
    states = [state for state in DeskState if state != DeskState.EXEMPT]
    rows = []
    for number in range(count):
        section = number % SECTIONS
        state = CHANCE.choice(states)
        is_stale = state == DeskState.STALE
        rows.append(
            BoardEntry(
                kind="pages",
                key=f"bench-{number}",
                locale=locale,
                title=f"Текст {number:05}",
                section=f"section-{section}",
                section_title=f"Раздел {section}",
                edit_url=f"/admin/pages/{number}/edit/",
                importance=10,
                read=CHANCE.randrange(1000),
                state=state,
                total=STRINGS,
                translated=STRINGS - 2 * is_stale,
                stale=2 * is_stale,
                stale_since=now if is_stale else None,
                changed_by=user if is_stale else None,
                assignee=user if number % 3 else None,
                notes=["by_hand"] if number % 7 == 0 else [],
            )
        )
    BoardEntry.objects.bulk_create(rows, batch_size=500)


def _fill_pages(keys: list[uuid.UUID], *locales: Locale) -> ContentType:
    """Make the pages of every key in each language; returns what they are."""
    root, now = Page.get_first_root_node(), timezone.now()
    home = root.add_child(instance=Page(title="Bench", slug="bench", locale=locales[0]))
    kind = ContentType.objects.get_for_model(ContentPage)

    def page(place: int, number: int, locale: Locale) -> Page:
        slug = f"bench-{place}"
        return Page(
            path=home.path + Page._int2str(place + 1).rjust(Page.steplen, "0"),
            depth=home.depth + 1,
            title=f"Страница {number}",
            draft_title=f"Страница {number}",
            slug=slug,
            url_path=f"{home.url_path}{slug}/",
            content_type=kind,
            locale=locale,
            translation_key=keys[number],
            live=True,
            first_published_at=now,
        )

    wanted = ((locale, number) for locale in locales for number in range(len(keys)))
    Page.objects.bulk_create(
        [page(place, number, at) for place, (at, number) in enumerate(wanted)],
        batch_size=500,
    )
    return kind


def fill_tree(source: Locale, target: Locale) -> list[str]:
    """Make pages with strings, a third each done, stale and begun; their keys."""
    keys = [uuid.UUID(int=n + 1) for n in range(PAGES)]
    kind = _fill_pages(keys, source, target)
    base, now = ContentType.objects.get_for_model(Page), timezone.now()
    TranslatableObject.objects.bulk_create(
        [TranslatableObject(translation_key=key, content_type=base) for key in keys]
    )
    sources = TranslationSource.objects.bulk_create(
        TranslationSource(
            object_id=key,
            specific_content_type=kind,
            locale=source,
            content_json="{}",
            last_updated_at=now,
        )
        for key in keys
    )
    Translation.objects.bulk_create(
        Translation(source=each, target_locale=target) for each in sources
    )
    _fill_strings(sources, source, target)
    return [str(key) for key in keys]


def _fill_strings(sources: list, source: Locale, target: Locale) -> None:
    contexts, strings = [], []
    for each in sources:
        for number in range(STRINGS):
            path, text = f"body.{number}", f"{each.object_id} {number}"
            contexts.append(
                TranslationContext(
                    object_id=each.object_id, path=path, path_id=uuid.uuid4()
                )
            )
            data_hash = String._get_data_hash(text)
            strings.append(String(locale=source, data=text, data_hash=data_hash))
    TranslationContext.objects.bulk_create(contexts, batch_size=500)
    String.objects.bulk_create(strings, batch_size=500)
    slots = list(zip(contexts, strings, strict=True))
    StringSegment.objects.bulk_create(
        [
            StringSegment(
                source=sources[place // STRINGS],
                context=context,
                string=string,
                order=place % STRINGS,
            )
            for place, (context, string) in enumerate(slots)
        ],
        batch_size=500,
    )
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of=string, context=context, locale=target, data="…"
            )
            for place, (context, string) in enumerate(slots)
            if not _lacks_words(place)
        ],
        batch_size=500,
    )
    _fill_history(slots, target)


def _lacks_words(place: int) -> bool:
    """Of three pages one is done, of one a string is stale, of one most strings."""
    page, string = divmod(place, STRINGS)
    return (page % 3 == 1 and string == 0) or (page % 3 == 2 and string % 3 > 0)


def _fill_history(slots: list, target: Locale) -> None:
    """Every string has replaced one that was translated and published."""
    words, changes = [], []
    for context, string in slots:
        old_hash = uuid.uuid4()
        place = {"object_key": context.object_id, "path": context.path}
        for source_hash in (old_hash, string.data_hash):
            words.append(
                Wording(
                    **place,
                    source_hash=source_hash,
                    locale=target,
                    published_at=timezone.now() if source_hash == old_hash else None,
                )
            )
        changes.append(
            SourceChange(**place, old_hash=old_hash, new_hash=string.data_hash)
        )
    Wording.objects.bulk_create(words, batch_size=500)
    SourceChange.objects.bulk_create(changes, batch_size=500)


def measure_page(locale: Locale, user: User) -> None:
    """The board and the admin's home, with few rows and with many."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    for count in (FEW_ROWS, ROWS):
        fill_board(count, locale, user)
        for address in ADDRESSES:
            if client.get(address).status_code != HTTPStatus.OK:
                raise SystemExit(f"{address} does not answer.")
            found = cost(lambda address=address: client.get(address))
            say(f"{count:6} rows  {address:51} {found}")


def measure_computing(source: Locale, target: Locale) -> None:
    """Computing where pages stand, in bulk and for one."""
    keys, kind = fill_tree(source, target), kind_named("pages")
    for count in (1, 200, PAGES):
        found = cost(lambda count=count: refresh(kind, keys[:count]), rounds=1)
        say(f"{count:6} pages of {STRINGS} strings computed {'':26} {found}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    logging.disable(logging.INFO)
    # Explained errors remember every query.
    settings.DEBUG = False
    call_command("migrate", verbosity=0)
    languages = (settings.LANGUAGE_CODE, "en")
    source, target = (
        Locale.objects.get_or_create(language_code=code)[0] for code in languages
    )
    user = User.objects.create_superuser("bench@example.org", "bench")
    measure_page(target, user)
    measure_computing(source, target)


if __name__ == "__main__":
    main()
