"""Where files are taken and handed in; two addresses are wagtail-localize's own."""

from django.urls import path

from translation.exchange import views
from translation.views import po_files

urlpatterns = [
    path("translation/export/", views.export, name="translation_export"),
    path("translation/import/", views.take_in, name="translation_import"),
    path(
        "translation/import/<int:delivery_id>/",
        views.delivery,
        name="translation_delivery",
    ),
    path("localize/translate/<int:translation_id>/pofile/download/", po_files.download),
    path("localize/translate/<int:translation_id>/pofile/upload/", po_files.upload),
]
