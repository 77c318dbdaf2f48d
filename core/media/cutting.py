"""Reads one large picture in a process of its own, which may die without harm.

`python -m core.media.cutting TASK SOURCE TARGET MEMORY SECONDS` writes what TASK
makes of the file SOURCE to TARGET, and prints what it did as JSON. It ends with 2 if
the picture is damaged and with 3 if it would need more than MEMORY bytes; after
SECONDS the kernel ends it. Nothing of the site is imported here.
"""

import json
import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

TILE_SIDE = 512
MASTER_SIDE = 4000
PREVIEW_SIDE = 2000
READ_KINDS = ("Jpeg", "Png", "Tiff", "Webp")
ORIENTATION = 0x0112
DAMAGED, OUT_OF_MEMORY = 2, 3
SIGNS_OF_DENIED_MEMORY = (
    "out of memory",
    "nsufficient memory",
    "allocat",
    "failed to map",
    "creating thread",
)


def tiles(source: str, target: str) -> dict:
    """Cut the picture into the folder, as IIIF Image API 3 names the parts, level 0."""
    preview = _plain(_reduced(source, PREVIEW_SIDE))
    picture = _plain(_upright(source, f"{target}.turned"))
    picture.dzsave(
        target,
        layout="iiif3",
        tile_size=TILE_SIDE,
        suffix=".jpg[Q=80,optimize_coding,keep=none]",
    )
    # What level 0 owes to other viewers: the whole in the largest size handed out.
    for size in ("max", f"{preview.width},{preview.height}"):
        folder = Path(target) / "full" / size / "0"
        folder.mkdir(parents=True, exist_ok=True)
        _save_jpeg(preview, folder / "default.jpg", 80)
    return {
        "size": [picture.width, picture.height],
        "preview": [preview.width, preview.height],
    }


def master(source: str, target: str) -> dict:
    """Write the picture reduced, as PNG if one sees through it, else as JPEG."""
    picture = _reduced(source, MASTER_SIDE)
    if picture.hasalpha() and picture[picture.bands - 1].min() < 255:
        path = Path(f"{target}.png")
        picture.pngsave(str(path), keep="none")
    else:
        path = Path(f"{target}.jpg")
        _save_jpeg(_plain(picture), path, 90)
    return {"name": path.name}


def _without_avif(source: str, scratch: str) -> str:
    """The file, or a TIFF of it: an AVIF takes libvips twice the memory of Pillow."""
    with Path(source).open("rb") as file:
        if file.read(12)[4:8] != b"ftyp":
            return source
    from PIL.AvifImagePlugin import AvifImageFile

    with AvifImageFile(source) as picture:
        orientation = picture.getexif().get(ORIENTATION, 1)
        picture.save(scratch, "TIFF", tiffinfo={ORIENTATION: orientation}, exif=b"")
    return scratch


def _upright(source: str, scratch: str):
    """The whole picture, to be read row by row; `scratch` is where it may be turned."""
    from pyvips import Image

    picture = Image.new_from_file(source, access="sequential", fail_on="error")
    if picture.get_typeof("orientation") and picture.get("orientation") != 1:
        # Turning needs all rows at once: in tiles on the disk they cost no memory.
        picture.tiffsave(
            scratch,
            tile=True,
            tile_width=TILE_SIDE,
            tile_height=TILE_SIDE,
            bigtiff=True,
        )
        return Image.new_from_file(scratch).autorot()
    return picture


def _reduced(source: str, side: int):
    """The picture upright, in sRGB, no side longer than that, wholly in memory."""
    from pyvips import Image

    picture = Image.thumbnail(
        source, side, height=side, size="down", output_profile="srgb", fail_on="error"
    )
    return picture.colourspace("srgb").copy_memory()


def _plain(picture):
    """The picture in sRGB with eight bits a sample, on white where one sees through."""
    from pyvips import Error

    cmyk = picture.interpretation == "cmyk"
    if cmyk or picture.get_typeof("icc-profile-data"):
        fallback = "cmyk" if cmyk else "srgb"
        # A broken or mismatched profile is ignored, as browsers do.
        with suppress(Error):
            picture = picture.icc_transform(
                "srgb", embedded=True, input_profile=fallback
            )
    picture = picture.colourspace("srgb")
    if picture.hasalpha():
        picture = picture.flatten(background=255)
    return picture.cast("uchar")


def _save_jpeg(picture, path: Path, quality: int) -> None:
    picture.jpegsave(str(path), Q=quality, optimize_coding=True, keep="none")


def _restrain(memory: int, seconds: int) -> None:
    """Let the kernel end this process when it takes too much of either."""
    signal.alarm(seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _prepare_library() -> None:
    """Open only the kinds of files that editors may upload, and keep little in mind."""
    import pyvips

    pyvips.operation_block_set("VipsForeignLoad", True)
    for kind in READ_KINDS:
        pyvips.operation_block_set(f"VipsForeignLoad{kind}", False)
    pyvips.cache_set_max(0)


def main(task: str, source: str, target: str, memory: str, seconds: str) -> None:
    _restrain(int(memory), int(seconds))
    os.environ["VIPS_CONCURRENCY"] = "2"
    _prepare_library()
    try:
        source = _without_avif(source, f"{target}.plain")
        done = {"tiles": tiles, "master": master}[task](source, target)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    except Exception as error:
        sys.stderr.write(str(error))
        is_denied = any(words in str(error) for words in SIGNS_OF_DENIED_MEMORY)
        sys.exit(OUT_OF_MEMORY if is_denied else DAMAGED)
    sys.stdout.write(json.dumps({**done, "peak_kib": _peak_kib()}))


def _peak_kib() -> int | None:
    """The most memory held at once; what `getrusage` says begins with the starter's."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(each.split()[1]) for each in lines if "VmHWM" in each), None)


if __name__ == "__main__":
    main(*sys.argv[1:])
