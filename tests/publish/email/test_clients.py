"""The frozen editions use HTML and CSS that mail programs support (caniemail) and that is valid (vnu)."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.support.emails import HTML_TOOLS
from tests.support.golden import golden_email
from tests.support.html import parse_errors
from tests.support.node import caniemail_issues, vnu_messages

UNSUPPORTED: Mapping[tuple[str, str], str] = {
    ("color-scheme meta tag", "gmail"): "Gmail recolours by itself; nothing is transparent or drawn words.",
    (
        "color-scheme meta tag",
        "outlook",
    ): "Outlook.com has rules of its own ([data-ogsc]); the others recolour.",
    ("color-scheme meta tag", "yahoo"): "Yahoo shows the light email, which is whole.",
    ("color-scheme meta tag", "samsung-email"): "Samsung heeds the media query; the meta is for Apple Mail.",
    ("color-scheme meta tag", "apple-mail"): "The media query does it on iOS; on macOS the meta is heeded.",
    ("@media", "outlook"): "Outlook for Windows is never narrow, and recolours by itself.",
    ("Attribute selector", "outlook"): "[data-ogsc] is written by Outlook.com, the one that reads it.",
    ("<body> element", "outlook"): "Outlook for Mac makes it a div; the outer table repeats its background.",
    ("<body> element", "yahoo"): "Yahoo makes it a div; the outer table repeats its background.",
    ("height property", "yahoo"): "`height: auto` on pictures, which have both sizes as attributes as well.",
}
"""What may be unsupported where, and why that does no harm. At most ten pairs; each is in use."""
IN_CONTENT = frozenset(("<abbr> element", "white-space", "word-break"))
"""What only content brings that no frozen edition has: abbreviations, code, tables. Whole all the same."""
ALLOWED_BY_RULES = (
    r"Attribute “xmlns:[vow]” not allowed here\.",
    r"CSS: “mso-hide”: Property “mso-hide” doesn't exist\.",
    r"The “\w+” attribute on the “(?:body|table|td)” element is obsolete\..*",
)
"""What HTML's rules have against email that Outlook needs: namespaces for its shapes, tables with sizes and colours."""
ALLOWED_OF_TOOLS = (
    *ALLOWED_BY_RULES,
    r"Bad value “(?:"
    r"\*\|\w+\|\*|\{\{ ?[\w.]+ ?\}\}(?:\?manage=true)?|\{\$\w+\}|http://\$\w+\$|\[\[\w+\]\]|\$\[\w+:\w+\]\$"
    r")” for attribute “href” on element “a”: .*",
    r"Element “(?:unsubscribe|webversion|preferences)” not allowed as child of element “p” in this context\..*",
    r"The “(?:unsubscribe|webversion|preferences)” element is a completely-unknown element .*",
)
"""What it has, besides, against mail tools' tags."""


@pytest.fixture(scope="module")
def editions(frozen_site: Path) -> dict[str, str]:
    """The HTML of every frozen edition."""
    found = sorted(frozen_site.glob("**/newsletters/*/email/generic.html"))
    assert found
    return {file.relative_to(frozen_site).as_posix(): file.read_text(encoding="utf-8") for file in found}


def golden(tool: str) -> str:
    """The HTML of the edition with every construct."""
    return golden_email(f"{tool}.html")


def tags_of(pages: Iterable[str]) -> str:
    """Make a page with each different tag of some pages, and their complete heads.

    caniemail finds the same in it as in the pages, in a tenth of the time.
    """
    heads, bodies = zip(*(page.split("</head>") for page in pages), strict=True)
    tags = {tag: None for body in bodies for tag in re.findall(r"<[a-z][^>]*>", body)}
    return f"{''.join(dict.fromkeys(heads))}</head>{''.join(tags)}"


@pytest.fixture(scope="module")
def unsupported(editions: dict[str, str]) -> dict[str, set[tuple[str, str]]]:
    """The unsupported features, with the mail programs, in all editions."""
    found = caniemail_issues({"frozen": tags_of(editions.values()), "golden": tags_of([golden("generic")])})
    return {
        name: {(issue.feature, issue.client.partition(".")[0]) for issue in issues if issue.support == "unsupported"}
        for name, issues in found.items()
    }


def test_frozen_editions_use_supported_html_and_css(
    unsupported: dict[str, set[tuple[str, str]]],
) -> None:
    assert unsupported["frozen"] <= set(UNSUPPORTED)


def test_allowlist_is_short_and_in_use(unsupported: dict[str, set[tuple[str, str]]]) -> None:
    found = unsupported["golden"]
    assert len(UNSUPPORTED) <= 10
    assert {pair for pair in found if pair[0] not in IN_CONTENT} == set(UNSUPPORTED)
    assert {feature for feature, _ in found} & IN_CONTENT == IN_CONTENT


def test_html_validator_reports_only_outlook_and_merge_tags(editions: dict[str, str]) -> None:
    found = vnu_messages({**editions, **{tool: golden(tool) for tool in HTML_TOOLS}})
    for names, allowed in ((editions, ALLOWED_BY_RULES), (HTML_TOOLS, ALLOWED_OF_TOOLS)):
        messages = {message.message for name in names for message in found[name]}
        assert [message for message in sorted(messages) if not re.fullmatch("|".join(allowed), message)] == []


def test_every_frozen_edition_is_well_formed_and_small(editions: dict[str, str]) -> None:
    for html in editions.values():
        assert parse_errors(html) == []
        assert len(html.encode()) <= 60_000
