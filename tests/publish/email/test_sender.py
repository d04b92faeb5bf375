"""The sender's page: it has what is pasted to the letter, says what the checks found, and works without a script."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath
from types import MappingProxyType
from xml.etree.ElementTree import Element

import pytest

from newsroom.lengths import Length
from newsroom.problems import Problem, Severity
from newsroom.publish.email import MAIL_TOOLS, Part
from newsroom.publish.email.body import EmailBody
from newsroom.publish.email.checks import CHECKS, Result
from newsroom.publish.email.compose import Email
from newsroom.publish.email.sender import SenderPages, ToolEmail
from newsroom.publish.email.sender.inbox import InboxLine
from newsroom.publish.email.sender.steps import STEPS
from newsroom.publish.email.tools import MailTool
from newsroom.settings import Settings
from tests.support import ROOT, SETTINGS, small_newsroom
from tests.support.emails import HTML_TOOLS, body_of
from tests.support.html import parse, parse_errors, text_of
from tests.support.pieces import newsletter
from tests.support.rendering import published

PAGE = "newsletters/2024-03/email/index.html"
HOSTILE = '</textarea><script>alert("&amp;")</script>'
ALL_TOOLS: Mapping[str, object] = MappingProxyType({**SETTINGS, "mail_tools": list(MAIL_TOOLS)})
ERROR = Problem("newsletters/2024-03.md", 12, "the link to `elm` is broken", "write where it leads")
WARNING = Problem("newsletters/2024-03.md", None, "the section is empty", "is it ready?", Severity.WARNING)
PLAIN_EMAIL: Email = MappingProxyType({Part.HTML: "<!doctype html><title>News</title>", Part.TEXT: "News\n"})


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All files of a newsroom whose one edition is made for every tool, its words as hostile as they may be."""
    files = small_newsroom()
    body = f"Before.\n\n## `{HOSTILE}` & more {{#more}}\n\n    {HOSTILE}\n\n## The end\n\nWords[^1].\n\n[^1]: A note."
    files["newsletters/2024-03.md"] = newsletter(body, title=HOSTILE, subject=HOSTILE, preheader=HOSTILE * 2)
    return published(tmp_path_factory.mktemp("newsroom"), files, settings=ALL_TOOLS)


@pytest.fixture(scope="module")
def page(written: dict[str, bytes]) -> Element:
    """The sender's page of that edition."""
    return parse(written[PAGE].decode())


def elements(page: Element, tag: str = "*", **attributes: str) -> Iterator[Element]:
    """The elements of a tag, or all, that have some attributes; a class among others counts."""
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    for element in page.iter(tag):
        if all(value in (element.get(key), *(element.get(key) or "").split()) for key, value in wanted.items()):
            yield element


def words(element: Element) -> str:
    """An element's text on one line."""
    return " ".join("".join(element.itertext()).split())


def page_with(
    results: tuple[Result, ...] = (),
    left_out: str = "",
    tool: MailTool = MAIL_TOOLS["mailchimp"],
    *,
    is_checked: bool = True,
    parts: Email = PLAIN_EMAIL,
) -> str:
    """The page of an edition with these results of checks, made by itself."""
    body = body_of(left_out)
    pages = SenderPages(ROOT / "overrides/email", Settings.model_validate(SETTINGS))
    without_sections = EmailBody(body.edition, body.page_url, (), body.problems)
    return pages.page(without_sections, [ToolEmail(tool, parts, results)], is_checked=is_checked)


def test_the_page_is_well_formed_in_english_and_not_for_search_engines(
    written: dict[str, bytes], page: Element
) -> None:
    assert parse_errors(written[PAGE].decode()) == []
    assert page.get("lang") == "en"
    assert next(elements(page, "meta", name="robots")).get("content") == "noindex"
    assert [words(heading) for heading in page.iter("h1")] == [f"Send “{HOSTILE}”"]
    assert "Send" in words(next(page.iter("title")))


def test_the_page_has_only_its_own_script_and_no_handlers(page: Element) -> None:
    assert [(script.get("src"), script.text) for script in page.iter("script")] == [("../../../assets/sender.js", None)]
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []


def test_the_page_names_the_sites_icons_so_that_browsers_ask_for_no_other(page: Element) -> None:
    icons = [str(icon.get("href")) for icon in elements(page, "link", rel="icon")]
    assert len(icons) > 0
    for icon in icons:
        assert icon.startswith("../../../assets/")
        assert (ROOT / "overrides" / icon.removeprefix("../../../")).is_file()


@pytest.mark.parametrize("tool", MAIL_TOOLS)
def test_what_is_copied_is_the_email_to_the_letter(written: dict[str, bytes], page: Element, tool: str) -> None:
    for part in MAIL_TOOLS[tool].parts:
        (field,) = elements(page, "textarea", id=f"{tool}-{part}")
        assert field.text == written[f"newsletters/2024-03/email/{tool}.{part.ending}"].decode()
        assert "readonly" in field.attrib
        assert len(list(elements(page, "button", data_copies=f"{tool}-{part}"))) == 1


