"""The blocks of the open call's page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from opencall.choices import PhaseDate


class WayAction(blocks.ChoiceBlock):
    """What the button of a way to take part does; its address is a fact."""

    choices = [
        ("email", _("write to the contact address")),
        ("profile_form", _("open the form of participant profiles")),
    ]

    class Meta:
        label = _("what the button does")


class WayBlock(blocks.StructBlock):
    """One way to take part: who it is for, what to send, where."""

    who = blocks.CharBlock(label=_("for whom"), max_length=120)
    title = blocks.CharBlock(label=_("title"), max_length=80)
    items_to_send = blocks.ListBlock(
        blocks.CharBlock(label=_("item"), max_length=200), label=_("what to send")
    )
    button = blocks.CharBlock(label=_("words on the button"), max_length=60)
    action = WayAction()

    class Meta:
        icon = "mail"
        label = _("way to take part")
        description = _("What to send and where; the address comes from the facts.")
        template = "opencall/blocks/way.html"
        preview_value = {
            "who": "Художникам и музыкантам",
            "title": "Письмо и портфолио",
            "items_to_send": ["Мотивационное письмо: идея, опыт, чего не хватает"],
            "button": "Написать письмо",
            "action": "email",
        }


class PhaseBlock(blocks.StructBlock):
    """A phase of the call; its date is read from the facts."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    until = blocks.ChoiceBlock(
        label=_("ends with"), choices=PhaseDate.choices, default=PhaseDate.DEADLINE
    )
    note = blocks.CharBlock(
        label=_("note beside the date"), required=False, max_length=120
    )
    text = blocks.TextBlock(label=_("text"))

    class Meta:
        icon = "calendar"
        label = _("phase")
        description = _("A phase of the call; its date is read from the facts.")
        template = "opencall/blocks/phase.html"
        preview_value = {
            "title": "Отбор",
            "until": "deadline",
            "note": "",
            "text": "Смотрим готовые проекты по мере поступления.",
        }


class AcceptedBlock(blocks.StructBlock):
    """A medium and what is asked of it."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = blocks.TextBlock(label=_("text"))

    class Meta:
        icon = "check"
        label = _("what is accepted")
        description = _("A medium and what is asked of it.")
        template = "opencall/blocks/accepted.html"
        preview_value = {"title": "Музыка", "text": "WAV, FLAC, MP3."}


class CriterionBlock(blocks.StructBlock):
    """What the jury looks at."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.TextBlock(label=_("text"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("criterion")
        description = _("What the jury looks at.")
        template = "opencall/blocks/criterion.html"
        preview_value = {"title": "Замысел", "text": "О чём работа и зачем она."}
