from functools import partial

from django.db import migrations, transaction


def delete_files(apps, schema_editor):
    """Pages have cards of their own now; those of images are shown nowhere."""
    alias = schema_editor.connection.alias
    image = apps.get_model("core", "ArtImage")
    storage = image._meta.get_field("social_card").storage
    carded = image.objects.using(alias).exclude(social_card="")
    for name in carded.values_list("social_card", flat=True):
        transaction.on_commit(partial(storage.delete, name), using=alias)


class Migration(migrations.Migration):
    dependencies = [("core", "0003_social_card")]

    operations = [
        migrations.RunPython(delete_files, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="artimage", name="social_card"),
    ]
