"""How a visitor can look closely at a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Zoom:
    """The tiles of a large picture: its full size, and the address of its parts.

    There is no address while the tiles are being made.
    """

    width: int
    height: int
    service: str = ""

    @property
    def is_ready(self) -> bool:
        return bool(self.service)

    @property
    def info_url(self) -> str:
        """The description that viewers of IIIF Image API 3 begin with."""
        return f"{self.service}/info.json" if self.service else ""
