"""Asking the configured machine for words, with all marks kept or nothing taken."""

import re

from django.utils.html import escape
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from core.facts_in_texts.tokens import TOKEN
from translation.faults import faults_of

# Within what both services take in one request, and what somebody waits for.
AT_ONCE = 40
_KEPT = re.compile(r'<x id="t(\d+)"\s*/?>(?:\s*</x>)?')


class MachineFailed(Exception):
    """The service could not be reached, or answered nothing that can be used."""


def machine_for(record: Translation) -> BaseMachineTranslator | None:
    """The machine that the environment names, if it knows the two languages."""
    machine = get_machine_translator()
    if machine is None:
        return None
    can = machine.can_translate(record.source.locale, record.target_locale)
    return machine if can else None


def machine_words(
    machine: BaseMachineTranslator, record: Translation, sources: list[str]
) -> dict[str, str]:
    """Words for strings; those that lost a link, a fact or a tag are left out.

    Raises:
        MachineFailed: nothing came of it.
    """
    asked = {source: StringValue(_hide_facts(source)) for source in sources}
    values = list(dict.fromkeys(asked.values()))
    try:
        answered = machine.translate(record.source.locale, record.target_locale, values)
        words = {
            source: _show_facts(source, answered[value].data)
            for source, value in asked.items()
        }
    # requests' own errors are OSErrors; the others come of an unexpected answer.
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise MachineFailed from error
    return {
        source: text
        for source, text in words.items()
        if text.strip() and not faults_of(source, text)
    }


def _hide_facts(source: str) -> str:
    """Put a mark, which machines leave alone, in the place of each fact."""
    counter = iter(range(len(source)))
    return TOKEN.sub(lambda _found: f'<x id="t{next(counter)}"/>', source)


def _show_facts(source: str, words: str) -> str:
    facts = [found[0] for found in TOKEN.finditer(source)]

    def fact(found: re.Match) -> str:
        number = int(found[1])
        return facts[number] if number < len(facts) else escape(found[0])

    return _KEPT.sub(fact, words)
