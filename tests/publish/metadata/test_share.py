"""Links that hand a page on: what arrives is what was written."""

from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.metadata.share import share_links
from newsroom.translations import Translations
from tests.support import small_newsroom
from tests.support.items import CONSENT, story
from tests.support.metadata import SITE, Pages

URL = "https://elm.example/stories/the-garden/"
TITLES = (
    "The garden",
    "Tea & cake: 100% #1?",
    '"Quotes" and ‘others’ + a plus',
    "Dŵr, tŷ a Llŷn",
    "🌳 elms 👩‍👩‍👧",
    "a=b&subject=other&cc=all@elm.example",
    "<script>alert(1)</script>",
)


def links(title: str) -> dict[str, str]:
    """The addresses of the links for a title, by name."""
    return {link.name: link.url for link in share_links(title, URL, Translations("en"))}


def mail(link: str) -> dict[str, str]:
    """The headers and the body that a mailto link sets; in it a plus is a plus (RFC 6068)."""
    fields = (field.split("=") for field in urlsplit(link).query.split("&"))
    return {name: unquote(value, errors="strict") for name, value in fields}


@pytest.mark.parametrize("title", TITLES)
def test_share_links_hold_title_and_address(title: str) -> None:
    found = links(title)
    assert mail(found["email"]) == {"subject": title, "body": f"{title}\r\n\r\n{URL}\r\n"}
    assert parse_qs(urlsplit(found["linkedin"]).query) == {"url": [URL]}
    assert parse_qs(urlsplit(found["facebook"]).query) == {"u": [URL]}
    assert parse_qs(urlsplit(found["bluesky"]).query) == {"text": [f"{title} {URL}"]}
    assert parse_qs(urlsplit(found["whatsapp"]).query) == {"text": [f"{title} {URL}"]}


def test_share_links_lead_to_their_service() -> None:
    hosts = {name: (urlsplit(url).scheme, urlsplit(url).netloc) for name, url in links("The garden").items()}
    assert hosts == {
        "email": ("mailto", ""),
        "linkedin": ("https", "www.linkedin.com"),
        "facebook": ("https", "www.facebook.com"),
        "bluesky": ("https", "bsky.app"),
        "whatsapp": ("https", "wa.me"),
    }


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_title_cannot_inject_header_field_or_fragment(title: str) -> None:
    line = " ".join(title.split())
    found = links(title)
    assert mail(found["email"]) == {"subject": line, "body": f"{line}\r\n\r\n{URL}\r\n"}
    for name, url in found.items():
        parts = urlsplit(url)
        assert url.isascii()
        assert not set(url) & set("\"'<> \\^`{|}")
        assert parts.fragment == ""
        assert len(parse_qsl(parts.query, keep_blank_values=True)) == (2 if name == "email" else 1)


def test_long_title_is_shortened_to_fit_post() -> None:
    (post,) = parse_qs(urlsplit(links("elm " * 100)["bluesky"]).query)["text"]
    assert len(post) <= 300
    assert post.startswith("elm elm ")
    assert post.endswith(f"… {URL}")


def test_welsh_page_has_welsh_share_labels(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom() | {"stories/y-fainc.cy.md": story(title="Y fainc")})
    labels = [link.label for link in pages.share_links("cy/stories/y-fainc/")]
    assert labels == ["E-bost", "LinkedIn", "Facebook", "Bluesky", "WhatsApp"]


def test_shared_address_is_public(tmp_path: Path) -> None:
    (whatsapp,) = (
        link
        for link in Pages(tmp_path, small_newsroom(), preview=True).share_links("stories/the-garden/")
        if link.name == "whatsapp"
    )
    assert unquote(whatsapp.url).endswith(f" {SITE}stories/the-garden/")


@pytest.mark.parametrize(
    ("scope", "is_shared"), [(["web", "social"], True), (["web"], False), (["web", "feed", "email"], False)]
)
def test_story_is_shared_only_with_consent(tmp_path: Path, scope: list[str], is_shared: bool) -> None:
    text = story(kind="story", summary="How it came to be.", consent=CONSENT | {"scope": scope})
    pages = Pages(tmp_path, small_newsroom() | {"stories/bench.md": text})
    metadata = pages.context("stories/bench/").metadata
    names = [name for name, _ in (*metadata.head.properties, *metadata.head.names)]
    assert bool(pages.share_links("stories/bench/")) is is_shared
    assert ("og:image" in names, "image" in metadata.structured_data) == (is_shared, is_shared)
    assert ("og:title" in names, "twitter:card" in names, bool(names)) == (is_shared, is_shared, is_shared)
    assert "How it came to be." in metadata.structured_data
