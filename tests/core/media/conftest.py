import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    """The sentences of this folder's tests are quoted as they stand in the code."""
    with translation.override("en"):
        yield
