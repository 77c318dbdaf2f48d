"""Where decisions are taken and remarks are made."""

from django.urls import path

from translation.views import remarks, reviewing

urlpatterns = [
    path(
        "localize/translate/<int:translation_id>/review/",
        reviewing.send_for_review,
        name="translation_send_for_review",
    ),
    path(
        "localize/translate/<int:translation_id>/approve/",
        reviewing.approve,
        name="translation_approve",
    ),
    path(
        "localize/translate/<int:translation_id>/return/",
        reviewing.return_translation,
        name="translation_return",
    ),
    path(
        "localize/translate/<int:translation_id>/remarks/",
        remarks.add_remark,
        name="translation_add_remark",
    ),
    path(
        "localize/remarks/<int:remark_id>/answer/",
        remarks.answer,
        name="translation_answer_remark",
    ),
    path(
        "localize/remarks/<int:remark_id>/settle/",
        remarks.settle,
        name="translation_settle_remark",
    ),
    path(
        "localize/remarks/<int:remark_id>/reopen/",
        remarks.reopen,
        name="translation_reopen_remark",
    ),
]
