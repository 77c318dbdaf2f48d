from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.registries import (
    register_publication_check,
    register_publication_step,
    register_reading_counter,
    register_review_step,
)


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("translation")

    def ready(self) -> None:
        # These import models, which are not there before.
        from translation import checks, receivers
        from translation.board import readings, registering
        from translation.board import receivers as board_receivers
        from translation.disagreements import receivers as disagreement_receivers
        from translation.reviews import letters, workflow
        from translation.services import timing

        register_publication_check(checks.translation_problems)
        register_publication_step(timing.follow_source)
        register_review_step(workflow.review_translations)
        register_reading_counter(readings.note)
        registering.register_kinds()
        receivers.connect()
        board_receivers.connect()
        disagreement_receivers.connect()
        letters.connect()
