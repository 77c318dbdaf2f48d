"""The head of a page, as those who follow a link read it."""

from bs4 import BeautifulSoup


def head_of(response) -> dict[str, str]:
    """What the head says, by property or name; nothing is said twice."""
    soup = BeautifulSoup(response.content, "html.parser")
    named = [
        (tag.get("property") or tag["name"], tag["content"])
        for tag in soup.find_all("meta", content=True)
        if tag.get("property") or tag.get("name") not in {"viewport", "theme-color"}
    ]
    assert len(named) == len(dict(named))
    return dict(named)
