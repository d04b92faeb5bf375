"""The email for each mail tool has that tool's merge tags once, and no other tool's."""

from collections.abc import Iterator

import pytest

from tests.support.emails import EDITION_URL, HTML_TOOLS, Parts, emails_of
from tests.support.html import parse
from tests.support.items import newsletter

LINKS = {
    "mailchimp": ("*|UNSUB|*", "*|ARCHIVE|*"),
    "brevo": ("{{ unsubscribe }}", "{{ mirror }}"),
    "mailerlite": ("{$unsubscribe}", "{$url}"),
    "dotdigital": ("http://$UNSUB$", "http://$CANTREAD$"),
    "listmonk": ("{{ UnsubscribeURL }}", "{{ MessageURL }}"),
    "buttondown": ("{{ unsubscribe_url }}", "{{ email.absolute_url }}"),
}
"""Each tool's address for leaving and for viewing online, from the tools' manuals."""
ELEMENTS = {"campaign-monitor": ("unsubscribe", "webversion")}
"""The tools whose tags are elements in HTML, and the same in square brackets in the text."""
ADDRESSES = {"mailchimp": ("*|HTML:LIST_ADDRESS_HTML|*", "*|LIST:ADDRESS|*")}
"""The tools that fill in the sender's postal address, in HTML and in plain text."""


@pytest.fixture(scope="module")
def emails(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Parts]:
    """One edition's email for every tool."""
    return emails_of(tmp_path_factory.mktemp("newsroom"), newsletter(), HTML_TOOLS)


def links(html: str) -> list[str]:
    """The addresses of the links in an email."""
    return [link.get("href", "") for link in parse(html).iter("a")]


@pytest.mark.parametrize("tool", LINKS)
def test_merge_tag_links_are_once_in_both_parts(emails: dict[str, Parts], tool: str) -> None:
    for tag in LINKS[tool]:
        assert links(emails[tool].html).count(tag) == 1
        assert emails[tool].html.count(tag) == 1
        assert emails[tool].text.count(tag) == 1


@pytest.mark.parametrize("tool", ELEMENTS)
def test_merge_tag_elements_are_once_in_both_parts(emails: dict[str, Parts], tool: str) -> None:
    for name in ELEMENTS[tool]:
        (element,) = parse(emails[tool].html).iter(name)
        assert element.text
        assert emails[tool].html.count(f"<{name}>") == 1
        assert emails[tool].text.count(f"[{name}]") == 1


def test_generic_email_unsubscribes_by_mail_and_links_to_the_page(
    emails: dict[str, Parts],
) -> None:
    leave = "mailto:hello@elm.example?subject=Unsubscribe%20from%20the%20newsletter"
    assert links(emails["generic"].html).count(leave) == 1
    assert emails["generic"].text.count(leave) == 1
    assert links(emails["generic"].html)[0] == EDITION_URL
    assert EDITION_URL in emails["generic"].text.split("\n")


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_sender_address_is_once_in_each_part(emails: dict[str, Parts], tool: str) -> None:
    ours = "The Elm Street Network, 1 Elm Street"
    in_html, in_text = ADDRESSES.get(tool, (ours, ours))
    assert emails[tool].html.count(in_html) == 1
    assert emails[tool].text.count(in_text) == 1


def tags() -> Iterator[tuple[str, str]]:
    """Every tool with each form of each of its tags."""
    for tool, pair in LINKS.items():
        yield from ((tool, tag) for tag in pair)
    for tool, pair in ELEMENTS.items():
        yield from ((tool, form.format(name)) for name in pair for form in ("<{}>", "[{}]"))
    yield from ((tool, tag) for tool, pair in ADDRESSES.items() for tag in pair)


@pytest.mark.parametrize(("owner", "tag"), list(tags()))
def test_merge_tags_are_not_in_other_tools_files(emails: dict[str, Parts], owner: str, tag: str) -> None:
    assert {tool for tool, email in emails.items() if tag in email.html + email.text} == {owner}


def test_every_tool_is_covered_here() -> None:
    assert {"generic", *LINKS, *ELEMENTS} == set(HTML_TOOLS)
