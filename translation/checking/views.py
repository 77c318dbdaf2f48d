"""Checks, terms and memory for the string that somebody is translating."""

import json
from collections.abc import Callable
from functools import wraps
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
from translation.memory import Match, similar
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
        text = str(asked.get("text", ""))[:LONGEST]
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


def answering(view: Callable[[_Question], dict]) -> Callable:
    """A view that is asked with JSON and answers with JSON."""

    @require_POST
    @wraps(view)
    def answer(request: HttpRequest) -> JsonResponse:
        try:
            question = _Question(request)
        except NoQuestion:
            message = _("This string is not there any more. Reload the page.")
            return JsonResponse({"message": message}, status=400)
        return JsonResponse(view(question))

    return answer


@answering
def translation_checks(question: _Question) -> dict:
    """What may be wrong with the words, and the terms of the original."""
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


@answering
def translation_memory(question: _Question) -> dict:
    """Earlier translations of the same and of similar strings."""
    context = question.segment.context
    matches = similar(
        question.source,
        question.record.source.locale,
        question.record.target_locale,
        excluding=(context.object_id, context.path),
    )
    return {"matches": [_told_match(each, question) for each in matches]}


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


def _told_match(match: Match, question: _Question) -> dict:
    return {
        "percent": match.percent,
        "source": as_written(match.source_text, rich=False),
        "text": question.written(match.text),
        "title": match.where.title,
        "origin": match.wording.get_origin_display(),
        "difference": [
            {"kind": part.kind, "text": part.text} for part in match.difference
        ],
    }
