"""The facts that somebody who writes may choose from, as they read at present."""

from typing import Any, TypedDict

from django.utils.text import capfirst

from core.facts_in_texts.kinds import grammar
from core.facts_in_texts.telling import known_facts


class Choice(TypedDict):
    """A fact in one form; `told` are its words by case, "" the usual ones."""

    name: str
    form: str
    label: str
    told: dict[str, str]


def choices(call: Any, language: str) -> list[Choice]:
    """Every form of every fact that the call has, in the words of a language."""
    cases = ("", *grammar(language).CASES[1:])
    found = []
    for fact in known_facts().values():
        for form, form_label in fact.forms.items():
            told = {}
            for case in cases if form in fact.cased else ("",):
                words = fact.tell(call, tuple(filter(None, (form, case))), language)
                if words and words.text:
                    told[case] = words.text
            if told:
                label = ": ".join(filter(None, (str(fact.label), str(form_label))))
                found.append(
                    Choice(name=fact.name, form=form, label=capfirst(label), told=told)
                )
    return found
