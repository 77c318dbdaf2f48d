"""Large uploads: kept as they came, shown by a reduced master, never decoded here."""

from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.choices import CuttingFailure
from core.media import headers, isolation, large
from core.media.preparing import prepare
from core.models import ArtImage
from core.pictures import picture_html
from core.tasks import prepare_image
from tests.core.media import making
from tests.factories import ArtImageFactory, ArtworkPageFactory, UserFactory

pytestmark = pytest.mark.django_db

AJAX = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def administrator(client, site, media_root):
    client.force_login(UserFactory(is_superuser=True))
    return client


def upload(content: bytes | None = None, name="strip.jpg"):
    return SimpleUploadedFile(name, content or making.large())


def add(client, **data):
    data = {"title": "Прилив", "file": upload(), **data}
    return client.post(reverse("wagtailimages:add"), data)


def add_among_several(client):
    return client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "strip.jpg", "files[]": upload()},
        headers=AJAX,
    )


def add_in_a_chooser(client):
    data = {"title": "Прилив", "file": upload()}
    return client.post(
        reverse("wagtailimages_chooser:create"),
        {f"image-chooser-upload-{name}": value for name, value in data.items()},
    )


def edit(client, image, **data):
    url = reverse("wagtailimages:edit", args=[image.pk])
    return client.post(url, {"title": image.title, **data})


def files_in(folder: Path) -> set[str]:
    return {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}


def in_the_library(client) -> ArtImage:
    """A large image, as it is when its upload was answered."""
    add(client)
    return ArtImage.objects.get()


def prepared(client) -> ArtImage:
    """A large image after the jobs that make its master and its renditions."""
    image = in_the_library(client)
    prepare_image.enqueue(image.pk)
    prepare_image.enqueue(image.pk)
    return ArtImage.objects.get()


# Uploading


@pytest.mark.parametrize("way", [add, add_among_several, add_in_a_chooser])
def test_every_way_of_uploading_keeps_the_original_and_shows_a_ground(
    administrator, way
):
    with patch.object(isolation, "read_apart") as reading:
        response = way(administrator)

    image = ArtImage.objects.get()
    assert response.status_code in {200, 302}
    assert not reading.called
    with default_storage.open(image.original.name) as original:
        assert original.read() == making.large()
    assert image.full_size == (5000, 60)
    assert (image.width, image.height) == (4000, 48)
    assert image.file_size < 5_000
    assert image.awaits_master


def test_the_same_upload_is_noticed_and_another_of_its_size_is_not(administrator):
    for colour in ("L", "RGB", "RGB"):
        strip = making.saved(making.picture((4100, 40), mode=colour), "JPEG")
        add(administrator, file=upload(strip.getvalue()))

    grey, first, second = ArtImage.objects.order_by("pk")
    assert first.file_hash == second.file_hash != grey.file_hash


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (making.by_libvips(tile=True), "scan.tif"),
        (making.by_libvips(), "scan.TIFF"),
        (making.large(progressive=True), "strip.jpeg"),
        (making.large(form="PNG"), "strip.png"),
        (making.large(form="WEBP"), "strip.webp"),
        (making.large(form="AVIF"), "strip.avif"),
    ],
)
def test_accepted_forms(administrator, content, name):
    add(administrator, file=upload(content, name))

    image = ArtImage.objects.get()
    assert Path(image.original.name).suffix == Path(name).suffix.lower()
    assert image.file.name.endswith(".png")


def test_a_small_picture_has_no_original(administrator):
    small = making.saved(making.picture(), "JPEG").getvalue()

    add(administrator, file=upload(small))

    image = ArtImage.objects.get()
    assert (image.original.name, image.full_size) == ("", (64, 48))
    assert not image.awaits_master


def refused(response) -> str:
    """The sentence beside the file, where nothing that was typed is lost."""
    form = response.context["form"]
    assert form["title"].value() == "Прилив"
    assert form["description_ru"].value() == "Ленты."
    assert not ArtImage.objects.exists()
    return " ".join(form.errors["file"])


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (making.large(progressive=True), "strip.jpg", "TIFF"),
        (making.large(), "strip.png", "png"),
        (making.large()[:30], "strip.jpg", "JPEG"),
    ],
    ids=["too large to be read at once", "another kind than its name", "cut header"],
)
def test_what_is_refused_keeps_what_was_typed(
    administrator, monkeypatch, content, name, words
):
    monkeypatch.setattr(large, "WHOLE_PIXEL_LIMIT", 100_000)
    monkeypatch.setattr(headers, "_has_frames", lambda *_: False)

    response = add(administrator, file=upload(content, name), description_ru="Ленты.")

    assert refused(response)


def test_a_file_of_too_many_bytes_is_not_even_looked_at(administrator, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000

    with patch("core.forms.stand_in") as looking:
        response = add(administrator, description_ru="Ленты.")

    assert refused(response)
    assert not looking.called


def test_among_several_a_large_file_waits_for_nothing(administrator):
    response = administrator.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "x" * 300, "files[]": upload()},
        headers=AJAX,
    )

    assert response.json()["success"] is False
    assert not ArtImage.objects.exists()


# Until the master is there


