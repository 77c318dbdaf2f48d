"""Prepared pictures in templates."""

from django import template

from core.pictures import picture_html

register = template.Library()


@register.simple_tag
def picture(image, alt="", sizes="100vw", eager=False, priority=False) -> str:
    """`{% picture image alt=… sizes=… %}`; nothing where there is no image."""
    if image is None:
        return ""
    return picture_html(image, alt, sizes, eager=eager, priority=priority)
