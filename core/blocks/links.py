"""Blocks that lead somewhere: to a page, to an address, to an organisation."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.choices import PartnerKind


class SocialLinkBlock(blocks.StructBlock):
    """A page of the gallery or its community elsewhere."""

    name = blocks.CharBlock(label=_("name"), max_length=60)
    url = blocks.URLBlock(label=_("address"))

    class Meta:
        icon = "link"
        label = _("page elsewhere")


class PartnerValue(blocks.StructValue):
    """A partner whose kind can be read."""

    @property
    def kind_label(self) -> str:
        return str(PartnerKind(self["kind"]).label)


class PartnerBlock(blocks.StructBlock):
    """An organisation that stands behind the gallery."""

    name = blocks.CharBlock(label=_("name"), max_length=120)
    kind = blocks.ChoiceBlock(
        label=_("kind"), choices=PartnerKind.choices, default=PartnerKind.PARTNER
    )
    url = blocks.URLBlock(label=_("address"), required=False)

    class Meta:
        icon = "group"
        label = _("partner")
        value_class = PartnerValue


class CallToActionBlock(blocks.StructBlock):
    """A short appeal and the button that follows it."""

    text = blocks.CharBlock(label=_("text"), max_length=250)
    button = blocks.CharBlock(label=_("words on the button"), max_length=60)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.URLBlock(
        label=_("or an address elsewhere"), required=False, max_length=500
    )

    class Meta:
        icon = "arrow-right-full"
        label = _("call to action")
        description = _("A sentence and one button to a page or an address.")
        template = "core/blocks/call_to_action.html"
        preview_value = {
            "text": "Приём работ открыт до 1 августа",
            "button": "Условия опен-колла",
            "url": "https://example.org/",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            error = ValidationError(_("Choose either a page or an address."))
            raise blocks.StructBlockValidationError(block_errors={"page": error})
        return cleaned


class PartnersBlock(blocks.StaticBlock):
    """The partners from the site settings, wherever an editor wants them."""

    class Meta:
        icon = "group"
        label = _("partners")
        admin_text = _("The partners from the site settings stand here.")
        description = _("The list of partners that the site settings keep.")
        template = "core/blocks/partners.html"
        preview_value = None


class DeadlineBlock(blocks.StaticBlock):
    """The deadline of the open call, always as the record of facts has it."""

    class Meta:
        icon = "calendar-alt"
        label = _("deadline of the open call")
        admin_text = _("The current deadline stands here; nobody has to update it.")
        description = _("When the call closes, read from the record of facts.")
        template = "core/blocks/deadline.html"
        preview_value = None
