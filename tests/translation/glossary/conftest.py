import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english(fresh_start):
    """Reasons are compared with their words in the code."""
    with translation.override("en"):
        yield
