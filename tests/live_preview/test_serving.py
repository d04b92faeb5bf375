"""Whether the engine serves the site, and whether its server is live."""

import click
import pytest

from live_preview.serving import is_live, is_served

ADDRESS = "127.0.0.1:8000"
HERE, PUBLIC = f"http://{ADDRESS}/elm/", "https://elm.example/"


@pytest.mark.parametrize(
    ("site_url", "values", "served"),
    [
        (HERE, {"site_url": PUBLIC}, True),
        (HERE, None, True),
        (HERE, [HERE], True),
        (HERE, {"site_url": HERE}, False),
        (PUBLIC, {"site_url": PUBLIC}, False),
        ("https://oak.example/", {"site_url": PUBLIC}, False),
        (f"http://{ADDRESS}0/", {"site_url": PUBLIC}, False),
        (None, {"site_url": PUBLIC}, False),
        (None, None, False),
    ],
)
def test_site_is_served_at_the_address_that_replaces_its_own(
    site_url: str | None, values: object, served: bool
) -> None:
    assert is_served(site_url, values, ADDRESS) is served


@pytest.mark.parametrize(
    ("options", "live"),
    [
        ({"livereload": True}, True),
        ({"livereload": False}, False),
        ({"livereload": None}, False),
        ({"no_livereload": False}, True),
        ({"no_livereload": True}, False),
        ({}, False),
    ],
)
def test_server_is_live_unless_an_option_prevents_it(options: dict[str, object], live: bool) -> None:
    with click.Context(click.Command("serve")) as context:
        context.params = options
        assert is_live() is live


def test_nothing_is_live_without_a_command() -> None:
    assert is_live() is False
