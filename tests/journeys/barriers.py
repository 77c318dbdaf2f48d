"""What axe-core knows of, in the pages as a browser shows them."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
# Two windows that differ in all that a barrier may depend on.
WIDE = {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"}
NARROW = {
    "viewport": {"width": 390, "height": 844},
    "color_scheme": "dark",
    "has_touch": True,
}


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """Rule and place of whatever somebody could not see, hear, reach or understand."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], node["target"]) for rule in found for node in rule["nodes"]]
