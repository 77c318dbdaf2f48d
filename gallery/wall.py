"""How wide works hang on a wall, for choosing the files of their pictures.

The figures are those of `components/wall.css` and `proportions.css`: a browser chooses
a file before it has laid out the page, so they have to be told twice.
"""

from gallery.choices import WallSize

# A narrow wall is that much of the window; a wide row grows by less than this.
NARROW_WALL, GROWTH = 0.92, 1.6
# Hundredths of the wall's width.
HEIGHT, NARROW_SMALL, NARROWEST, WIDEST = 17.5, 54, 46, 86
SCALES = {WallSize.SMALL: 0.72, WallSize.LARGE: 1.5}


def wall_sizes(ratio: float, size: str = WallSize.DEFAULT) -> str:
    """The `sizes` of a picture of this width over height on a wall."""
    share = ratio**0.72
    narrow = min(max((25 + 75 * share) * 0.64, NARROWEST), WIDEST)
    narrow = {WallSize.SMALL: NARROW_SMALL, WallSize.LARGE: 100}.get(size, narrow)
    wide = min(HEIGHT * share * SCALES.get(size, 1) * GROWTH, 96)
    return f"(max-width: 40rem) {round(narrow * NARROW_WALL)}vw, {round(wide)}vw"