def test_subject_and_preheader_are_copied_to_the_letter(page: Element) -> None:
    for name, text in (("subject", HOSTILE), ("preheader", HOSTILE * 2)):
        (field,) = elements(page, "textarea", id=name)
        assert field.text == text
        assert f"{len(text)} characters" in words(next(elements(page, id=f"{name}-length")))


def test_a_text_that_begins_with_a_line_break_keeps_it() -> None:
    parts = MappingProxyType({**PLAIN_EMAIL, Part.TEXT: "\n\nNews\n"})
    assert next(elements(parse(page_with(parts=parts)), "textarea", id="mailchimp-txt")).text == "\n\nNews\n"


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [("", "", ""), ("News", "News", ""), ("Good", "Good", ""), ("Good news", "Good", " news")],
)
def test_phones_show_the_beginning_of_a_line(text: str, shown: str, hidden: str) -> None:
    line = InboxLine("subject", text, Length(1, 9, "inboxes", shown=4))
    assert (line.shown, line.hidden) == (shown, hidden)


@pytest.mark.parametrize(
    ("length", "advice"),
    [
        (40, "40 characters. Phones show about 40, so all of it."),
        (41, "41 characters. Phones show about the first 40: put what matters most first."),
        (60, "60 characters. Phones show about the first 40: put what matters most first."),
        (61, "61 characters. In newsletters/2024-03.md, shorten it to at most 60 characters. "
             "Phones show about the first 40: put what matters most first."),
        (1, "1 character. Phones show about 40, so all of it."),
    ],
)  # fmt: skip
def test_a_subject_that_phones_cut_off_is_named_long(tmp_path: Path, length: int, advice: str) -> None:
    files = {**small_newsroom(), "newsletters/2024-03.md": newsletter(subject="x" * length)}
    page = parse(published(tmp_path, files)[PAGE].decode())
    assert words(next(elements(page, id="subject-length"))) == advice
    cut = ["".join(rest.itertext()) for rest in page.iter("del")]
    assert cut == (["x" * (length - 40)] if length > 40 else [])


def test_every_tool_has_three_steps() -> None:
    assert set(STEPS) == set(MAIL_TOOLS)
    for steps in STEPS.values():
        assert len(steps) == 3
        assert all(step.endswith(".") and len(step) < 200 for step in steps)


@pytest.mark.parametrize("tool", MAIL_TOOLS)
def test_the_page_says_what_to_paste_where(page: Element, tool: str) -> None:
    (panel,) = elements(page, "section", data_tool=tool)
    assert tuple(words(step) for step in next(elements(panel, "ol", class_="steps"))) == STEPS[tool]


def test_one_can_choose_among_the_tools_with_the_first_chosen(page: Element) -> None:
    radios = list(elements(page, "input", name="tool"))
    assert [radio.get("value") for radio in radios] == list(MAIL_TOOLS)
    assert [radio.get("value") for radio in radios if "checked" in radio.attrib] == ["generic"]


def test_there_is_no_choice_of_one_tool() -> None:
    page = parse(page_with())
    assert list(elements(page, "input", name="tool")) == []
    assert "This edition: ready to send." in words(page)


def test_without_a_script_everything_is_shown(page: Element) -> None:
    hidden = [element for element in page.iter() if "hidden" in element.attrib]
    assert all("data-scripted" in element.attrib for element in hidden)
    assert all("open" in text.attrib for text in page.iter("details"))
    assert not [field for element in hidden for field in element.iter("textarea")]


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_the_email_stands_in_frames_of_two_widths(page: Element, tool: str) -> None:
    frames = list(elements(next(elements(page, "section", data_tool=tool)), "iframe"))
    assert [(frame.get("src"), frame.get("width")) for frame in frames] == [(f"{tool}.html", w) for w in ("600", "375")]
    for frame in frames:
        assert frame.get("title")
        assert "allow-scripts" not in (frame.get("sandbox") or "allow-scripts")


def test_notify_has_its_markdown_and_no_html_to_look_at(page: Element) -> None:
    (panel,) = elements(page, "section", data_tool="notify")
    assert [field.get("id") for field in panel.iter("textarea")] == ["notify-md"]
    assert [words(button) for button in panel.iter("button")] == ["Copy Markdown"]
    assert [e.tag for name in ("iframe", "table", "noscript") for e in panel.iter(name)] == []


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_the_sizes_of_the_sections_add_up(page: Element, tool: str) -> None:
    (panel,) = elements(page, "section", data_tool=tool)
    rows = [[words(cell) for cell in row] for row in next(elements(panel, "table", class_="sizes")).iter("tr")]
    assert [row[0] for row in rows] == [
        "Section",
        "Before the first heading",
        f"{HOSTILE} & more",
        "The end",
        "Footnotes",
        "What stands around them: masthead, contents, footer",
    ]
    total = sum(float(row[1].removesuffix(" kB")) for row in rows[1:])
    (said,) = (words(e) for e in panel.iter("strong") if words(e).endswith(" kB"))
    assert float(said.removesuffix(" kB")) == pytest.approx(total, abs=0.1 * len(rows))


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_every_check_is_listed_with_its_result(page: Element, tool: str) -> None:
    (panel,) = elements(page, "section", data_tool=tool)
    listed = [words(check) for check in elements(panel, "li", class_="check")]
    assert listed == [f"✓Passed: {check.claim}" for check in CHECKS]
    assert f"ready to send. All {len(CHECKS)} checks passed." in words(next(elements(page, "div", data_tool=tool)))


