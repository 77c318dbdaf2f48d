"""Remarks of reviewers, for letters."""

from django import template
from django.db.models import Model
from wagtail_localize.models import String
from wagtail_localize.strings import StringValue

from translation.families import is_translation
from translation.reviews import remarks

register = template.Library()


@register.inclusion_tag("translation/reviews/letter.txt")
def open_remarks(target: Model):
    """What is asked for beside the strings of a translation; nothing otherwise."""
    if not is_translation(target):
        return {"remarks": []}
    asked = remarks.open_remarks(target).select_related("author")
    asked = list(asked.prefetch_related("answers__author"))
    hashes = {remark.source_hash for remark in asked}
    strings = String.objects.filter(data_hash__in=hashes)
    texts = dict(strings.values_list("data_hash", "data"))
    for remark in asked:
        data = texts.get(remark.source_hash, "")
        remark.string = StringValue(data).render_text()
    return {"remarks": asked}
