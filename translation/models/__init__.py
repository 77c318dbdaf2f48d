from translation.models.board import BoardEntry, Digest, Reading
from translation.models.disagreements import Disagreement
from translation.models.exchange import Delivery
from translation.models.glossary import GlossaryEntry, GlossaryTerm
from translation.models.history import SourceChange, Wording
from translation.models.review import Remark
from translation.models.review_task import TranslationReviewTask

__all__ = [
    "BoardEntry",
    "Delivery",
    "Digest",
    "Disagreement",
    "GlossaryEntry",
    "GlossaryTerm",
    "Reading",
    "Remark",
    "SourceChange",
    "TranslationReviewTask",
    "Wording",
]
