"""What an editor sees in the preview of a page."""

from bs4 import BeautifulSoup


def preview(page) -> BeautifulSoup:
    """The previewed page as a document."""
    response = page.make_preview_request()
    assert response.status_code == 200
    response.render()
    return BeautifulSoup(response.content, "html.parser")
