from core.models.base_page import BasePage
from core.models.content_version import ContentVersion
from core.models.images import ArtImage, ArtRendition, ImageDescription
from core.models.publication import CheckedPublication, PublicationRefused
from core.models.site_settings import FooterText, SiteSettings
from core.models.social_card import SocialCard

__all__ = [
    "ArtImage",
    "ArtRendition",
    "BasePage",
    "CheckedPublication",
    "ContentVersion",
    "FooterText",
    "ImageDescription",
    "PublicationRefused",
    "SiteSettings",
    "SocialCard",
]
