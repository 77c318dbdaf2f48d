"""Begin the history of strings with the words that they have by now."""

from django.db import migrations

BATCH = 500


def record_words(apps, schema_editor):
    """Add each translation once; what is live is marked as such."""
    rows = apps.get_model("wagtail_localize", "StringTranslation").objects.filter(
        context__isnull=False
    )
    rows = rows.exclude(data="").select_related("context__object", "translation_of")
    batch, live = [], _LiveSince(apps)
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        batch.append(row)
        if len(batch) == BATCH:
            _record(apps, batch, live)
            batch = []
    _record(apps, batch, live)


def _record(apps, rows, live):
    Wording = apps.get_model("translation", "Wording")
    keys = {row.context.object_id for row in rows}
    known = set(
        Wording.objects.filter(object_key__in=keys).values_list(
            "object_key", "path", "source_hash", "locale_id"
        )
    )
    rows = [row for row in rows if _place(row) not in known]
    wordings = Wording.objects.bulk_create(_wording(Wording, row, live) for row in rows)
    for wording, row in zip(wordings, rows, strict=True):
        wording.created_at = row.updated_at
    Wording.objects.bulk_update(wordings, ["created_at"], batch_size=BATCH)


def _place(row):
    return (
        row.context.object_id,
        row.context.path,
        row.translation_of.data_hash,
        row.locale_id,
    )


def _wording(Wording, row, live):
    object_key, path, source_hash, locale = _place(row)
    return Wording(
        object_key=object_key,
        path=path,
        source_hash=source_hash,
        locale_id=locale,
        source_text=row.translation_of.data,
        text=row.data,
        origin="machine" if row.translation_type == "machine" else "typed",
        author_id=row.last_translated_by_id,
        published_at=live.since(row),
    )


class _LiveSince:
    """When the words of a translation went live, asked once for each thing."""

    def __init__(self, apps):
        self.apps = apps
        self.types = {
            kind.pk: (kind.app_label, kind.model)
            for kind in apps.get_model("contenttypes", "ContentType").objects.all()
        }
        self.known = {}

    def since(self, row):
        """None for words that are wrong, or were entered after the publication."""
        thing = row.context.object
        place = (thing.content_type_id, thing.pk, row.locale_id)
        if place not in self.known:
            self.known[place] = self._published_at(*place)
        moment = self.known[place]
        if row.has_error or moment is None or row.updated_at > moment:
            return None
        return moment

    def _published_at(self, kind, key, locale):
        model = self.apps.get_model(*self.types[kind])
        target = model.objects.filter(translation_key=key, locale_id=locale).first()
        return target.last_published_at if getattr(target, "live", False) else None


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0003_disagreements_of_facts"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0005_large_originals"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(record_words, migrations.RunPython.noop)]
