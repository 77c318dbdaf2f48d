"""Names that stay the same from one loading to the next."""

import uuid

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://mlart.org/demo")


def stable_key(path: str) -> uuid.UUID:
    """The key of whatever stands at that path of the demo festival."""
    return uuid.uuid5(_NAMESPACE, path)
