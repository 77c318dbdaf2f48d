"""What visitors read while translators write: live words in the present structure."""

import pytest

from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    ArtworkPieceFactory,
    ContentPageFactory,
    DetailFactory,
)
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.models import SourceChange, Wording
from translation.services import publishing

pytestmark = pytest.mark.django_db


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def again(page):
    return type(page).objects.get(pk=page.pk)


def edited(page, change):
    """Publish a page after a change of it, as its editors do."""
    page = again(page)
    change(page)
    page.save_revision().publish()
    return again(page)


def texts(page):
    """The blocks of the page as visitors read them: prose and headings alone."""
    return [str(block.value) for block in again(page).body]


@pytest.fixture
def page(site):
    return ContentPageFactory(
        lead="Лид.",
        body=[
            ("heading", "Заголовок"),
            ("text", paragraphs("А.", "Б.", "В.")),
            ("quote", {"text": "Цитата.", "source": "Некто"}),
        ],
    )


# Rich text


def set_text(*wanted):
    def change(page):
        page.body[1].value.source = paragraphs(*wanted)

    return change


def test_a_changed_paragraph_keeps_its_old_words_beside_a_removal(page, translated):
    target = translated(page)

    edited(page, set_text("А, и ещё.", "В."))

    assert texts(target)[1] == paragraphs("EN А.", "EN В.")


def test_an_added_paragraph_waits_for_its_words(page, translated):
    target = translated(page)

    edited(page, set_text("А.", "Новый.", "Б.", "В."))
    assert texts(target)[1] == paragraphs("EN А.", "EN Б.", "EN В.")

    enter_words(work_on(target))
    publishing.publish(work_on(target))
    assert texts(target)[1] == paragraphs("EN А.", "EN Новый.", "EN Б.", "EN В.")


def test_paragraphs_follow_their_order(page, translated):
    target = translated(page)

    edited(page, set_text("В.", "Б.", "А."))

    assert texts(target)[1] == paragraphs("EN В.", "EN Б.", "EN А.")


def test_a_list_that_is_new_leaves_no_empty_list(page, translated):
    target = translated(page)

    def change(page):
        page.body[1].value.source += "<ul><li>раз</li><li>два</li></ul>"

    edited(page, change)

    assert texts(target)[1] == paragraphs("EN А.", "EN Б.", "EN В.")


def test_a_link_that_is_gone_is_gone_in_english(translated):
    body = [("text", '<p>Пишите <a href="https://a.example">сюда</a>.</p>')]
    page = ContentPageFactory(body=body)
    target = translated(page)

    def change(page):
        page.body[0].value.source = "<p>Пишите сюда.</p>"

    edited(page, change)

    assert texts(target) == ["<p>EN Пишите сюда.</p>"]


def test_a_link_that_leads_elsewhere_leads_there_in_english(translated):
    body = [("text", '<p>Пишите <a href="https://a.example">сюда</a>.</p>')]
    page = ContentPageFactory(body=body)
    target = translated(page)

    def change(page):
        html = '<p>Пишите <a href="https://b.example">сюда</a> скорее.</p>'
        page.body[0].value.source = html

    edited(page, change)

    assert 'href="https://b.example"' in texts(target)[0]
    assert "скорее" not in texts(target)[0]


# Blocks


def test_a_new_block_waits_and_a_removed_one_goes(page, translated):
    target = translated(page)

    def change(page):
        del page.body[1]
        page.body.insert(0, ("heading", "Новый заголовок"))

    edited(page, change)

    english = again(target)
    assert [block.block_type for block in english.body] == ["heading", "quote"]
    assert str(english.body[0].value) == "EN Заголовок"


def test_blocks_follow_their_order_while_words_are_missing(page, translated):
    target = translated(page)

    def change(page):
        heading = page.body.pop(0)
        page.body.append((heading.block_type, "Иначе", heading.id))

    edited(page, change)

    english = again(target)
    assert [b.block_type for b in english.body] == ["text", "quote", "heading"]
    assert str(english.body[2].value) == "EN Заголовок"


def test_a_field_of_a_block_that_is_newly_filled_stays_empty(translated):
    page = ContentPageFactory(body=[("quote", {"text": "Цитата.", "source": ""})])
    target = translated(page)

    def change(page):
        page.body[0].value["source"] = "Некто"

    edited(page, change)

    quote = again(target).body[0].value
    assert (quote["text"], quote["source"]) == ("EN Цитата.", "")


def test_an_item_of_a_list_waits_and_a_removed_one_goes(translated):
    people = [{"name": name, "role": "", "text": ""} for name in ("Вера", "Анна")]
    page = ContentPageFactory(body=[("people", {"people": people})])
    target = translated(page)

    def change(page):
        listed = page.body[0].value["people"]
        del listed[0]
        listed.append({"name": "Ольга", "role": "куратор", "text": ""})

    edited(page, change)

    shown = again(target).body[0].value["people"]
    assert [person["name"] for person in shown] == ["EN Анна"]


def test_a_list_whose_last_item_is_new_is_left_out_whole(translated):
    page = ContentPageFactory(
        body=[("people", {"people": [{"name": "Вера", "role": "", "text": ""}]})]
    )
    target = translated(page)

    def change(page):
        listed = page.body[0].value["people"]
        del listed[0]
        listed.append({"name": "Ольга", "role": "", "text": ""})

    edited(page, change)

    assert list(again(target).body) == []


