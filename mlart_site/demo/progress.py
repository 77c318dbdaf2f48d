"""How far the building of the demo festival has come."""

import sys

from tqdm import tqdm


class Progress:
    """A bar over the steps of the work, seen only by somebody at a terminal."""

    def __init__(self, total: int, *, shown: bool):
        self._bar = tqdm(
            total=total,
            file=sys.stderr,
            disable=None if shown else True,
            bar_format="{desc:<32} {percentage:3.0f}% |{bar}| {elapsed}",
        )

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_exception) -> None:
        self._bar.close()

    def step(self, doing: str) -> None:
        """Say that one more step is done, and what it was."""
        self._bar.set_description_str(doing, refresh=False)
        self._bar.update()
