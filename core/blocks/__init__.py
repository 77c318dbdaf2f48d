"""The blocks that pages are built of, and their named sets."""

from core.blocks.links import (
    CallToActionBlock,
    DeadlineBlock,
    PartnerBlock,
    PartnersBlock,
    SocialLinkBlock,
)
from core.blocks.media import CaptionedImageBlock
from core.blocks.text import (
    FaqBlock,
    HeadingBlock,
    PeopleBlock,
    ProseBlock,
    QuestionBlock,
    QuoteBlock,
    TimelineBlock,
)

STORY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", ProseBlock()),
    ("image", CaptionedImageBlock()),
    ("quote", QuoteBlock()),
    ("timeline", TimelineBlock()),
    ("people", PeopleBlock()),
    ("faq", FaqBlock()),
    ("call_to_action", CallToActionBlock()),
    ("deadline", DeadlineBlock()),
    ("partners", PartnersBlock()),
]

__all__ = [
    "STORY_BLOCKS",
    "CallToActionBlock",
    "CaptionedImageBlock",
    "DeadlineBlock",
    "FaqBlock",
    "HeadingBlock",
    "PartnerBlock",
    "PartnersBlock",
    "PeopleBlock",
    "ProseBlock",
    "QuestionBlock",
    "QuoteBlock",
    "SocialLinkBlock",
    "TimelineBlock",
]
