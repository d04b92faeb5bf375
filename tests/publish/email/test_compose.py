"""A complete email is well-formed, in the edition's language, with the same absolute links in both parts."""

import re
from pathlib import Path

import pytest

from newsroom.mail_tools import MAIL_TOOLS
from tests.support import SETTINGS, small_newsroom
from tests.support.emails import EDITION_URL, HTML_TOOLS, Parts, email_of, emails_of
from tests.support.golden import golden_email
from tests.support.html import parse, parse_errors, texts
from tests.support.images import picture
from tests.support.items import newsletter
from tests.support.rendering import published

BODY = """\
A word first, with a [link](../stories/the-garden.md).

## Hello & welcome

See [the garden](../stories/the-garden.md), [events](#whats-on), <https://other.example/?a=1&b=2>, <a@elm.example>,
[![A bench](bench.png)](https://other.example/bench), **and [more](../docs/about.md)**[^1].

## What's on? {#whats-on}

| When | Where |
|---|---|
| May | [Hall](https://other.example/hall) |

> [Quoted](../docs/areas/elmham.md)

- [Listed](https://other.example/list)
    - [Nested](https://other.example/nested)

## Jobs

None.

## Thanks

To [all](https://other.example/all).

[^1]: With a [note](https://other.example/note).
"""


@pytest.fixture(scope="module")
def emails(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Parts]:
    """The emails of an edition with many links, for every tool."""
    return emails_of(tmp_path_factory.mktemp("newsroom"), newsletter(BODY), HTML_TOOLS)


def content_links(html: str) -> set[str]:
    """The addresses of the links in the sections."""
    cells = [cell for cell in parse(html).iter("td") if "content" in cell.get("class", "").split()]
    return {link.get("href", "") for cell in cells for link in cell.iter("a")}


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_email_is_well_formed(emails: dict[str, Parts], tool: str) -> None:
    assert parse_errors(emails[tool].html) == []


def test_email_with_every_markdown_construct_is_well_formed() -> None:
    for tool in HTML_TOOLS:
        assert parse_errors(golden_email(f"{tool}.html")) == []


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_addresses_are_absolute_or_merge_tags(emails: dict[str, Parts], tool: str) -> None:
    root = parse(emails[tool].html)
    found = {value for element in root.iter() for name, value in element.items() if name in ("href", "src")}
    own = {tag.href for tag in MAIL_TOOLS[tool].tags}
    assert len(found) > 10
    assert [a for a in found - own if not re.match(r"https://[^/]+/|mailto:\S+@", a)] == []


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_both_parts_have_the_same_links(emails: dict[str, Parts], tool: str) -> None:
    email = emails[tool]
    numbered = dict(re.findall(r"^\[(\d+)\] (\S+)$", email.text, re.MULTILINE))
    used = set(re.findall(r"(?<!^)\[(\d+)\]", email.text))
    assert used == set(numbered)
    written_out = {link for link in content_links(email.html) if link.removeprefix("mailto:") in email.text.split()}
    in_a_sentence = {"https://other.example/?a=1&b=2", "mailto:a@elm.example"}
    assert all(link.removeprefix("mailto:") in email.text for link in in_a_sentence)
    assert set(numbered.values()) | written_out | in_a_sentence == content_links(email.html)


def test_contents_list_links_to_sections_of_the_page(emails: dict[str, Parts]) -> None:
    root = parse(emails["generic"].html)
    (contents,) = (cell for cell in root.iter("td") if cell.get("class") == "cell contents")
    assert [(link.text, link.get("href")) for link in contents.iter("a")] == [
        ("Hello & welcome", f"{EDITION_URL}#hello--welcome"),
        ("What's on?", f"{EDITION_URL}#whats-on"),
        ("Jobs", f"{EDITION_URL}#jobs"),
        ("Thanks", f"{EDITION_URL}#thanks"),
    ]
    titles = ["In this edition", "Hello & welcome", "What's on?", "Jobs", "Thanks"]
    assert [heading.text for heading in root.iter("h2")] == titles