def test_a_page_shows_a_ground_of_the_right_shape_and_never_the_original(
    administrator,
):
    image = in_the_library(administrator)
    work = ArtworkPageFactory(pieces=[{"image": image}])

    html = administrator.get(work.url).content.decode()

    assert picture_html(image, "", "").startswith("<svg")
    assert 'viewBox="0 0 4000 48"' in html
    assert "5000 × 60" in html
    assert image.original.name not in html
    assert image.file.name not in html


def test_the_admin_decodes_the_ground_and_says_what_is_going_on(administrator):
    image = in_the_library(administrator)

    edited = administrator.get(reverse("wagtailimages:edit", args=[image.pk]))
    listed = administrator.get(reverse("wagtailimages:index"))

    assert (edited.status_code, listed.status_code) == (200, 200)
    assert image.original.name not in edited.content.decode()
    assert "help-info" in edited.content.decode()


# The master


def test_the_job_puts_the_master_in_the_place_of_the_ground(
    administrator, media_root, django_capture_on_commit_callbacks
):
    image = in_the_library(administrator)
    ground, digest = image.file.name, image.file_hash

    with django_capture_on_commit_callbacks(execute=True):
        prepare_image.enqueue(image.pk)

    image = ArtImage.objects.get()
    assert (image.width, image.height) == (4000, 48)
    assert image.full_size == (5000, 60)
    assert image.file.name.startswith("masters/")
    assert image.file_hash == digest
    assert not image.awaits_master
    assert image.is_prepared
    assert image.sources["jpeg"][-1][:2] == [2000, 24]
    assert not (media_root / ground).exists()
    assert (media_root / image.original.name).exists()


def test_a_focal_point_set_before_still_fits(administrator):
    image = in_the_library(administrator)
    edit(administrator, image, focal_point_x=3000, focal_point_y=24)

    prepare_image.enqueue(image.pk)

    image = ArtImage.objects.get()
    assert (image.focal_point_x, image.width) == (3000, 4000)


def test_a_damaged_original_leaves_its_ground_and_is_not_tried_again(
    administrator, site
):
    add(administrator, file=upload(making.large((5000, 400))[:4000]))
    image = ArtImage.objects.get()

    prepare_image.enqueue(image.pk)
    with patch.object(isolation, "read_apart") as reading:
        prepare_image.enqueue(image.pk)

    image = ArtImage.objects.get()
    assert image.failure == CuttingFailure.DAMAGED
    assert image.awaits_master
    assert not reading.called
    assert picture_html(image, "", "").startswith("<svg")
    edited = administrator.get(reverse("wagtailimages:edit", args=[image.pk]))
    assert 'name="try_again"' in edited.content.decode()


def test_trying_again_saves_what_was_typed(
    administrator, monkeypatch, django_capture_on_commit_callbacks
):
    image = in_the_library(administrator)
    with monkeypatch.context() as patched:
        patched.setattr(isolation, "TIME_LIMIT_S", 0)
        patched.setattr(isolation, "GRACE_S", 0.01)
        prepare_image.enqueue(image.pk)
    assert ArtImage.objects.get().failure == CuttingFailure.TIME

    with django_capture_on_commit_callbacks(execute=True):
        edit(administrator, image, title="Отлив", try_again="yes")

    image = ArtImage.objects.get()
    assert (image.title, image.failure) == ("Отлив", "")
    assert image.is_prepared
    assert image.zoom.is_ready


@pytest.mark.parametrize("meanwhile", ["replaced", "deleted"])
def test_a_master_of_what_is_gone_is_dropped(administrator, media_root, meanwhile):
    image = in_the_library(administrator)
    reading = isolation.read_apart

    def read(*arguments):
        if meanwhile == "deleted":
            ArtImage.objects.get().delete()
        else:
            edit(administrator, image, file=upload(making.large((4200, 50))))
        return reading(*arguments)

    with patch("core.media.masters.read_apart", side_effect=read):
        prepare_image.enqueue(image.pk)

    assert not ArtImage.objects.filter(awaits_master=False).exists()


# Replacing and deleting


@pytest.mark.parametrize("later", ["large", "small"])
def test_a_replaced_image_keeps_nothing_of_the_earlier_one(
    administrator, media_root, django_capture_on_commit_callbacks, later
):
    other = ArtImageFactory()
    prepare(other)
    with django_capture_on_commit_callbacks(execute=True):
        add(administrator)
    image = ArtImage.objects.exclude(pk=other.pk).get()
    earlier = files_in(media_root)
    small = making.saved(making.picture(), "JPEG").getvalue()
    content = {"large": making.large((4200, 50)), "small": small}[later]

    with django_capture_on_commit_callbacks(execute=True):
        edit(administrator, image, file=upload(content))

    image = ArtImage.objects.get(pk=image.pk)
    left = earlier & files_in(media_root)
    assert left == {other.file.name, *other.renditions.values_list("file", flat=True)}
    assert image.is_prepared
    assert (image.zoom is not None) is (later == "large")
    assert bool(image.original) is (later == "large")


def test_a_deleted_image_takes_original_master_and_tiles_along(
    administrator, media_root, django_capture_on_commit_callbacks
):
    other = ArtImageFactory()
    alone = files_in(media_root)
    with django_capture_on_commit_callbacks(execute=True):
        add(administrator)
    assert any(name.startswith("tiles/") for name in files_in(media_root))

    with django_capture_on_commit_callbacks(execute=True):
        ArtImage.objects.exclude(pk=other.pk).get().delete()

    assert files_in(media_root) == alone
    assert not any((media_root / "tiles").iterdir())
