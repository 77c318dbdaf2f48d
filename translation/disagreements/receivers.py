"""What the finder has to follow; each asks for one job at the end of a transaction."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.signals import published, unpublished

from translation.disagreements.tasks import compare_everything, compare_text
from translation.models import GlossaryEntry, GlossaryTerm

UID = "disagreements"


@dataclass(frozen=True)
class Comparison:
    """A promise to compare one text, or all of them."""

    key: UUID | None = None

    def __call__(self) -> None:
        if self.key is None:
            compare_everything.enqueue()
        else:
            compare_text.enqueue(str(self.key))


def connect() -> None:
    """Listen to what becomes live, in either language, and to the glossary."""
    for signal in (published, unpublished):
        signal.connect(on_live, dispatch_uid=UID)
    post_delete.connect(on_deleted, dispatch_uid=UID)
    for signal in (post_save, post_delete):
        for model in (GlossaryEntry, GlossaryTerm):
            signal.connect(on_glossary, sender=model, dispatch_uid=UID)


def on_live(instance: Model, **_kwargs) -> None:
    """A page or snippet that visitors read now, or no longer."""
    if isinstance(instance, TranslatableMixin):
        _promise(Comparison(instance.translation_key))


def on_deleted(instance: Model, **_kwargs) -> None:
    """A page or snippet that is gone; not a part of one."""
    if isinstance(instance, DraftStateMixin):
        on_live(instance)


def on_glossary(**_kwargs) -> None:
    """Words that both languages are held to."""
    _promise(Comparison())


def _promise(job: Comparison) -> None:
    # An import writes many terms, publishing a page writes it more than once.
    if job not in (entry[1] for entry in connection.run_on_commit):
        transaction.on_commit(job)
