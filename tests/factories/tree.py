import factory
import wagtail_factories
from wagtail.models import Page


def tree_root() -> Page:
    """The root of the page tree, also where a test has emptied the database."""
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


class TreePageFactory(wagtail_factories.PageFactory):
    """A page under `parent`; without one, where such a page usually stands."""

    class Meta:
        abstract = True

    @classmethod
    def usual_parent(cls) -> Page:
        raise NotImplementedError

    @classmethod
    def first_or_new(cls) -> Page:
        """The page that others are put under if they name no parent."""
        return cls._meta.model.objects.order_by("path").first() or cls()

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        parent = parent or cls.usual_parent()
        # A test may hold a parent that has had children since it was loaded.
        parent.refresh_from_db(fields=["path", "numchild", "url_path"])
        return super()._create_instance(model_class, parent, kwargs)


def in_english(page: Page, *, live: bool = True, **fields) -> Page:
    """The page's English version, made as the translators' tools make one."""
    english = page.copy_for_translation(
        LocaleFactory(language_code="en"), copy_parents=True
    )
    for name, value in fields.items():
        setattr(english, name, value)
    revision = english.save_revision()
    if live:
        revision.publish()
    english.refresh_from_db()
    return english


class LocaleFactory(factory.django.DjangoModelFactory):
    """A language of the content."""

    language_code = "ru"

    class Meta:
        model = "wagtailcore.Locale"
        django_get_or_create = ["language_code"]
