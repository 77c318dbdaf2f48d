"""Where a machine is asked; the first is wagtail-localize's own address."""

from django.urls import path

from translation.views import machine

urlpatterns = [
    path(
        "localize/translate/<int:translation_id>/machine_translate/",
        machine.translate,
        name="translation_machine",
    ),
    path(
        "localize/translate/<int:translation_id>/strings/<int:segment_id>/confirm/",
        machine.confirm_words,
        name="translation_confirm_words",
    ),
]
