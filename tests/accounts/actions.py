"""What people try in the admin, each by a real request; true if it worked."""

from io import BytesIO

from django.contrib.auth.models import Group
from django.urls import reverse
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from accounts.models import User
from core.models import ArtImage, FooterText, SiteSettings
from gallery.models import Audio, RoomPage, Video
from opencall.models import CallFacts
from tests.factories.media import sound_file, video_file

NEW_TITLE = "Новое имя"


def opens(url_name, *args):
    """An action that only opens a page of the admin."""
    return lambda client, world: (
        client.get(reverse(url_name, args=args)).status_code == 200
    )


def room_form(**changes):
    fields = {
        "title": NEW_TITLE,
        "slug": "new-name",
        "text": rich_text("<p>Новый текст.</p>"),
        "seo_title": "",
        "search_description": "",
        "social_image": "",
        "comments": inline_formset([]),
    }
    return nested_form_data({**fields, **changes})


def page_url(name, page):
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def explore(client, wing):
    response = client.get(reverse("wagtailadmin_explore", args=[wing.gallery.pk]))
    return response.status_code == 200


def add(client, wing):
    url = reverse(
        "wagtailadmin_pages:add", args=["gallery", "roompage", wing.gallery.pk]
    )
    client.post(url, room_form())
    return RoomPage.objects.child_of(wing.gallery).filter(slug="new-name").exists()


def save_draft(client, wing):
    client.post(page_url("edit", wing.room), room_form(slug=wing.room.slug))
    latest = Page.objects.get(pk=wing.room.pk).get_latest_revision()
    return latest is not None and latest.content["title"] == NEW_TITLE


def publish(client, wing):
    data = room_form(slug=wing.room.slug, **{"action-publish": "1"})
    client.post(page_url("edit", wing.room), data)
    return Page.objects.get(pk=wing.room.pk).title == NEW_TITLE


def submit(client, wing):
    data = room_form(slug=wing.room.slug, **{"action-submit": "1"})
    client.post(page_url("edit", wing.room), data)
    return Page.objects.get(pk=wing.room.pk).workflow_in_progress


def approve(client, wing):
    page = RoomPage.objects.get(pk=wing.draft.pk)
    page.save_revision()
    page.get_workflow().start(page, user=None)
    task = TaskState.objects.get(workflow_state=page.current_workflow_state)
    client.post(
        reverse(
            "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]
        )
    )
    return Page.objects.get(pk=page.pk).live


def unpublish(client, wing):
    client.post(page_url("unpublish", wing.room))
    return not Page.objects.get(pk=wing.room.pk).live


def lock(client, wing):
    client.post(page_url("lock", wing.room))
    return Page.objects.get(pk=wing.room.pk).locked


def move(client, wing):
    url = reverse(
        "wagtailadmin_pages:move_confirm", args=[wing.room.pk, wing.other_gallery.pk]
    )
    client.post(url)
    return Page.objects.get(pk=wing.room.pk).is_child_of(wing.other_gallery)


def reorder(client, wing):
    url = page_url("set_page_position", wing.second_room)
    client.post(f"{url}?position=0")
    first = RoomPage.objects.child_of(wing.gallery).order_by("path").first()
    return first.pk == wing.second_room.pk


def delete_published(client, wing):
    return _delete_page(client, wing.room)


def delete_draft(client, wing):
    return _delete_page(client, wing.draft)


def delete_drafts_in_bulk(client, wing):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{url}?id={wing.draft.pk}&next=/admin/", {"confirm": "on"})
    return not Page.objects.filter(pk=wing.draft.pk).exists()


def _delete_page(client, page):
    client.post(page_url("delete", page))
    return not Page.objects.filter(pk=page.pk).exists()


def open_russian_footer(client, world):
    return client.get(_footer_url(world, "edit", "ru")).status_code == 200


def open_english_footer(client, world):
    return client.get(_footer_url(world, "edit", "en")).status_code == 200


def publish_footer(client, world):
    data = {"text": rich_text("<p>Новое.</p>"), "action-publish": "1"}
    client.post(_footer_url(world, "edit", "ru"), data)
    return FooterText.objects.filter(text__contains="Новое").exists()


def delete_footer(client, world):
    client.post(_footer_url(world, "delete", "ru"))
    return not FooterText.objects.filter(locale__language_code="ru").exists()


def _footer_url(world, name, language):
    return _snippet_url(FooterText, name, world.wings[language].footer.pk)


