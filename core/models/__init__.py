from core.models.base_page import BasePage, PublicationRefused
from core.models.images import ArtImage, ArtRendition, ImageDescription
from core.models.site_settings import FooterText, SiteSettings

__all__ = [
    "ArtImage",
    "ArtRendition",
    "BasePage",
    "FooterText",
    "ImageDescription",
    "PublicationRefused",
    "SiteSettings",
]