def test_short_edition_has_no_contents_list(tmp_path: Path) -> None:
    email = email_of(tmp_path, newsletter("Dear all.\n\n## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC."))
    assert "In this edition" not in email.html
    assert "IN THIS EDITION" not in email.text


def test_text_contents_list_has_sections_in_order(emails: dict[str, Parts]) -> None:
    contents = emails["generic"].text.split("IN THIS EDITION\n\n")[1].split("\n\n")[0]
    assert contents == "- Hello & welcome\n- What's on?\n- Jobs\n- Thanks"
    places = ("A word first", "IN THIS EDITION", "HELLO & WELCOME", "WHAT'S ON?")
    assert (found := [emails["generic"].text.index(place) for place in places]) == sorted(found)


def test_preheader_is_first_in_html_and_not_in_text(tmp_path: Path) -> None:
    email = email_of(tmp_path, newsletter(BODY, preheader="What grew & who planted it."))
    body = parse(email.html).find("body")
    assert body is not None
    first, then, *_ = texts(body)
    assert first.startswith("What grew & who planted it.")
    assert len(first.replace("What grew & who planted it.", "")) >= 100
    assert then == "Read this edition on the web"
    assert "What grew" not in email.text


def test_subject_is_the_headline_and_the_title_is_above_it(tmp_path: Path) -> None:
    email = email_of(tmp_path, newsletter(BODY, subject="Spring & <more>", title="March & <April>"))
    root = parse(email.html)
    assert root.findtext("head/title") == "Spring & <more>"
    assert [heading.text for heading in root.iter("h1")] == ["Spring & <more>"]
    assert "March & <April> · March 2024" in list(texts(root))
    assert "March & <April> · March 2024\nSPRING & <MORE>\n" in email.text


def test_senders_are_named_with_their_roles(tmp_path: Path) -> None:
    people = [{"name": "Ada <Elm>", "role": "Editor & friend"}, {"name": "Siân Ŵyn"}]
    email = email_of(tmp_path, newsletter(**{"from": people}))
    line = "A note from Ada <Elm> (Editor & friend) and Siân Ŵyn"
    assert line in [text.strip() for text in texts(parse(email.html))]
    assert line in email.text.split("\n")


def test_lead_picture_is_described_in_the_text(tmp_path: Path) -> None:
    image = {"src": "bench.png", "alt": "A bench", "caption": "By the pond.", "credit": "Ada Elm", "person": False}
    email = email_of(tmp_path, newsletter(image=image))
    assert "\n[A bench]\nBy the pond. Ada Elm\n" in email.text


def test_editions_in_two_languages_link_to_each_other_at_the_top(tmp_path: Path) -> None:
    editions = {
        "newsletters/2024-03.md": newsletter(BODY),
        "newsletters/2024-03.cy.md": newsletter("## Helo\n\nBore da."),
    }
    pictures = {"newsletters/bench.png": picture()}
    files = published(tmp_path, {**small_newsroom(), **editions, **pictures})
    for path, href, lang, name in (
        ("", "https://elm.example/cy/newsletters/2024-03/", "cy", "Cymraeg"),
        ("cy/", EDITION_URL, "en", "English"),
    ):
        email = files[f"{path}newsletters/2024-03/email/generic.html"].decode()
        (link,) = (link for link in parse(email).iter("a") if link.get("lang") == lang)
        assert (link.get("href"), link.get("hreflang"), link.text) == (href, lang, name)
        assert email.index(f">{name}</a>") < email.index('class="cell masthead')
        assert f"\n{name}: {href}\n" in files[f"{path}newsletters/2024-03/email/generic.txt"].decode()


