"""Pictures on pages: what is there is shown, correctly sized, and nothing is made."""

from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile

from core.media import preparing
from core.models import ArtImage, ArtRendition
from core.pictures import LIGHT_ENOUGH, picture_html
from core.templatetags.pictures import picture
from tests.core.media import making
from tests.factories import ArtImageFactory, ArtworkPageFactory, ContentPageFactory

pytestmark = pytest.mark.django_db


def test_a_prepared_image_is_offered_in_both_formats():
    image = ArtImageFactory(prepared=True)

    html = picture_html(image, 'Синий "прилив"', "50vw")

    [avif] = image.sources["avif"]
    [jpeg] = image.sources["jpeg"]
    assert f'<source type="image/avif" srcset="/media/{avif[2]} 64w"' in html
    assert f'src="/media/{jpeg[2]}" srcset="/media/{jpeg[2]} 64w" sizes="50vw"' in html
    assert 'alt="Синий &quot;прилив&quot;" width="64" height="48"' in html
    assert 'loading="lazy" decoding="async"' in html


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"eager": True}, (False, False)),
        ({"priority": True}, (False, True)),
        ({}, (True, False)),
    ],
    ids=["eager", "priority", "lazy"],
)
def test_when_a_picture_is_fetched(options, expected):
    html = picture_html(ArtImageFactory(), "", "50vw", **options)

    assert ('loading="lazy"' in html, 'fetchpriority="high"' in html) == expected


def test_an_unprepared_image_is_shown_itself_in_its_size():
    image = ArtImageFactory()

    html = picture_html(image, "Прилив", "50vw")

    assert html.startswith(f'<img src="{image.file.url}" alt="Прилив"')
    assert 'width="64" height="48"' in html


@pytest.mark.parametrize("change", ["heavy", "strange"])
def test_a_ground_of_the_same_shape_stands_in_for_what_is_too_heavy(change):
    image = ArtImageFactory(dominant_colour="#123456")
    if change == "heavy":
        image.file_size = LIGHT_ENOUGH + 1
    else:
        image.file.name = "originals/scan.tiff"

    html = picture_html(image, "Прилив", "50vw")

    assert html.startswith('<svg role="img" aria-label="Прилив" viewBox="0 0 64 48"')
    assert 'width="64" height="48"' in html
    assert 'fill="#123456"' in html
    assert "/media/" not in html


def test_a_replaced_image_never_shows_the_sizes_of_the_earlier_one():
    image = ArtImageFactory(prepared=True)
    wide = making.saved(making.picture((80, 40)), "PNG")
    image.file = ContentFile(wide.getvalue(), "wide.png")
    image.save()

    html = picture_html(ArtImage.objects.get(pk=image.pk), "", "50vw")

    assert f'src="{image.file.url}"' in html
    assert 'width="80" height="40"' in html
    assert "srcset" not in html


def test_a_new_focal_point_leaves_the_prepared_sizes_on_display():
    image = ArtImageFactory(prepared=True)
    image.focal_point_x = image.focal_point_y = 5
    image.save()

    assert "<picture>" in picture_html(image, "", "50vw")


def test_no_image_no_markup():
    assert picture(None) == ""


def test_a_visit_never_makes_a_rendition(client, site):
    image = ArtImageFactory()
    work = ArtworkPageFactory(pieces=[{"image": image}])
    body = [("image", {"image": image, "caption": ""})]
    page = ContentPageFactory(body=body, social_image=image)
    site.home.hero_work = work
    site.home.save()

    with (
        patch.object(preparing, "encode_renditions") as encode,
        patch("wagtail.images.models.AbstractImage.create_rendition") as create,
    ):
        for shown in (work, work.get_parent(), page, site.home):
            assert image.file.url in client.get(shown.url).content.decode()

    assert not encode.called
    assert not create.called
    assert not ArtRendition.objects.exists()
