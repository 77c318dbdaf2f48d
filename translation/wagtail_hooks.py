from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from translation.board import admin as board
from translation.checking import urls as checking_urls
from translation.disagreements import admin as disagreements
from translation.editing import urls as editing_urls
from translation.exchange import urls as exchange_urls
from translation.families import translations_of
from translation.glossary.admin import GlossaryViewSet
from translation.guards import pages, publishing, snippets
from translation.machine import urls as machine_urls
from translation.reviews import urls as reviews_urls
from translation.services.placement import LEFT_BEHIND
from translation.views import reviewing
from translation.views.api import ReadOnlyPagesAPIViewSet
from translation.views.submitting import SubmitPage, SubmitSnippet
from translation.views.syncing import SyncTranslations

# Asked before wagtail-localize's own hooks, which answer at once.
FIRST = -10

hooks.register("before_serve_page", pages.before_serve, order=FIRST)
hooks.register("before_create_page", pages.before_create, order=FIRST)
hooks.register("before_edit_page", pages.before_edit, order=FIRST)
hooks.register("before_delete_page", pages.before_delete, order=FIRST)
hooks.register("before_move_page", pages.before_move, order=FIRST)
hooks.register("after_move_page", pages.after_move)
hooks.register("before_copy_page", pages.before_copy, order=FIRST)
hooks.register("before_convert_alias_page", pages.no_alias, order=FIRST)
hooks.register("before_bulk_action", pages.before_bulk_action, order=FIRST)
hooks.register("before_publish_page", publishing.before_publish, order=FIRST)
hooks.register("before_publish", publishing.before_publish, order=FIRST)
hooks.register("before_create_snippet", snippets.before_create, order=FIRST)
hooks.register("before_edit_snippet", snippets.before_edit, order=FIRST)
hooks.register("before_delete_snippet", snippets.before_delete, order=FIRST)

board.register()
disagreements.register()


@hooks.register("register_admin_urls", order=FIRST)
def register_admin_urls():
    """Our views at wagtail-localize's addresses, found before its own, and more."""
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitSnippet.as_view(),
        ),
        path(
            "localize/update/<int:translation_source_id>/", SyncTranslations.as_view()
        ),
        path(
            "localize/translate/<int:translation_id>/disable/",
            reviewing.stop_translation,
        ),
        path(
            "localize/page/<int:page_id>/convert_to_alias/", reviewing.convert_to_alias
        ),
        *editing_urls.urlpatterns,
        *reviews_urls.urlpatterns,
        *machine_urls.urlpatterns,
        *exchange_urls.urlpatterns,
        *checking_urls.urlpatterns,
    ]


@hooks.register("register_admin_viewset")
def register_glossary():
    return GlossaryViewSet()


@hooks.register("construct_admin_api")
def construct_admin_api(router):
    router.register_endpoint("pages", ReadOnlyPagesAPIViewSet)


@hooks.register("construct_translated_pages_to_cascade_actions")
def name_what_is_deleted_as_well(deleted: list[Page], action: str):
    """Let Wagtail's confirmation count the translations that go with a page.

    Moving and unpublishing are done by our receivers alone: Wagtail's views would do
    them a second time, and fail where a translation cannot follow.
    """
    if action != "delete":
        return None
    return {page: translations_of(page).specific() for page in deleted}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action(
        LEFT_BEHIND,
        _("Left behind by its original"),
        _("Unpublished: the original moved to a page that is not translated"),
    )
