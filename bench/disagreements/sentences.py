"""What is put into texts: words of the field, and sentences that both languages have.

The words are those of the announcement, of the site's own vocabulary, and those that
stand most often in texts about such works; they were not taken from the glossary.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIELD = [
    {"ru": ru, "en": en}
    for ru, en in (
        ("галере", "galler"),
        ("зал", "room"),
        ("работ", "work"),
        ("изображени", "image"),
        ("видео", "video"),
        ("музык", "music"),
        ("метод", "method"),
        ("художник", "artist"),
        ("автор", "author"),
        ("этикетк", "label"),
        ("модел", "model"),
        ("данны", "data"),
        ("код", "code"),
        ("алгоритм", "algorithm"),
        ("человек", "human"),
        ("машин", "machine"),
        ("обучени", "training"),
        ("сет", "network"),
        ("звук", "sound"),
        ("шум", "noise"),
        ("нейрон", "neuron|unit"),
        ("сло[йея]", "layer"),
        ("клет", "cell"),
        ("узор", "pattern"),
        ("волн", "wave"),
        ("голос", "voice"),
        ("аккорд", "chord"),
        ("случайн", "random"),
        ("карт[аыуео]", "map"),
        ("дерев", "tree"),
        ("фотографи", "photograph"),
        ("правил", "rule"),
        ("портрет", "portrait"),
        ("инструмент", "instrument|tool"),
        ("полностью|целиком", "fully|wholly|entirely"),
        ("частично", "partly|partially"),
        ("готов", "finished|ready"),
        ("любы|любой", "any"),
    )
]
ADDED = {
    "date": (
        {"ru": "Впервые показано {}.", "en": "First shown on {}."},
        {"ru": "Сделано {}.", "en": "Made on {}."},
        {"ru": "Ждём до {}.", "en": "Open until {}."},
    ),
    "link": (
        {"ru": "Подробнее: {}", "en": "More: {}"},
        {"ru": "Смотрите {}.", "en": "See {}."},
    ),
    "address": (
        {"ru": "Пишите на {}.", "en": "Write to {}."},
        {"ru": "Связаться можно так: {}", "en": "This is how to reach us: {}"},
    ),
    "name": (
        {"ru": "Благодарим {}.", "en": "Thanks to {}."},
        {"ru": "Так об этом писал {}.", "en": "So wrote {} about it."},
        {"ru": "Это придумал {}.", "en": "It was thought of by {}."},
    ),
}
RU_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
EN_MONTHS = (
    "January February March April May June July August September October November "
    "December"
)
PERSONS = (
    ("Ада Лавлейс", "Ada Lovelace"),
    ("Алан Тьюринг", "Alan Turing"),
    ("Норберт Винер", "Norbert Wiener"),
    ("Вера Мольнар", "Vera Molnár"),
    ("Гарольд Коэн", "Harold Cohen"),
    ("Бенуа Мандельброт", "Benoit Mandelbrot"),
    ("Джон Конвей", "John Conway"),
    ("Клод Шеннон", "Claude Shannon"),
    ("Ян Лекун", "Yann LeCun"),
    ("Иэн Гудфеллоу", "Ian Goodfellow"),
    ("Рефик Анадол", "Refik Anadol"),
    ("Марио Клингеманн", "Mario Klingemann"),
    ("Янис Ксенакис", "Iannis Xenakis"),
    ("Казимир Малевич", "Kazimir Malevich"),
    ("Любовь Попова", "Lyubov Popova"),
    ("Юрий Шмидхубер", "Jürgen Schmidhuber"),
    ("Хелена Сарин", "Helena Sarin"),
    ("Томас Байес", "Thomas Bayes"),
    ("Анна Ридлер", "Anna Ridler"),
    ("Жозеф Фурье", "Joseph Fourier"),
    ("Владимир Вапник", "Vladimir Vapnik"),
    ("Марк Шагал", "Marc Chagall"),
    ("Дмитрий Шостакович", "Dmitri Shostakovich"),
    ("Хито Штейерль", "Hito Steyerl"),
    ("Гвидо ван Россум", "Guido van Rossum"),
)
HOSTS = ("example.org", "museum.example.com", "lab-of-sound.net", "arxiv.org/abs")
MAILBOXES = "info press help school archive team hello studio music letters"


@dataclass(frozen=True)
class Said:
    """One thing, written as each language writes it."""

    ru: tuple[str, ...]
    en: tuple[str, ...]

    def written(self, language: str, number: int) -> str:
        ways = getattr(self, language)
        return ways[number % len(ways)]

    def __str__(self) -> str:
        return self.en[0]


def dates(chance: random.Random) -> Iterator[Said]:
    """Days of ten years, in words and in figures, with their year and without."""
    while True:
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
        ru = RU_MONTHS.split()[day.month - 1]
        en = EN_MONTHS.split()[day.month - 1]
        yield Said(
            (
                f"{day.day} {ru} {day.year} года",
                f"{day:%d.%m.%Y}",
                f"{day.day} {ru}",
            ),
            (
                f"{en} {day.day}, {day.year}",
                f"{day.day} {en} {day.year}",
                f"{day.day} {en}",
            ),
        )


def links(chance: random.Random) -> Iterator[Said]:
    """Addresses of pages; one language may leave out what all addresses have."""
    while True:
        host = chance.choice(HOSTS)
        address = f"{host}/{chance.randrange(1000, 9999)}"
        yield Said(
            (f"https://{address}", f"https://www.{address}"), (f"https://{address}/",)
        )


def addresses(chance: random.Random) -> Iterator[Said]:
    """Mailboxes and telephones."""
    while True:
        box = f"{chance.choice(MAILBOXES.split())}{chance.randrange(100)}"
        mail = f"{box}@{chance.choice(HOSTS[:3])}"
        digits = [f"{chance.randrange(1000):03}", f"{chance.randrange(100):02}"]
        phone = f"495 {digits[0]}-{digits[1]}-{chance.randrange(10, 99)}"
        code, rest = phone.split(" ")
        yield Said((mail, f"+7 ({code}) {rest}"), (mail, f"+7 {code} {rest}"))


def persons(chance: random.Random) -> Iterator[Said]:
    """People of art and computing, none of whom is thanked twice."""
    people = list(PERSONS)
    chance.shuffle(people)
    while True:
        for ru, en in people:
            yield Said((ru,), (en,))