def test_a_picture_is_replaced_at_once_and_its_text_keeps_the_words(translated):
    block = {"image": ArtImageFactory(), "caption": "Подпись"}
    page = ContentPageFactory(body=[("image", block)])
    page.body[0].value["image"].contextual_alt_text = "Описание"
    page.save()
    target = translated(again(page))
    other = ArtImageFactory()

    def change(page):
        other.contextual_alt_text, other.decorative = "Другое описание", False
        page.body[0].value["image"] = other

    edited(page, change)

    shown = again(target).body[0].value
    assert shown["image"].pk == other.pk
    assert shown["image"].contextual_alt_text == "EN Описание"


def test_a_text_for_a_picture_that_had_none_waits(translated):
    block = {"image": ArtImageFactory(), "caption": "Подпись"}
    page = ContentPageFactory(body=[("image", block)])
    target = translated(again(page))

    def change(page):
        page.body[0].value["image"].contextual_alt_text = "Описание"
        page.body[0].value["caption"] = ""

    edited(page, change)

    shown = again(target).body[0].value
    assert not shown["image"].contextual_alt_text
    assert shown["caption"] == ""


# Fields


def test_fields_follow_one_by_one(page, translated):
    target, title = translated(page), page.title

    publish(page, lead="", seo_title="Для поиска", title="Иначе")

    target.refresh_from_db()
    assert (target.lead, target.seo_title) == ("", "")
    assert target.title == f"EN {title}"


def test_words_of_before_the_change_return_with_it(page, translated):
    target = translated(page)
    edited(page, set_text("А.", "Б, и ещё.", "В."))
    enter_words(work_on(target))
    publishing.publish(work_on(target))
    assert "EN Б, и ещё." in texts(target)[1]

    edited(page, set_text("А.", "Б.", "В."))

    assert texts(target)[1] == paragraphs("EN А.", "EN Б.", "EN В.")


def test_a_text_whose_earlier_words_are_unknown_stays_whole(page, translated):
    target = translated(page)
    SourceChange.objects.all().delete()
    Wording.objects.filter(text="EN Б.").delete()

    edited(page, set_text("А.", "Б."))

    assert texts(target)[1] == paragraphs("EN А.", "EN Б.", "EN В.")


# Children


@pytest.fixture
def work(site):
    return ArtworkPageFactory(pieces=[{"alt_text": "Первый."}, {"alt_text": "Второй."}])


def alts(target):
    return [piece.alt_text for piece in again(target).pieces.all()]


def test_a_new_piece_waits_and_a_removed_one_goes(work, translated):
    target = translated(work)

    def change(work):
        first = work.pieces.first()
        first.sort_order = 5
        new = ArtworkPieceFactory.build(alt_text="Третий.", sort_order=1)
        new.locale = work.locale
        work.pieces.set([new, first])

    edited(work, change)

    assert alts(target) == ["EN Первый."]


def test_a_piece_keeps_its_words_while_its_picture_is_replaced(work, translated):
    target = translated(work)
    image = ArtImageFactory()

    def change(work):
        first, second = work.pieces.all()
        first.image, first.alt_text, first.caption = image, "Другой.", "Подпись"
        work.pieces.set([first, second])

    edited(work, change)

    piece = again(target).pieces.first()
    assert (piece.image_id, piece.alt_text, piece.caption) == (
        image.pk,
        "EN Первый.",
        "",
    )


def test_details_lead_to_the_same_pieces_while_one_is_left_out(work, translated):
    DetailFactory(page=work, piece=2, title="Край", text="Здесь тихо.")
    work.save_revision().publish()
    target = translated(again(work))

    def change(work):
        new = ArtworkPieceFactory.build(alt_text="Новый.", sort_order=-1)
        new.locale = work.locale
        pieces = list(work.pieces.all())
        detail = work.details.get()
        detail.piece = 3
        work.pieces.set([new, *pieces])
        work.details.set([detail])

    edited(work, change)

    assert alts(target) == ["EN Первый.", "EN Второй."]
    assert [d.piece for d in again(target).details.all()] == [2]


def test_a_detail_of_a_piece_that_waits_waits_with_it(work, translated):
    target = translated(work)

    def change(work):
        new = ArtworkPieceFactory.build(alt_text="Новый.", sort_order=9)
        new.locale = work.locale
        work.pieces.add(new)
        work.details.add(
            DetailFactory.build(piece=3, title="Край", text="Т.", locale=work.locale)
        )

    edited(work, change)

    assert alts(target) == ["EN Первый.", "EN Второй."]
    assert list(again(target).details.all()) == []


def test_a_work_whose_only_piece_is_new_stays_as_it_is(translated, caplog):
    work = ArtworkPageFactory()
    target = translated(work)
    before = again(target).live_revision_id

    def change(work):
        new = ArtworkPieceFactory.build(alt_text="Новый.", sort_order=0)
        new.locale = work.locale
        work.pieces.set([new])

    edited(work, change)

    assert alts(target) == ["EN Бирюзовый прямоугольник."]
    assert again(target).live_revision_id == before
    assert "did not follow" in caplog.text


def test_captions_stay_whole_while_a_line_is_missing(translated):
    captions = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nМоре\n"
    more = f"{captions}\n00:00:03.000 --> 00:00:04.000\nНебо\n"
    work = ArtworkPageFactory(pieces=[{"captions": captions}])
    target = translated(work)

    def change(work):
        piece = work.pieces.get()
        piece.captions = more
        work.pieces.set([piece])

    edited(work, change)

    assert again(target).pieces.get().captions == captions.replace("Море", "EN Море")
