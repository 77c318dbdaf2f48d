"""Every page type tells editors what it is, where it belongs and what it needs."""

import pytest
from django.apps import apps
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, get_page_models

from core.models import BasePage
from home.models import HomePage

OWN_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
EACH_TYPE = pytest.mark.parametrize("model", OWN_TYPES, ids=lambda m: m.__name__)
# Which page may stand under which.
PLACES = {
    "HomePage": {
        "ArtistIndexPage",
        "ContentPage",
        "GalleryPage",
        "OpenCallPage",
        "TechniqueIndexPage",
    },
    "OpenCallPage": set(),
    "GalleryPage": {"RoomPage"},
    "RoomPage": {"ArtworkPage"},
    "ArtworkPage": set(),
    "ArtistIndexPage": {"ArtistPage"},
    "ArtistPage": set(),
    "TechniqueIndexPage": {"TechniquePage"},
    "TechniquePage": set(),
    "ContentPage": {"ContentPage"},
}


def test_the_tree_is_as_editors_know_it():
    allowed = {
        model.__name__: {child.__name__ for child in model.allowed_subpage_models()}
        for model in OWN_TYPES
    }

    assert allowed == PLACES


def test_only_home_pages_stand_at_the_root():
    assert Page.allowed_subpage_models().count(HomePage) == 1
    assert [m for m in Page.allowed_subpage_models() if m in OWN_TYPES] == [HomePage]


@EACH_TYPE
def test_each_type_says_what_it_is(model):
    assert str(model.page_description)
    assert str(model._meta.verbose_name) != model.__name__


@EACH_TYPE
def test_each_type_is_found_by_its_own_texts(model):
    searched = {field.field_name for field in model.search_fields}

    assert searched > {field.field_name for field in BasePage.search_fields}


def visible_fields(model):
    """Fields that the form of a page or an inline row shows."""
    return model.get_edit_handler().get_form_class().base_fields


@EACH_TYPE
def test_no_field_is_left_out_of_the_form(model):
    inherited = {field.name for field in Page._meta.get_fields()}
    own = {
        field.name
        for field in model._meta.get_fields()
        if field.concrete and field.editable and field.name not in inherited
    }

    assert own - {"page_ptr"} <= set(visible_fields(model))


@EACH_TYPE
def test_rows_of_a_page_can_be_edited_and_previewed(model):
    assert model.preview_modes
    assert model.get_edit_handler().children


def test_models_have_names_in_the_admin():
    own = [
        model
        for app in ("core", "gallery", "home", "opencall")
        for model in apps.get_app_config(app).get_models()
    ]

    assert all(str(model._meta.verbose_name_plural) for model in own)
    assert all(model.__str__ is not object.__str__ for model in own)


def panels_inside(panel):
    """A panel and all panels within it."""
    yield panel
    for child in getattr(panel, "children", []):
        yield from panels_inside(child)


@EACH_TYPE
def test_what_has_to_be_filled_in_is_explained(model):
    silent = [
        panel.field_name
        for panel in panels_inside(model.get_edit_handler())
        if isinstance(panel, FieldPanel)
        and not panel.db_field.blank
        and not panel.db_field.has_default()
        and not (panel.help_text or panel.db_field.help_text)
    ]

    assert silent == []
