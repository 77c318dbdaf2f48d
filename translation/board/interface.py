"""Interface texts on the board: the gettext catalogues, as they lie in the code."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import polib
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from translation.board.kinds import EVERYWHERE, Standing
from translation.choices import DeskState

TITLES = {
    "django": _("Buttons, labels and messages"),
    "djangojs": _("What scripts in the browser say"),
}


class Catalogue:
    """The interface texts of one language and domain.

    Their sources are English; translations are edited in the code, not here.
    """

    def __init__(self, language_code: str, domain: str):
        self.language_code = language_code
        self.domain = domain
        self._folder = Path(settings.LOCALE_PATHS[0])
        self._place = f"{language_code}/LC_MESSAGES/{domain}.po"

    @property
    def name(self) -> str:
        """Where it lies in the code."""
        return f"{self._folder.name}/{self._place}"

    @property
    def title(self) -> str:
        """What is read in them, in the language of the other titles on the board."""
        with translation.override(settings.LANGUAGE_CODE):
            return str(TITLES[self.domain])

    @property
    def key(self) -> str:
        return f"{self.language_code}/{self.domain}"

    @property
    def changed_at(self) -> datetime:
        return datetime.fromtimestamp((self._folder / self._place).stat().st_mtime, UTC)

    @property
    def exists(self) -> bool:
        return (self._folder / self._place).is_file()

    @property
    def state(self) -> DeskState:
        if self.doubtful:
            return DeskState.STALE
        if not self.missing:
            return DeskState.DONE
        return DeskState.STARTED if self.translated else DeskState.MISSING

    @cached_property
    def missing(self) -> list[polib.POEntry]:
        """Texts that have no translation."""
        return self._file.untranslated_entries()

    @cached_property
    def doubtful(self) -> list[polib.POEntry]:
        """Texts that have changed since they were translated."""
        return self._file.fuzzy_entries()

    @property
    def total(self) -> int:
        return sum(not entry.obsolete for entry in self._file)

    @property
    def translated(self) -> int:
        return self.total - len(self.missing) - len(self.doubtful)

    @cached_property
    def _file(self) -> polib.POFile:
        return polib.pofile(str(self._folder / self._place))


def catalogues() -> Iterator[Catalogue]:
    """The catalogues of the site's languages, of those that have any."""
    for language_code, _name in settings.LANGUAGES:
        for domain in TITLES:
            catalogue = Catalogue(language_code, domain)
            if catalogue.exists:
                yield catalogue


def catalogue_named(key: str) -> Catalogue | None:
    return next((each for each in catalogues() if each.key == key), None)


def keys() -> Iterator[str]:
    return (catalogue.key for catalogue in catalogues())


def changed_at() -> datetime | None:
    """When the code last brought other texts."""
    return max((catalogue.changed_at for catalogue in catalogues()), default=None)


def standings(keys: Sequence[str]) -> Iterator[Standing]:
    locales = dict(Locale.objects.values_list("language_code", "pk"))
    for catalogue in catalogues():
        if catalogue.key in keys and catalogue.language_code in locales:
            yield Standing(
                key=catalogue.key,
                locale_id=locales[catalogue.language_code],
                title=catalogue.title,
                state=catalogue.state,
                edit_url=reverse("translation_interface", args=[catalogue.key]),
                importance=EVERYWHERE,
                total=catalogue.total,
                translated=catalogue.translated,
                stale=len(catalogue.doubtful),
            )
