import factory
from factory.django import DjangoModelFactory

from gallery.choices import Extent, Licence
from gallery.models import (
    ArtistIndexPage,
    ArtistPage,
    ArtworkPage,
    ArtworkPiece,
    ArtworkTechnique,
    Credit,
    Detail,
    GalleryPage,
    RoomPage,
    TechniqueIndexPage,
    TechniquePage,
)
from tests.factories.home import HomePageFactory
from tests.factories.media import ArtImageFactory
from tests.factories.tree import TreePageFactory


class GalleryPageFactory(TreePageFactory):
    """The gallery of a festival year."""

    title = factory.Sequence(lambda n: f"Галерея {n + 1}")
    slug = factory.Sequence(lambda n: f"gallery-{n + 1}")
    year = 2020

    class Meta:
        model = GalleryPage

    @classmethod
    def usual_parent(cls):
        return HomePageFactory.first_or_new()


class RoomPageFactory(TreePageFactory):
    """A room without works."""

    title = factory.Sequence(lambda n: f"Зал {n + 1}")
    slug = factory.Sequence(lambda n: f"room-{n + 1}")
    text = "<p>О чём этот зал.</p>"

    class Meta:
        model = RoomPage

    @classmethod
    def usual_parent(cls):
        return GalleryPageFactory.first_or_new()


class ArtworkPageFactory(TreePageFactory):
    """A work that can be published: one described image, extent and licence.

    `pieces=False` leaves it empty; `pieces=[{"video": video}, …]` hangs these.
    """

    title = factory.Sequence(lambda n: f"Работа {n + 1}")
    slug = factory.Sequence(lambda n: f"work-{n + 1}")
    year = 2020
    text = "<p>О чём эта работа.</p>"
    extent = Extent.PARTIAL
    human_part = "Выбор из четырёх тысяч."
    licence = Licence.CC0

    class Meta:
        model = ArtworkPage
        skip_postgeneration_save = True

    @classmethod
    def usual_parent(cls):
        return RoomPageFactory.first_or_new()

    @factory.post_generation
    def pieces(self, create, extracted, **kwargs):
        if not create or extracted is False:
            return
        for order, fields in enumerate(extracted or [{}]):
            self.pieces.add(ArtworkPieceFactory.build(sort_order=order, **fields))
        self.pieces.commit()


class ArtworkPieceFactory(DjangoModelFactory):
    """An image with its alternative text; or another medium, if one is given."""

    alt_text = "Бирюзовый прямоугольник."

    class Meta:
        model = ArtworkPiece

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        if not {"image", "video", "audio"} & kwargs.keys():
            kwargs["image"] = ArtImageFactory()
        page = kwargs.get("page")
        if page is not None:
            kwargs.setdefault("locale", page.locale)
        return kwargs


class DetailFactory(DjangoModelFactory):
    """The middle of a work's first image: `DetailFactory(page=work)`."""

    title = factory.Sequence(lambda n: f"Деталь {n + 1}")
    text = "Здесь сходятся складки."
    sort_order = factory.Sequence(int)

    class Meta:
        model = Detail

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        page = kwargs.get("page")
        if page is not None:
            kwargs.setdefault("locale", page.locale)
        return kwargs


class ArtistIndexPageFactory(TreePageFactory):
    """The list of artists."""

    title = "Художники"
    slug = "artists"

    class Meta:
        model = ArtistIndexPage

    @classmethod
    def usual_parent(cls):
        return HomePageFactory.first_or_new()


class ArtistPageFactory(TreePageFactory):
    """An artist without works."""

    title = factory.Sequence(lambda n: f"Анна Петрова {n + 1}")
    slug = factory.Sequence(lambda n: f"artist-{n + 1}")
    text = "<p>Живёт и работает.</p>"

    class Meta:
        model = ArtistPage

    @classmethod
    def usual_parent(cls):
        return ArtistIndexPageFactory.first_or_new()


class CreditFactory(DjangoModelFactory):
    """An artist's part in a work: `CreditFactory(page=work, artist=artist)`."""

    artist = factory.SubFactory(ArtistPageFactory)

    class Meta:
        model = Credit


class TechniqueIndexPageFactory(TreePageFactory):
    """The list of techniques."""

    title = "Техники"
    slug = "techniques"

    class Meta:
        model = TechniqueIndexPage

    @classmethod
    def usual_parent(cls):
        return HomePageFactory.first_or_new()


class TechniquePageFactory(TreePageFactory):
    """A technique without works."""

    title = factory.Sequence(lambda n: f"Клеточный автомат {n + 1}")
    slug = factory.Sequence(lambda n: f"technique-{n + 1}")
    text = "<p>Клетки смотрят на соседей.</p>"

    class Meta:
        model = TechniquePage

    @classmethod
    def usual_parent(cls):
        return TechniqueIndexPageFactory.first_or_new()


class ArtworkTechniqueFactory(DjangoModelFactory):
    """A technique of a work: `ArtworkTechniqueFactory(page=work)`."""

    technique = factory.SubFactory(TechniquePageFactory)

    class Meta:
        model = ArtworkTechnique
