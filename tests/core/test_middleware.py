"""Two policies: the strict one for visitors, Wagtail's needs for its admin."""

import pytest
from django.urls import reverse


def directives(response) -> dict[str, str]:
    policy = response["Content-Security-Policy"]
    pairs = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: values for name, _space, values in pairs}


@pytest.mark.django_db
def test_the_admin_may_write_inline_but_stays_on_this_origin(client):
    policy = directives(client.get(reverse("wagtailadmin_login")))

    assert "'unsafe-inline'" in policy["script-src"]
    assert "'unsafe-inline'" in policy["style-src"]
    assert policy["default-src"] == "'none'"
    assert not any("//" in values for values in policy.values())


@pytest.mark.parametrize("path", ["/", "/robots.txt"])
def test_everything_else_is_strict(client, path):
    policy = directives(client.get(path))

    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["base-uri"] == "'none'"
