"""What the separate process makes of a picture, and how it may end."""

import json
import math
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from core.choices import CuttingFailure
from core.media import isolation
from core.media.isolation import CuttingFailed, read_apart
from tests.core.media.making import by_libvips, large, picture, saved

LYING = Image.Exif()
LYING[0x0112] = 6


@pytest.fixture
def cut(tmp_path):
    """Have something made of a file's content: `(what it says, where it lies)`."""

    def made(task: str, content: bytes) -> tuple[dict, Path]:
        source = tmp_path / "source"
        source.write_bytes(content)
        return read_apart(task, source, tmp_path / "target"), tmp_path

    return made


def asked_for(width: int, height: int, info: dict) -> set[str]:
    """The parts that viewers ask for, by the section of IIIF Image API 3 on tiles."""
    names = set()
    side = info["tiles"][0]["width"]
    for factor in info["tiles"][0]["scaleFactors"]:
        level = [math.ceil(length / factor) for length in (width, height)]
        if max(level) <= side:
            names.add(f"full/{level[0]},{level[1]}")
            continue
        step = side * factor
        for x in range(0, width, step):
            for y in range(0, height, step):
                region = f"{x},{y},{min(step, width - x)},{min(step, height - y)}"
                columns = min(side, level[0] - x // factor)
                rows = min(side, level[1] - y // factor)
                names.add(f"{region}/{columns},{rows}")
    return names


@pytest.mark.parametrize("size", [(2561, 700), (2999, 515), (3072, 512)])
def test_every_tile_that_a_viewer_asks_for_is_there(cut, size):
    made, folder = cut("tiles", large(size))

    info = json.loads((folder / "target" / "info.json").read_text())
    files = (folder / "target").rglob("default.jpg")
    names = {str(each.relative_to(folder / "target").parents[1]) for each in files}
    preview = "{},{}".format(*made["preview"])
    assert made["size"] == [info["width"], info["height"]] == list(size)
    assert names == {*asked_for(*size, info), "full/max", f"full/{preview}"}
    assert max(made["preview"]) == 2000


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize(
    "content",
    [
        large((2600, 30)),
        large((2600, 30), progressive=True),
        large((2600, 30), "PNG"),
        large((2600, 30), "PNG", icc_profile=srgb_profile()),
        large((2600, 30), "JPEG", icc_profile=b"no profile"),
        large((2600, 30), "TIFF"),
        large((2600, 30), "WEBP"),
        large((2600, 30), "AVIF"),
        large((30, 2600), "JPEG", exif=LYING),
        large((30, 2600), "AVIF", exif=LYING),
        saved(picture((2600, 30), mode="CMYK"), "JPEG").getvalue(),
        saved(picture((2600, 30), mode="L"), "PNG").getvalue(),
        saved(picture((2600, 30), mode="RGBA"), "PNG").getvalue(),
        by_libvips((2600, 30), ".png", interlace=True),
        by_libvips((2600, 30), tile=True, tile_width=128, tile_height=128),
    ],
)
def test_whatever_is_accepted_becomes_upright_tiles_in_srgb(cut, content):
    made, folder = cut("tiles", content)

    assert made["size"] == [2600, 30]
    with Image.open(folder / "target/0,0,512,30/512,30/0/default.jpg") as tile:
        assert (tile.mode, tile.size) == ("RGB", (512, 30))
        assert "icc_profile" not in tile.info


@pytest.mark.parametrize(
    ("mode", "form", "suffix"),
    [("RGB", "JPEG", ".jpg"), ("RGBA", "PNG", ".png"), ("CMYK", "TIFF", ".jpg")],
)
def test_a_master_is_reduced_and_keeps_what_one_sees_through(cut, mode, form, suffix):
    strip = saved(picture((5000, 50), mode=mode), form).getvalue()

    made, folder = cut("master", strip)

    assert Path(made["name"]).suffix == suffix
    with Image.open(folder / made["name"]) as master:
        assert master.size == (4000, 40)
        assert master.mode == {".jpg": "RGB", ".png": "RGBA"}[suffix]


def test_nothing_opaque_is_kept_as_png(cut):
    opaque = picture((5000, 50)).convert("RGBA")

    made, _folder = cut("master", saved(opaque, "PNG").getvalue())

    assert Path(made["name"]).suffix == ".jpg"


def failure_of(cut, content: bytes) -> CuttingFailure:
    with pytest.raises(CuttingFailed) as failed:
        cut("tiles", content)
    return failed.value.failure


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_cut_file_ends_as_damaged(cut, form):
    content = large((2600, 300), form)

    assert failure_of(cut, content[: len(content) // 2]) == CuttingFailure.DAMAGED


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", b"%PDF-1.4"],
)
def test_only_what_editors_may_upload_is_opened(cut, content):
    assert failure_of(cut, content) == CuttingFailure.DAMAGED


def test_more_memory_than_allowed_is_denied(cut, monkeypatch):
    monkeypatch.setattr(isolation, "MEMORY_LIMIT", 160 * 1024**2)
    interlaced = by_libvips((6000, 6000), ".png", interlace=True)

    assert failure_of(cut, interlaced) == CuttingFailure.MEMORY


def test_it_ends_when_its_time_is_over(cut, monkeypatch):
    monkeypatch.setattr(isolation, "TIME_LIMIT_S", 1)
    slow = by_libvips((20_000, 20_000), ".png", compression=1)

    assert failure_of(cut, slow) == CuttingFailure.TIME


def test_a_process_that_hears_no_alarm_is_ended_as_well(cut, monkeypatch):
    monkeypatch.setattr(isolation, "TIME_LIMIT_S", 0)
    monkeypatch.setattr(isolation, "GRACE_S", 0.01)

    assert failure_of(cut, large()) == CuttingFailure.TIME


@pytest.mark.parametrize(
    ("status", "failure"),
    [(-9, CuttingFailure.MEMORY), (-6, CuttingFailure.MEMORY), (1, "unknown")],
    ids=["killed", "aborted", "a mistake of ours"],
)
def test_how_other_ends_are_told(status, failure):
    assert isolation._meaning(status) == failure


def test_little_is_needed_for_a_baseline_jpeg(cut):
    made, _folder = cut("tiles", large((6000, 2000)))

    assert made["peak_kib"] < 200 * 1024
