"""What pages say of themselves to machines, in the words of schema.org (JSON-LD)."""

from core.structured.nodes import Described
from core.structured.page import structured_data

__all__ = ["Described", "structured_data"]
