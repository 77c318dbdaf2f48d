import factory

from home.models import ContentPage, HomePage
from tests.factories.tree import LocaleFactory, TreePageFactory, tree_root


class HomePageFactory(TreePageFactory):
    """The Russian home page."""

    title = "Искусство машинного обучения"
    slug = factory.Sequence(lambda n: f"home-{n + 1}")
    headline = "Галерея под куполом"
    lead = "Изображения, видео и музыка, сделанные с машинным обучением."
    locale = factory.SubFactory(LocaleFactory)

    class Meta:
        model = HomePage

    @classmethod
    def usual_parent(cls):
        return tree_root()


class ContentPageFactory(TreePageFactory):
    """A page to read, with a paragraph."""

    title = factory.Sequence(lambda n: f"О галерее {n + 1}")
    slug = factory.Sequence(lambda n: f"about-{n + 1}")
    lead = "Зачем эта галерея."
    body = factory.LazyFunction(lambda: [("text", "<p>Мы собираем работы.</p>")])

    class Meta:
        model = ContentPage

    @classmethod
    def usual_parent(cls):
        return HomePageFactory.first_or_new()
