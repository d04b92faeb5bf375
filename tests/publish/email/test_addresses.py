"""Addresses in an email are absolute, and encoded so that every mail program understands them."""

import pytest

from newsroom.publish.email.addresses import absolute_url

PAGE = "https://elm.example/newsletters/2024-03/"


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("", PAGE),
        ("#hello", f"{PAGE}#hello"),
        ("../../about/", "https://elm.example/about/"),
        ("/about/", "https://elm.example/about/"),
        ("//other.example/a", "https://other.example/a"),
        (" https://other.example/a\n", "https://other.example/a"),
        ("https://other.example/a_(b)?c=1&d=2#e", "https://other.example/a_(b)?c=1&d=2#e"),
        ("https://other.example/a b", "https://other.example/a%20b"),
        ("https://other.example/a%20b", "https://other.example/a%20b"),
        ("https://other.example/ŵ?ŷ=ô#â", "https://other.example/%C5%B5?%C5%B7=%C3%B4#%C3%A2"),
        ("https://tŷ.example/a", "https://xn--t-foa.example/a"),
        ('https://other.example/"<>|^`{}[]', "https://other.example/%22%3C%3E%7C%5E%60%7B%7D%5B%5D"),
        ("mailto:ada@elm.example?subject=Good day", "mailto:ada@elm.example?subject=Good%20day"),
        ("tel:+44 1234", "tel:+44%201234"),
    ],
)
def test_address_is_absolute_and_encoded(written: str, whole: str) -> None:
    assert absolute_url(PAGE, written) == whole


@pytest.mark.parametrize(
    "written",
    [
        "http://[",
        "https://[x",
        "http:foo",
        "https://ŵ..example/",
        "mailto:",
        "mailto:ada",
        "mailto:?subject=a",
    ],
)
def test_invalid_addresses_give_none(written: str) -> None:
    assert absolute_url(PAGE, written) is None
