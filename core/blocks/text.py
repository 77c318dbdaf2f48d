"""Blocks that are read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

PROSE = ["bold", "italic", "link", "h3", "ul", "ol"]


class ProseBlock(blocks.RichTextBlock):
    """Running text with links and lists."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": PROSE, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("text")
        description = _("Paragraphs, lists and links.")
        template = "core/blocks/prose.html"
        preview_value = (
            "<p>Каждая этикетка называет и художника, и того, кто обучал модель.</p>"
        )


class HeadingBlock(blocks.CharBlock):
    """The title of a section."""

    class Meta:
        icon = "title"
        label = _("heading")
        description = _("Opens a section of the page.")
        template = "core/blocks/heading.html"
        preview_value = "Как устроена выставка"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with their name."""

    text = blocks.TextBlock(label=_("quotation"))
    source = blocks.CharBlock(label=_("who said it"), required=False, max_length=150)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        description = _("Somebody's words, set large.")
        template = "core/blocks/quote.html"
        preview_value = {
            "text": "Не создавать форму, а находить её.",
            "source": "Из текста к залу «Латентные пространства»",
        }


class QuestionBlock(blocks.StructBlock):
    """A question and its answer."""

    question = blocks.CharBlock(label=_("question"), max_length=200)
    answer = blocks.RichTextBlock(
        label=_("answer"), features=["bold", "italic", "link", "ul"]
    )

    class Meta:
        icon = "help"
        label = _("question")
        description = _("A question that opens to its answer.")
        template = "core/blocks/question.html"
        preview_value = {
            "question": "Нужна ли готовая работа?",
            "answer": "<p>Нет. Можно прийти с идеей.</p>",
        }


class FaqBlock(blocks.StructBlock):
    """Questions that unfold."""

    questions = blocks.ListBlock(QuestionBlock(), label=_("questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("questions and answers")
        description = _("Questions that open to their answers.")
        template = "core/blocks/faq.html"
        preview_value = {
            "questions": [
                {
                    "question": "Нужна ли готовая работа?",
                    "answer": "<p>Нет. Можно прийти с идеей.</p>",
                }
            ]
        }


class TimelineEventBlock(blocks.StructBlock):
    """Something that happened, and when."""

    when = blocks.CharBlock(label=_("when"), max_length=60)
    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.TextBlock(label=_("text"), required=False)

    class Meta:
        icon = "calendar"
        label = _("event")


class TimelineBlock(blocks.StructBlock):
    """Events in their order."""

    events = blocks.ListBlock(TimelineEventBlock(), label=_("events"), min_num=1)

    class Meta:
        icon = "history"
        label = _("timeline")
        description = _("Events one after another, each with its date.")
        template = "core/blocks/timeline.html"
        preview_value = {
            "events": [
                {"when": "2020", "title": "Первый опен-колл", "text": ""},
                {"when": "2026", "title": "Демонстрационная выставка", "text": ""},
            ]
        }


class PersonBlock(blocks.StructBlock):
    """Somebody and what they do here."""

    name = blocks.CharBlock(label=pgettext_lazy("of a person", "name"), max_length=120)
    role = blocks.CharBlock(label=_("role"), required=False, max_length=150)
    text = blocks.TextBlock(label=_("about"), required=False)

    class Meta:
        icon = "user"
        label = _("person")


class PeopleBlock(blocks.StructBlock):
    """People of the gallery."""

    people = blocks.ListBlock(PersonBlock(), label=_("people"), min_num=1)

    class Meta:
        icon = "group"
        label = _("people")
        description = _("Names with roles: a team, a jury, mentors.")
        template = "core/blocks/people.html"
        preview_value = {
            "people": [{"name": "Студия MLArt", "role": "работы выставки", "text": ""}]
        }
