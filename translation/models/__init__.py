from translation.models.board import BoardEntry, Digest, Reading
from translation.models.disagreements import Disagreement
from translation.models.glossary import GlossaryEntry, GlossaryTerm
from translation.models.history import SourceChange, Wording
from translation.models.review import Remark

__all__ = [
    "BoardEntry",
    "Digest",
    "Disagreement",
    "GlossaryEntry",
    "GlossaryTerm",
    "Reading",
    "Remark",
    "SourceChange",
    "Wording",
]
