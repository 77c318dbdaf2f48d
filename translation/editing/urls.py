"""Where the editor's script asks and sends; its page is the form of the translation."""

from django.urls import path

from translation.editing import endpoints, value_form

OF_RECORD = "translation/editing/<int:record_id>"
OF_STRING = f"{OF_RECORD}/strings/<int:segment_id>"

urlpatterns = [
    path(f"{OF_RECORD}/standing/", endpoints.standing, name="translation_standing"),
    path(f"{OF_STRING}/", endpoints.string, name="translation_string"),
    path(
        f"{OF_STRING}/restore/<int:wording_id>/",
        endpoints.restore_words,
        name="translation_restore",
    ),
    path(
        f"{OF_RECORD}/values/<int:segment_id>/",
        value_form.value,
        name="translation_value",
    ),
]