@pytest.mark.parametrize(("tool", "shown"), [("generic", 1), ("mailchimp", 0), ("constant-contact", 0)])
def test_postal_address_is_shown_where_the_tool_has_none(tmp_path: Path, tool: str, shown: int) -> None:
    settings = {**SETTINGS, "postal_address": "7 Oak Lane, Elmham"}
    email = emails_of(tmp_path, newsletter(), [tool], settings=settings)[tool]
    assert email.html.count("7 Oak Lane, Elmham") == email.text.count("\n7 Oak Lane, Elmham\n") == shown


def test_forwarded_email_leads_to_the_sign_up(emails: dict[str, Parts]) -> None:
    for email in emails.values():
        assert [link.get("href") for link in parse(email.html).iter("a")].count("https://elm.example/sign-up/") == 1
        assert "Sign up for the newsletter: https://elm.example/sign-up/\n" in email.text


def test_welsh_edition_is_in_welsh_with_lang(tmp_path: Path) -> None:
    email = email_of(
        tmp_path,
        newsletter(
            "## Helo\n\n## Un\n\n## Dau\n\n## Tri\n\n## Pedwar".replace("\n\n", "\n\nBore da.\n\n"), title="Mawrth"
        ),
        lang="cy",
    )
    root = parse(email.html)
    body = root.find("body/div")
    assert body is not None
    assert [(element.get("lang"), element.get("dir")) for element in (root, body)] == [("cy", "ltr")] * 2
    assert "Yn y rhifyn hwn" in list(texts(root))
    assert "YN Y RHIFYN HWN" in email.text
    assert "Dad-danysgrifio" in email.text
    assert "https://elm.example/cy/newsletters/2024-03/" in email.text


def test_styles_are_inlined_and_no_style_sheet_is_loaded(emails: dict[str, Parts]) -> None:
    root = parse(emails["generic"].html)
    assert all("color:" in link.get("style", "") for link in root.iter("a"))
    assert list(root.iter("link")) == []
    assert "@import" not in emails["generic"].html
    styles = [style.text or "" for style in root.iter("style")]
    assert ["prefers-color-scheme: dark" in styles[0], "[data-ogsc]" in styles[1]] == [True, True]


def test_layout_tables_have_role_presentation(emails: dict[str, Parts]) -> None:
    html = emails["generic"].html
    tables = [table for table in parse(html).iter("table") if table.get("cellpadding")]
    hidden = re.findall(r"<!--\[if mso\]>(<table[^>]*>)", html)
    assert len(tables) == 3
    assert hidden
    assert all(table.get("role") == "presentation" for table in tables)
    assert all('role="presentation"' in table for table in hidden)


def test_text_lines_are_at_most_72_wide_except_addresses(tmp_path: Path) -> None:
    words = "many words in a row that go on and on until no line of any screen could hold them"
    edition = newsletter(f"## {words}\n\n{words}", title=words, **{"from": [{"name": words, "role": words}]})
    settings = {**SETTINGS, "contact": f"{'long.' * 8}@elm.example", "sender": words}
    lines = email_of(tmp_path, edition, settings=settings).text.split("\n")
    assert [line for line in lines if len(line) > 72 and "https://" not in line and "mailto:" not in line] == []


def test_same_edition_gives_the_same_bytes(tmp_path: Path, emails: dict[str, Parts]) -> None:
    assert emails_of(tmp_path, newsletter(BODY), HTML_TOOLS) == emails


def test_button_around_a_picture_is_a_link(tmp_path: Path) -> None:
    text = (
        "## Hello\n\n[![A bench](bench.png)](https://o.example/a){ .button }\n\n[Words](https://o.example/b){ .button }"
    )
    links = {link.get("href"): link for link in parse(email_of(tmp_path, newsletter(text)).html).iter("a")}
    assert [image.get("alt") for image in links["https://o.example/a"].iter("img")] == ["A bench"]
    assert "background-color" not in links["https://o.example/a"].get("style", "")
    assert "background-color" in links["https://o.example/b"].get("style", "")
