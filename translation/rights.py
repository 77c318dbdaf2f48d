"""Which translations somebody may put into words."""

from django.db.models import Model, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.permissions import get_permission_name
from wagtail_localize.views.edit_translation import user_can_edit_instance

from translation.families import is_translation


def may_word(user, target: Model) -> bool:
    """Whether somebody may enter words for this page or snippet."""
    return is_translation(target) and user_can_edit_instance(user, target)


def may_word_snippets(user, model: type[Model]) -> bool:
    return user.has_perm(get_permission_name("change", model))


def worded_by(user, model: type[Model]) -> QuerySet:
    """All pages, or all snippets of a kind, that somebody may change."""
    if issubclass(model, Page):
        policy = PagePermissionPolicy()
        return policy.instances_user_has_permission_for(user, "change")
    if may_word_snippets(user, model):
        return model._default_manager.all()
    return model._default_manager.none()