def add_image(client, world):
    file = BytesIO()
    Image.new("RGB", (32, 24), "teal").save(file, "PNG")
    file.seek(0)
    file.name = "new.png"
    data = {"title": NEW_TITLE, "file": file, "collection": world.image.collection_id}
    client.post(reverse("wagtailimages:add"), data)
    return ArtImage.objects.filter(title=NEW_TITLE).exists()


def edit_image(client, world):
    url = reverse("wagtailimages:edit", args=[world.image.pk])
    data = {"title": NEW_TITLE, "collection": world.image.collection_id}
    client.post(url, data)
    return ArtImage.objects.get(pk=world.image.pk).title == NEW_TITLE


def delete_image(client, world):
    client.post(reverse("wagtailimages:delete", args=[world.image.pk]))
    return not ArtImage.objects.filter(pk=world.image.pk).exists()


def choose_image(client, world):
    url = reverse("wagtailimages_chooser:chosen", args=[world.image.pk])
    return client.get(url).status_code == 200


def add_media(model, content, name):
    def add(client, world):
        file = BytesIO(content())
        file.name = name
        data = {"title": NEW_TITLE, "file": file, "poster": "", "cover": ""}
        client.post(_snippet_url(model, "add"), data)
        return model.objects.filter(title=NEW_TITLE).exists()

    return add


add_video = add_media(Video, video_file, "new.mp4")
add_audio = add_media(Audio, sound_file, "new.mp3")


def edit_video(client, world):
    return _rename(client, world.video)


def edit_audio(client, world):
    return _rename(client, world.audio)


def delete_video(client, world):
    return _delete_snippet(client, world.video)


def delete_audio(client, world):
    return _delete_snippet(client, world.audio)


def _rename(client, media):
    client.post(_snippet_url(media, "edit", media.pk), {"title": NEW_TITLE})
    return type(media).objects.get(pk=media.pk).title == NEW_TITLE


def _delete_snippet(client, instance):
    client.post(_snippet_url(instance, "delete", instance.pk))
    return not type(instance).objects.filter(pk=instance.pk).exists()


def _snippet_url(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


FACTS = {
    "festival": NEW_TITLE,
    "opens_at": "2020-06-01 12:00",
    "closes_at": "2020-08-01 23:59",
    "time_zone": "Europe/Moscow",
    "accepts_images": "on",
    "accepts_full": "on",
    "contact_email": "datafest@mlart.org",
}


def open_facts(client, world):
    return client.get(_snippet_url(CallFacts, "list")).status_code == 200


def add_facts(client, world):
    client.post(_snippet_url(CallFacts, "add"), FACTS)
    return CallFacts.objects.count() == 2


def change_facts(client, world):
    client.post(_snippet_url(world.facts, "edit", world.facts.pk), FACTS)
    return CallFacts.objects.get(pk=world.facts.pk).festival == NEW_TITLE


def delete_facts(client, world):
    return _delete_snippet(client, world.facts)


def change_site_settings(client, world):
    site_pk = world.wings["ru"].room.get_site().pk
    url = reverse("wagtailsettings:edit", args=["core", "sitesettings", site_pk])
    empty = {"count": "0"}
    data = {"organisation": NEW_TITLE, "social_links": empty, "partners": empty}
    client.post(url, nested_form_data(data))
    return SiteSettings.objects.filter(organisation=NEW_TITLE).exists()


def add_redirect(client, world):
    data = {
        "old_path": "/older",
        "redirect_link": "https://example.org/",
        "is_permanent": "on",
    }
    client.post(reverse("wagtailredirects:add"), data)
    return Redirect.objects.count() == 2


def delete_redirect(client, world):
    client.post(reverse("wagtailredirects:delete", args=[world.redirect.pk]))
    return not Redirect.objects.exists()


def submit_for_translation(client, world):
    page = world.wings["ru"].room
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.get(url).status_code == 200


def edit_user(client, world):
    """Oneself, through the pages for administrators."""
    user = User.objects.get(pk=client.session["_auth_user_id"])
    data = {"email": user.email, "first_name": NEW_TITLE, "last_name": "Ли"}
    client.post(reverse("wagtailusers_users:edit", args=[user.pk]), data)
    return User.objects.get(pk=user.pk).first_name == NEW_TITLE


def add_group(client, world):
    data = nested_form_data(
        {
            "name": NEW_TITLE,
            "page_permissions": inline_formset([]),
            "image_permissions": inline_formset([]),
            "document_permissions": inline_formset([]),
            "collection_permissions": inline_formset([]),
            "site_permissions": inline_formset([]),
        }
    )
    client.post(reverse("wagtailusers_groups:add"), data)
    return Group.objects.filter(name=NEW_TITLE).exists()
