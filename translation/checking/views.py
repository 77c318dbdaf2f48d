"""Checks of the words that somebody is typing, and the terms of their original."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.strings import StringValue

from translation.checking.checks import check
from translation.checking.lengths import max_length_at
from translation.checking.warning import CheckWarning
from translation.editing.texts import as_written
from translation.glossary import FoundTerm, Glossary
from translation.rights import may_word

LONGEST = 50_000


class NoQuestion(Exception):
    """What was sent asks about no string of ours."""


class _Question:
    """A string of a translation, and the words that stand in its field.

    Words of rich text come and go as HTML, all others as plain text.
    """

    def __init__(self, request: HttpRequest) -> None:
        asked = _asked(request)
        self.record = _found(
            Translation.objects.select_related("source__locale", "target_locale"),
            pk=asked.get("record"),
        )
        if not may_word(request.user, self.record.get_target_instance()):
            raise PermissionDenied
        self.segment = _found(
            StringSegment.objects.select_related("string", "context"),
            pk=asked.get("segment"),
            source=self.record.source_id,
        )
        self.is_rich = bool(asked.get("rich"))
        # Spaces around the words are not kept: see `editing.texts.as_kept`.
        text = str(asked.get("text", ""))[:LONGEST].strip()
        self.text = text if self.is_rich else StringValue.from_plaintext(text).data

    @property
    def source(self) -> str:
        return self.segment.string.data

    @property
    def source_language(self) -> str:
        return self.record.source.locale.language_code

    @property
    def target_language(self) -> str:
        return self.record.target_locale.language_code

    def written(self, words: str | None) -> str | None:
        """Words as they would stand in the field."""
        return None if words is None else as_written(words, rich=self.is_rich)


def _asked(request: HttpRequest) -> dict[str, Any]:
    try:
        asked = json.loads(request.body)
    except ValueError:
        raise NoQuestion from None
    if not isinstance(asked, dict):
        raise NoQuestion
    return asked


def _found(rows: QuerySet, **keys: Any) -> Any:
    if not all(isinstance(key, int) for key in keys.values()):
        raise NoQuestion
    found = rows.filter(**keys).first()
    if found is None:
        raise NoQuestion
    return found


@require_POST
def translation_checks(request: HttpRequest) -> JsonResponse:
    """What may be wrong with the words, and the terms of the original."""
    try:
        question = _Question(request)
    except NoQuestion:
        message = _("This string is not there any more. Reload the page.")
        return JsonResponse({"message": message}, status=400)
    return JsonResponse(_answer(question))


def _answer(question: _Question) -> dict:
    glossary = Glossary.load()
    room = max_length_at(
        question.record.source.get_source_instance(), question.segment.context.path
    )
    warnings = check(
        question.source,
        question.text,
        question.source_language,
        question.target_language,
        max_length=room,
        glossary=glossary,
    )
    terms = glossary.terms_in(question.source, question.source_language)
    return {
        "warnings": [_told_warning(each, question) for each in warnings],
        "terms": [_told_term(each, question.target_language) for each in terms],
    }


def _told_warning(warning: CheckWarning, question: _Question) -> dict:
    return {
        "code": warning.code,
        "message": warning.message,
        "severity": warning.severity,
        "start": warning.start,
        "end": warning.end,
        "inSource": warning.in_source,
        "fix": question.written(warning.fix),
    }


def _told_term(found: FoundTerm, language: str) -> dict:
    return {
        "start": found.start,
        "end": found.end,
        "term": found.term.text,
        "translations": found.entry.allowed(language),
        "note": found.entry.note,
    }