def test_a_failed_check_says_what_to_mend_and_nothing_can_be_copied() -> None:
    html = page_with((Result("Every link leads somewhere.", (ERROR,)), Result("It is small.", ())))
    said = text_of(html)
    assert "This edition: do not send it yet." in said
    assert "✗Not so: Every link leads somewhere." in said
    assert "Wrong, newsletters/2024-03.md, line 12: the link to elm is broken. To fix it: write where it leads." in said
    assert "✓Passed: It is small." in said
    assert [field.get("id") for field in parse(html).iter("textarea")] == ["subject", "preheader"]
    assert [link for link in parse(html).iter("a") if "download" in link.attrib] == []


def test_a_warning_is_told_and_the_email_can_be_sent() -> None:
    html = page_with((Result("Every section has something in it.", (WARNING,)),))
    said = text_of(html)
    assert "it can be sent, but look first. There is one warning: see it." in said
    assert "!Look at this: Every section has something in it." in said
    assert "Warning, newsletters/2024-03.md: the section is empty. To fix it: is it ready?" in said
    assert len(list(elements(parse(html), "button", data_copies="mailchimp-html"))) == 1


def test_what_was_left_out_is_told() -> None:
    html = page_with((Result("It is small.", ()),), left_out="<p>Words.</p><form><p>More.</p></form>")
    said = text_of(html)
    assert "There is one warning: see it." in said
    assert "Left out of the email, or changed for it" in said
    assert "form cannot stand in email" in said.replace("<form>", "form")


def test_notify_is_told_what_was_left_out_too() -> None:
    said = text_of(
        page_with(left_out="<form></form>", tool=MAIL_TOOLS["notify"], parts=MappingProxyType({Part.MARKDOWN: "# A"}))
    )
    assert "it can be sent, but look first" in said
    assert "there is no HTML to check here" in said


def test_an_old_edition_says_that_it_was_not_checked_and_how_it_can_be(tmp_path: Path) -> None:
    files = small_newsroom()
    for month in range(1, 5):
        files[f"newsletters/2024-0{month}.md"] = newsletter()
    written = published(tmp_path, files)
    for month in range(1, 5):
        said = text_of(written[f"newsletters/2024-0{month}/email/index.html"].decode())
        assert ("not checked. It is older than the newest three editions" in said) == (month == 1)
        assert ("newsroom check --all-email" in said) == (month == 1)
        assert ("Passed:" in said) == (month > 1)


@pytest.mark.parametrize(("suffix", "folder"), [("", ""), (".cy", "cy/")])
def test_every_link_leads_to_a_file_beside_the_page_also_without_a_server(
    tmp_path: Path, suffix: str, folder: str
) -> None:
    files = {**small_newsroom(), f"newsletters/2024-03{suffix}.md": newsletter()}
    written = published(tmp_path, files, settings=ALL_TOOLS)
    path = f"{folder}{PAGE}"
    known = {*written, f"{folder}newsletters/2024-03/index.html"}
    known |= {file.relative_to(ROOT / "overrides").as_posix() for file in (ROOT / "overrides/assets").iterdir()}
    page = parse(written[path].decode())
    links = {value for element in page.iter() for name, value in element.items() if name in ("href", "src")}
    inner = {link for link in links if link.startswith("#")}
    assert {normpath(f"{PurePosixPath(path).parent}/{link}") for link in links - inner} <= known
    assert {link[1:] for link in inner} <= {element.get("id") for element in page.iter()}


def test_a_welsh_editions_words_are_welsh_on_an_english_page(tmp_path: Path) -> None:
    files = {**small_newsroom(), "newsletters/2024-03.cy.md": newsletter("## Helo\n\nGeiriau.", title="Newyddion")}
    page = parse(published(tmp_path, files)[f"cy/{PAGE}"].decode())
    assert page.get("lang") == "en"
    assert {words(element) for element in elements(page, lang="cy")} >= {"Newyddion", "Helo"}
    assert next(elements(page, "textarea", id="subject")).get("lang") == "cy"


@pytest.mark.parametrize("field", [{"draft": True}, {"date": "2031-01-01"}, {}])
def test_the_page_of_an_edition_that_is_not_public_yet_says_so(tmp_path: Path, field: dict[str, object]) -> None:
    files = small_newsroom() | {"newsletters/2024-03.md": newsletter("## Hello\n\nWords.", **field)}
    written = published(tmp_path, files, preview=True)
    page = written["newsletters/2024-03/email/index.html"].decode()
    assert ("This edition is not public yet." in page) == bool(field)
