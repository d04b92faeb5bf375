"""The network has a name in each language: on pages, in their metadata, in feeds and in emails."""

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.support import SETTINGS, open_newsroom, small_newsroom
from tests.support.items import newsletter, page
from tests.support.rendering import page_parts, written

WELSH = "Rhwydwaith Stryd y Llwyfen"
FILES = {
    "docs/index.cy.md": page(title="Cartref"),
    "docs/about.cy.md": page(title="Amdanom"),
    "newsletters/2024-05.cy.md": newsletter("## Nawr\n\nGeiriau."),
    "newsletters/2024-05.md": newsletter("## Now\n\nWords."),
}


@pytest.mark.parametrize(
    ("names", "expected"), [({"cy": WELSH}, WELSH), ({}, SETTINGS["site_name"])], ids=["named", "not named"]
)
def test_welsh_pages_feeds_and_emails_have_the_welsh_name(tmp_path: Path, names: dict[str, str], expected: str) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | FILES, settings={**SETTINGS, "site_names": names})
    files = dict(written(build))
    about, home = (page_parts(build, path) for path in ("docs/about.cy.md", "docs/index.cy.md"))
    assert f"<title>Amdanom · {expected}</title>" in about.head
    assert f"<title>{expected}</title>" in home.head
    assert f'<meta property="og:site_name" content="{expected}">' in about.head
    assert f'"name":"{expected}"' in about.structured_data.replace('": "', '":"')
    assert about.header.count(expected) == about.body.count(expected) == 1
    assert about.footer.count(expected) == 2
    feed = json.loads(files["cy/feed.json"])
    assert feed["title"].startswith(expected)
    assert [author["name"] for author in feed["authors"]] == [expected]
    assert f"<name>{expected}</name>".encode() in files["cy/atom.xml"]
    assert expected.encode() in files["cy/feeds.opml"]
    assert expected.encode() in files["cy/newsletters/2024-05/email/generic.html"]
    message = message_from_bytes(files["cy/newsletters/2024-05/email/newsletter.eml"], policy=policy.default)
    assert message["From"].addresses[0].display_name == expected


def test_english_pages_keep_the_first_name(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | FILES, settings={**SETTINGS, "site_names": {"cy": WELSH}})
    files = dict(written(build))
    shown = page_parts(build, "docs/about.md")
    assert WELSH not in f"{shown.head}{shown.header}{shown.body}{shown.footer}"
    assert {
        path for path, content in files.items() if WELSH.encode() in content and not path.startswith("cy/")
    } == set()
