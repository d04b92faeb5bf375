"""Addresses of websites that are recognised quickly are what a parser of addresses says they are."""

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.content.web_address import is_web_address

_PARTS = st.sampled_from(
    [
        *"htps:/.?#@[]%&=- \t\né",
        "http://",
        "HTTPS://",
        "elm.example",
        "EXAMPLE",
        ":80",
        ":99999",
        "\\",
        "//",
        "..",
        "%2F",
    ]
)


@pytest.mark.parametrize(
    "address", ["https://elm.example", "HTTP://Elm.example/a?b=c#d", "https://elm.example?a", "https://a.example/(é)"]
)
def test_ordinary_addresses_are_recognised(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "target",
    ["a.md", "//elm.example/", "mailto:jo@elm.example", "https:elm", "https://", "https://elm.example:80/", "http://["],
)
def test_nothing_is_said_of_others(target: str) -> None:
    assert not is_web_address(target)


@given(st.lists(_PARTS, max_size=8).map("".join) | st.text().map("https://elm.example/{}".format))
@example("https://elm.example/\n")
@example("https://elm.example\\@oak.example/")
def test_recognised_address_has_its_host_as_it_is_written_and_no_port(target: str) -> None:
    if is_web_address(target):
        found = urlsplit(target)
        assert found.scheme in ("http", "https")
        assert found.port is None
        assert found.netloc.lower() == found.hostname
        assert found.hostname in target.lower()
