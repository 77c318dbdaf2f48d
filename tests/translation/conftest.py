import pytest
from django.conf import settings as project_settings
from django.utils import timezone
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, StringTranslation

from accounts.roles import CHIEF_EDITOR, EDITOR, TRANSLATOR
from accounts.syncing import group_of
from tests.factories import UserFactory
from translation.families import work_on
from translation.services import publishing
from translation.services.submitting import submit

REFUSALS = "translation.middleware.RefusedPublicationMiddleware"


@pytest.fixture(autouse=True)
def refusals_are_told(settings):
    if REFUSALS not in project_settings.MIDDLEWARE:
        settings.MIDDLEWARE = [*project_settings.MIDDLEWARE, REFUSALS]


@pytest.fixture
def russian(site):
    return Locale.objects.get(language_code="ru")


@pytest.fixture
def english(site):
    return Locale.objects.get(language_code="en")


def enter_words(record, *, but: tuple[str, ...] = (), words: str = "EN {}") -> None:
    """Translate all strings of a translation, except those at some paths."""
    record.refresh_from_db()
    segments = StringSegment.objects.filter(source_id=record.source_id)
    for segment in segments.select_related("string", "context"):
        if segment.context.path not in but:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=record.target_locale,
                defaults={
                    "data": words.format(segment.string.data),
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "updated_at": timezone.now(),
                },
            )


def publish(page, **changes):
    """Edit a page as its editors do, and publish it."""
    page = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def submitted(english):
    """Submit an original; returns its translation, not yet translated."""

    def submit_one(source):
        submit(source, english)
        return source.get_translation(english)

    return submit_one


@pytest.fixture
def translated(submitted):
    """Submit an original, translate every string, publish; returns the translation."""

    def translate(source, **kwargs):
        target = submitted(source)
        for page in [*_untranslated_parents(target), target]:
            enter_words(work_on(page), **kwargs)
            publishing.publish(work_on(page))
        return type(target).objects.get(pk=target.pk)

    return translate


def _untranslated_parents(target):
    if not hasattr(target, "get_ancestors"):
        return []
    above = target.get_ancestors().filter(depth__gt=2)
    return [page.specific for page in above if work_on(page)]


def person(role):
    """Somebody in a role, with its rights; the admin speaks English to them."""
    user = UserFactory(groups=[group_of(role)[0]])
    UserProfile.objects.create(user=user, preferred_language="en")
    return user


@pytest.fixture
def translator(roles):
    return person(TRANSLATOR)


@pytest.fixture
def editor(roles):
    return person(EDITOR)


@pytest.fixture
def chief_editor(roles):
    return person(CHIEF_EDITOR)
