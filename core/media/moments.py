"""Words that belong to a moment of a recording."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Moment:
    """A chapter or a line of a transcript; `start` in seconds."""

    start: float
    text: str

    @property
    def at(self) -> str:
        """The start as attributes and media fragments write it, in any language."""
        return f"{self.start:.3f}".rstrip("0").rstrip(".")
