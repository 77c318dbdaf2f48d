from wagtail.models import Locale

from translation.choices import EntryKind, TermStatus
from translation.models import GlossaryEntry, GlossaryTerm

SIGNS = {"": TermStatus.PREFERRED, "+": TermStatus.ADMITTED, "-": TermStatus.FORBIDDEN}


def glossary_entry(kind=EntryKind.TERM, note="", **words) -> GlossaryEntry:
    """An entry with its words: `glossary_entry(ru="конкурс", en="contest|-race")`.

    A word with + before it is allowed, one with - is forbidden.
    """
    entry = GlossaryEntry(kind=kind, note=note)
    order = 0
    for language, told in words.items():
        locale, _created = Locale.objects.get_or_create(language_code=language)
        for word in told.split("|"):
            sign = word[:1] if word[:1] in {"+", "-"} else ""
            term = GlossaryTerm(
                locale=locale,
                text=word.removeprefix(sign),
                status=SIGNS[sign],
                sort_order=order,
            )
            entry.terms.add(term)
            order += 1
    entry.save()
    return entry
