"""Works in the words of schema.org."""

import json

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from gallery.choices import ArtistKind, Extent, Licence, Role
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    CreditFactory,
    GalleryPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
    VideoFactory,
)

pytestmark = pytest.mark.django_db


def joined(client, page) -> dict[str, dict]:
    """All nodes by their `@id`, each with everything that is said of it anywhere."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    graph = json.loads(soup.find("script", type="application/ld+json").string)["@graph"]
    nodes: dict[str, dict] = {}
    found = [node for node in every_node(graph) if "@id" in node]
    for node in sorted(found, key=lambda node: "@type" not in node):
        known = nodes.setdefault(node["@id"], {})
        for name, value in node.items():
            if isinstance(value, list) and isinstance(known.get(name), list):
                known[name] = known[name] + value
            else:
                known[name] = value
    return nodes


def every_node(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from every_node(each)


def address(page, mark="") -> str:
    return f"{settings.PUBLIC_URL}{page.url}{mark}"


def described(client, work) -> dict:
    return joined(client, work)[address(work, "#work")]


def test_a_work_says_what_it_is(client, site):
    work = ArtworkPageFactory(
        title="Прилив",
        year=2019,
        search_description="Синие ленты.",
        code="tide.py",
        code_url="https://example.org/tide",
    )
    technique = TechniquePageFactory(title="Диффузия")
    ArtworkTechniqueFactory(page=work, technique=technique)

    node = described(client, work)

    assert node["@type"] == "VisualArtwork"
    assert node["name"] == "Прилив"
    assert node["description"] == "Синие ленты."
    assert node["dateCreated"] == "2019"
    assert node["artMedium"] == ["Диффузия"]
    assert node["isPartOf"]["@id"] == address(work.get_parent())
    assert node["isBasedOn"]["codeRepository"] == "https://example.org/tide"


@pytest.mark.parametrize(
    ("extent", "source"),
    [
        (Extent.FULL, "trainedAlgorithmicMedia"),
        (Extent.PARTIAL, "compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_a_work_and_its_media_say_what_a_machine_made(client, site, extent, source):
    image = ArtImageFactory(prepared=True)
    work = ArtworkPageFactory(extent=extent, pieces=[{"image": image}])

    nodes = joined(client, work)

    expected = f"http://cv.iptc.org/newscodes/digitalsourcetype/{source}"
    for mark in ("#work", "#media-1"):
        assert nodes[address(work, mark)]["digitalSourceType"] == expected


def test_roles_tell_creators_from_contributors(client, site):
    work = ArtworkPageFactory()
    vera = ArtistPageFactory(title="Вера Кац")
    group = ArtistPageFactory(title="Группа «Слои»", kind=ArtistKind.GROUP)
    CreditFactory(page=work, artist=vera, role=Role.ARTIST, sort_order=0)
    CreditFactory(page=work, artist=group, role=Role.DATA_SCIENTIST, sort_order=1)

    nodes = joined(client, work)

    node = nodes[address(work, "#work")]
    made, helped = node["creator"][0], node["contributor"][0]
    assert (made["@type"], made["name"]) == ("Person", "Вера Кац")
    assert (helped["@type"], helped["name"]) == ("Organization", "Группа «Слои»")
    assert made["@id"] == address(vera, "#artist")
    first, second = (nodes[address(work, f"#credit-{n}")] for n in (1, 2))
    assert (first["@type"], first["roleName"]) == ("Role", str(Role.ARTIST.label))
    assert first["creator"] == {"@id": made["@id"]}
    assert second["roleName"] == str(Role.DATA_SCIENTIST.label)
    assert second["contributor"] == {"@id": helped["@id"]}


def test_without_an_artist_everybody_is_a_creator(client, site):
    work = ArtworkPageFactory()
    CreditFactory(page=work, role=Role.DEVELOPER)

    node = described(client, work)

    assert len(node["creator"]) == 2
    assert "contributor" not in node


def test_somebody_without_a_page_is_named_all_the_same(client, site):
    work = ArtworkPageFactory()
    credit = CreditFactory(page=work)
    credit.artist.unpublish()

    [creator, _role] = described(client, work)["creator"]

    assert creator["name"] == credit.artist.title
    assert creator["@id"].startswith(address(work, "#artist-"))
    assert " " not in creator["@id"]
    assert "url" not in creator


def test_images_can_be_found_with_their_rights(client, site):
    image = ArtImageFactory(prepared=True)
    work = ArtworkPageFactory(
        licence=Licence.CC_BY,
        attribution="Вера Кац, 2020",
        pieces=[{"image": image, "alt_text": "Волна."}],
    )

    nodes = joined(client, work)

    [width, height, name] = image.sources["jpeg"][-1]
    picture = nodes[address(work, "#media-1")]
    assert nodes[address(work, "#work")]["image"] == [{"@id": picture["@id"]}]
    assert picture["@type"] == "ImageObject"
    assert picture["contentUrl"] == f"{settings.PUBLIC_URL}/media/{name}"
    assert (picture["width"]["value"], picture["height"]["value"]) == (width, height)
    assert picture["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert picture["creditText"] == "Вера Кац, 2020"
    assert picture["acquireLicensePage"] == address(work)
    assert picture["description"] == "Волна."


def test_all_rights_reserved_is_said_on_the_page_of_the_work(client, site):
    work = ArtworkPageFactory(licence=Licence.ALL_RIGHTS_RESERVED)
    CreditFactory(page=work, artist=ArtistPageFactory(title="Вера Кац"))

    node = described(client, work)

    assert node["license"] == address(work)
    assert node["copyrightNotice"].startswith("© Вера Кац, 2020.")


def test_a_video_can_be_found(client, site):
    poster = ArtImageFactory(prepared=True)
    video = VideoFactory(poster=poster, duration=75.2)
    captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nВолна"
    work = ArtworkPageFactory(pieces=[{"video": video, "captions": captions}])

    nodes = joined(client, work)

    film = nodes[address(work, "#media-1")]
    assert nodes[address(work, "#work")]["video"] == [{"@id": film["@id"]}]
    assert film["@type"] == "VideoObject"
    assert film["contentUrl"] == f"{settings.PUBLIC_URL}{video.file.url}"
    assert film["thumbnailUrl"].endswith(poster.sources["jpeg"][-1][2])
    assert film["duration"] == "PT1M15S"
    assert film["uploadDate"]
    assert film["caption"]["inLanguage"] == "ru"
    assert film["caption"]["contentUrl"].startswith(settings.PUBLIC_URL)


def test_a_sound_is_a_recording(client, site):
    audio = AudioFactory(duration=32)
    work = ArtworkPageFactory(pieces=[{"audio": audio, "description": "Гул."}])

    nodes = joined(client, work)

    recording = nodes[address(work, "#work")]
    sound = nodes[address(work, "#media-1")]
    assert recording["@type"] == "MusicRecording"
    assert recording["audio"] == [{"@id": sound["@id"]}]
    assert sound["@type"] == "AudioObject"
    assert sound["duration"] == "PT32S"
    assert sound["description"] == "Гул."


@pytest.mark.parametrize("hide", ["content note", "not ready"])
def test_what_may_not_or_cannot_be_shown_is_not_named(client, site, hide):
    image = ArtImageFactory(prepared=hide == "content note")
    video = VideoFactory(poster=ArtImageFactory())
    note = "Мерцание." if hide == "content note" else ""
    pieces = [{"image": image}, {"video": video}]
    work = ArtworkPageFactory(content_note=note, pieces=pieces)

    nodes = joined(client, work)

    assert address(work, "#media-1") not in nodes
    assert "video" not in nodes[address(work, "#work")]
    assert nodes[address(work, "#work")]["image"] == [
        f"{settings.PUBLIC_URL}/static/core/img/card.jpg"
    ]
    assert nodes[address(work, "#work")].get("conditionsOfAccess", "") == note


def test_rooms_are_parts_of_the_exhibition_and_show_works(client, site):
    gallery = GalleryPageFactory()
    room = RoomPageFactory(parent=gallery)
    work = ArtworkPageFactory(parent=room)
    music = ArtworkPageFactory(parent=room, pieces=[{"audio": AudioFactory()}])

    exhibition = joined(client, gallery)[address(gallery, "#exhibition")]
    part = joined(client, room)[address(room, "#exhibition")]

    assert exhibition["startDate"] == "2020"
    assert [each["@id"] for each in exhibition["subEvent"]] == [part["@id"]]
    assert [each["@id"] for each in part["superEvent"]] == [exhibition["@id"]]
    assert [(each["@type"], each["@id"]) for each in part["workFeatured"]] == [
        ("VisualArtwork", address(work, "#work")),
        ("MusicRecording", address(music, "#work")),
    ]


def test_artists_and_techniques_lead_to_their_works(client, site):
    work = ArtworkPageFactory()
    artist = ArtistPageFactory(website="https://example.org/", kind=ArtistKind.STUDIO)
    technique = TechniquePageFactory(source="Статья", source_url="https://arxiv.org/")
    CreditFactory(page=work, artist=artist)
    ArtworkTechniqueFactory(page=work, technique=technique)

    of_artist, of_technique = joined(client, artist), joined(client, technique)

    studio = of_artist[address(artist, "#artist")]
    term = of_technique[address(technique, "#technique")]
    assert (studio["@type"], studio["sameAs"]) == (
        "Organization",
        "https://example.org/",
    )
    assert term["subjectOf"]["url"] == "https://arxiv.org/"
    for nodes, page in ((of_artist, artist), (of_technique, technique)):
        shown = nodes[address(page)]["hasPart"]
        assert [each["@id"] for each in shown] == [address(work, "#work")]
