from django.db import migrations

GROUPS = ("Editors", "Moderators")
WORKFLOW = "Moderators approval"


def remove_initial_groups(apps, schema_editor):
    """Remove the groups and the workflow that Wagtail itself begins with.

    The roles take their place. What somebody already uses is left alone.
    """
    Group = apps.get_model("auth", "Group")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Task = apps.get_model("wagtailcore", "Task")
    if Group.objects.filter(name__in=GROUPS, user__isnull=False).exists():
        return
    Workflow.objects.filter(name=WORKFLOW, workflow_states=None).delete()
    Task.objects.filter(name=WORKFLOW, task_states=None).delete()
    Group.objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_demo_accounts_and_roles"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.RunPython(remove_initial_groups, migrations.RunPython.noop),
    ]
