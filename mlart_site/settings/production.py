"""The running site: the base, unchanged."""

from mlart_site.settings.base import *
