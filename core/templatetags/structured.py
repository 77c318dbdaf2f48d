"""The data block that describes a page to machines."""

from django import template

from core.structured import structured_data as described

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context) -> str:
    """`{% structured_data %}`: what stands in the JSON-LD block, safe inside it."""
    return described(context.flatten())
