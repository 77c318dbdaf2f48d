"""A small gallery in both languages, every page of which some question finds."""

from dataclasses import dataclass

from wagtail.models import Locale

from search.services.rebuilding import rebuild
from tests.factories import (
    ArtistIndexPageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    ContentPageFactory,
    CreditFactory,
    GalleryPageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    TechniqueIndexPageFactory,
    TechniquePageFactory,
)


@dataclass(frozen=True)
class Corpus:
    """What was made: the language, and its works by title."""

    locale: Locale
    works: dict


def russian(site) -> Corpus:
    """The Russian gallery, indexed."""
    hall = _hall(site.home, "Галерея", "Зал шума")
    artists = ArtistIndexPageFactory(parent=site.home, title="Художники")
    techniques = TechniqueIndexPageFactory(parent=site.home, title="Техники")
    anna = ArtistPageFactory(parent=artists, title="Анна Петрова", text="")
    automaton = TechniquePageFactory(
        parent=techniques, title="Клеточный автомат", slug="automaton"
    )
    gan = TechniquePageFactory(parent=techniques, title="StyleGAN", slug="stylegan")
    song = {
        "audio": AudioFactory(),
        "description": "Одинокий голос.",
        "transcript": "Скажи, сад, кто тебя рисовал?",
    }
    works = [
        _work(hall, "Портрет художника", 2019, "Сеть рисует лицо.", anna),
        _work(hall, "Художники спорят", 2021, "Две нейросети спорят о цвете."),
        _work(hall, "Море помнит сеть", 2020, "Волн художник не писал.", gan),
        _work(hall, "Ёлка и ежи", 2020, "Зимний лес из\u0301 шума, 100\u00a0% музыки."),
        _work(hall, "Нейросеть слушает дождь", 2020, "Звук собран StyleGAN2."),
        _work(hall, "Сад", 2018, "", automaton, pieces=[song]),
        _work(hall, "Тихий сад машин", 2022, "Машины спят.", automaton),
    ]
    ContentPageFactory(parent=site.home, title="О галерее", lead="Кто мы такие.")
    OpenCallPageFactory(parent=site.home, title="Опен-колл")
    return _indexed("ru", works)


def english(site) -> Corpus:
    """The English gallery, indexed."""
    home = site.english_home
    hall = _hall(home, "Gallery", "Room of noise")
    techniques = TechniqueIndexPageFactory(parent=home, title="Techniques")
    automaton = TechniquePageFactory(
        parent=techniques, title="Cellular automaton", slug="automaton"
    )
    works = [
        _work(hall, "Portrait of an Artist", 2019, "A network paints a face."),
        _work(hall, "Artists at Rest", 2021, "Two networks argue about colour."),
        _work(hall, "The Sea Remembers", 2020, "Waves that no artist painted."),
        _work(hall, "Garden", 2018, "It grows from one cell.", automaton),
        _work(hall, "Café Noise", 2022, "Painted by StyleGAN2: «нейросеть»."),
    ]
    return _indexed("en", works)


def _hall(home, gallery: str, room: str):
    made = GalleryPageFactory(parent=home, title=gallery, slug="fest")
    return RoomPageFactory(parent=made, title=room, slug="noise", text="")


def _work(hall, title: str, year: int, text: str, named=None, pieces=False):
    work = ArtworkPageFactory(
        parent=hall,
        title=title,
        year=year,
        text=f"<p>{text}</p>",
        human_part="",
        pieces=pieces,
    )
    if named is not None and hasattr(named, "kind"):
        CreditFactory(page=work, artist=named)
    elif named is not None:
        ArtworkTechniqueFactory(page=work, technique=named)
    return work


def _indexed(language: str, works: list) -> Corpus:
    locale = Locale.objects.get(language_code=language)
    rebuild(locale)
    return Corpus(locale, {work.title: work for work in works})
