"""The sender's page has the exact texts to paste and the results of the checks, and works without JavaScript."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from posixpath import normpath
from xml.etree.ElementTree import Element

import pytest

from newsroom.content.lengths import Length
from newsroom.mail_tools import MAIL_TOOLS, EmailForm, MailTool
from newsroom.problems import Problem
from newsroom.publish.email.body import EmailBody
from newsroom.publish.email.checks import CHECKS, CheckResult
from newsroom.publish.email.compose import EmailParts
from newsroom.publish.email.edition import ToolEmail, WrittenEdition
from newsroom.publish.email.folders import EmailFolder, PendingPublication
from newsroom.publish.email.sender import SenderPages
from newsroom.publish.email.sender.inbox import inbox_line
from newsroom.publish.email.sender.panel import _preview_of, not_public_problem
from newsroom.publish.email.views import LanguageLink
from newsroom.publish.theme.assets import ThemeAssets
from newsroom.site_settings import site_settings
from tests.support import SETTINGS, small_newsroom
from tests.support.emails import HTML_TOOLS, body_of, sent_html
from tests.support.golden import Golden
from tests.support.html import parse, parse_errors, text_of
from tests.support.images import picture
from tests.support.items import newsletter
from tests.support.rendering import published
from tests.support.theme import THEME
from tests.support.values import ValueLines
from tests.support.wordings import Reported

PAGE = "newsletters/2024-03/email/index.html"
HOSTILE = '</textarea><script>alert("&amp;")</script>'
ALL_TOOLS: Mapping[str, object] = {**SETTINGS, "mail_tools": list(MAIL_TOOLS)}
ERROR = Problem("link-missing", "newsletters/2024-03.md", 12, "the link to `elm` is broken", "write where it leads")
OTHER_ERROR = Problem("email-too-large", "newsletters/2024-03.md", None, "the email is large", "shorten it")
WARNING = Problem("email-section-empty", "newsletters/2024-03.md", None, "the section is empty", "is it ready?")
PUBLIC = "The edition is public, so that the links in the email lead to its page."
PLAIN_EMAIL: EmailParts = {EmailForm.HTML: "<!doctype html><title>News</title>", EmailForm.TEXT: "News\n"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All files of a newsroom with one edition, for every tool, with text that is hard to escape."""
    files = small_newsroom()
    body = f"Before.\n\n## `{HOSTILE}` & more {{#more}}\n\n```\n{HOSTILE}\n```\n\n## The end\n\n"
    body += "Words[^1].\n\n[^1]: A note."
    files["newsletters/2024-03.md"] = newsletter(body, title=HOSTILE, subject=HOSTILE, preheader=HOSTILE * 2)
    return published(tmp_path_factory.mktemp("newsroom"), files, settings=ALL_TOOLS)


@pytest.fixture(scope="module")
def page(written: dict[str, bytes]) -> Element:
    """The sender's page of that edition."""
    return parse(written[PAGE].decode())


def test_each_download_is_named_after_the_edition_and_its_tool(page: Element) -> None:
    names = [link.get("download") for link in page.iter("a") if link.get("href") == "mailchimp.html"]
    assert names == ["2024-03-mailchimp.html"]


def elements(page: Element, tag: str = "*", **attributes: str) -> Iterator[Element]:
    """Yield the elements with a tag, or all, that have some attributes. One class of several is enough."""
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    for element in page.iter(tag):
        if all(value in (element.get(key), *(element.get(key) or "").split()) for key, value in wanted.items()):
            yield element


def words(element: Element) -> str:
    """An element's text on one line."""
    return " ".join("".join(element.itertext()).split())


def page_with(
    results: tuple[CheckResult, ...] = (),
    left_out: str = "",
    tool: MailTool = MAIL_TOOLS["mailchimp"],
    *,
    waiting: PendingPublication | None = None,
    is_checked: bool = True,
    parts: EmailParts = PLAIN_EMAIL,
    shows_blocked: bool = True,
    lang: str = "en",
    more_tools: tuple[MailTool, ...] = (),
    others: tuple[Problem, ...] = (),
    versions: tuple[LanguageLink, ...] = (),
) -> str:
    """Render the page of an edition with these results of checks, for a tool, and for more tools without any."""
    body = body_of(left_out)
    edition = replace(body.edition, lang=lang)
    pages = SenderPages(THEME / "email", site_settings(SETTINGS))
    without_sections = EmailBody(edition, body.page_url, None, (), body.problems)
    emails = (ToolEmail(tool, parts, results), *(ToolEmail(each, parts, ()) for each in more_tools))
    written = WrittenEdition(without_sections, emails, PLAIN_EMAIL)
    folder = EmailFolder(edition, is_checked, waiting)
    return pages.page(folder, written, (*body.problems, *others), shows_blocked=shows_blocked, versions=versions)


def verdict_of(html: str) -> tuple[str, list[str]]:
    """The text of the verdict, and of the elements that it links to."""
    page = parse(html)
    (verdict,) = elements(page, "div", class_="verdict")
    by_id = {element.get("id"): element for element in page.iter()}
    linked = [by_id[str(link.get("href")).removeprefix("#")] for link in verdict.iter("a")]
    return words(next(verdict.iter("h2"))), [words(element) for element in linked]


def test_page_is_well_formed_english_and_noindex(written: dict[str, bytes], page: Element) -> None:
    assert parse_errors(written[PAGE].decode()) == []
    assert page.get("lang") == "en"
    assert next(elements(page, "meta", name="robots")).get("content") == "noindex"
    assert [words(heading) for heading in page.iter("h1")] == [f"Send “{HOSTILE}”"]
    assert "Send" in words(next(page.iter("title")))


def test_page_has_only_its_own_script_and_no_handlers(page: Element) -> None:
    assert [(script.get("src"), script.text) for script in page.iter("script")] == [("../../../assets/sender.js", None)]
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []


def test_page_links_to_the_site_icons(page: Element) -> None:
    icons = [str(icon.get("href")) for icon in elements(page, "link", rel="icon")]
    assert len(icons) > 0
    assert all(icon.removeprefix("../../../") in ThemeAssets.paths for icon in icons)


@pytest.mark.parametrize("tool", MAIL_TOOLS)
def test_copied_text_is_exactly_the_email(written: dict[str, bytes], page: Element, tool: str) -> None:
    for part in MAIL_TOOLS[tool].parts:
        (field,) = elements(page, "textarea", id=f"{tool}-{part}")
        file = written[f"newsletters/2024-03/email/{tool}.{part.ending}"]
        assert field.text == (sent_html(file) if part is EmailForm.HTML else file.decode())
        assert "readonly" in field.attrib
        buttons = elements(page, "button", data_copies=f"{tool}-{part}")
        assert len([button for button in buttons if "data-plain" not in button.attrib]) == 1


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_only_the_generic_tool_says_what_formatted_copies_are_for(page: Element, tool: str) -> None:
    panel = next(elements(page, "section", data_tool=tool))
    hints = " ".join(words(hint) for hint in elements(panel, "p", **{"class": "hint"}))
    assert ("“Copy as formatted” is for Gmail" in hints) == (tool == "generic")


def test_subject_and_preheader_are_copied_exactly(page: Element) -> None:
    for name, text in (("subject", HOSTILE), ("preheader", HOSTILE * 2)):
        (field,) = elements(page, "textarea", id=name)
        assert field.text == text
        assert f"{len(text)} characters" in words(next(elements(page, id=f"{name}-length")))


def test_leading_line_break_is_kept() -> None:
    parts = {**PLAIN_EMAIL, EmailForm.TEXT: "\n\nNews\n"}
    assert next(elements(parse(page_with(parts=parts)), "textarea", id="mailchimp-txt")).text == "\n\nNews\n"


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [("", "", ""), ("News", "News", ""), ("Good", "Good", ""), ("Good news", "Good", " news")],
)
def test_phones_show_the_beginning_of_a_line(text: str, shown: str, hidden: str) -> None:
    line = inbox_line("subject", text, Length(1, 9, "inboxes", shown=4), is_in_html=False)
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
def test_page_says_that_phones_cut_off_a_long_subject(tmp_path: Path, length: int, advice: str) -> None:
    files = {**small_newsroom(), "newsletters/2024-03.md": newsletter(subject="x" * length)}
    page = parse(published(tmp_path, files)[PAGE].decode())
    assert words(next(elements(page, id="subject-length"))) == advice
    assert words(next(elements(page, "p", class_="inbox__subject"))) == "x" * min(length, 40) + "…" * (length > 40)


def test_links_and_pictures_are_listed(tmp_path: Path) -> None:
    text = "## Hello\n\n[The <b>garden</b>](../stories/the-garden.md) [![A bench](<a bench.png>)](https://o.example/b) [Here!](https://o.example/c)"
    files: dict[str, str | bytes] = {**small_newsroom(), "newsletters/2024-03.md": newsletter(text)}
    files["newsletters/a bench.png"] = picture()
    page = parse(published(tmp_path, files)[PAGE].decode())
    in_text, around, pictures = (words(listed) for listed in elements(page, "details", class_="text listed"))
    garden = "https://elm.example/stories/the-garden/"
    assert in_text == (
        f"Links in the text The garden {garden} A bench https://o.example/b "
        "Does not say where it leads: Here! https://o.example/c"
    )
    assert around.startswith("Links above and below the text ")
    assert "https://elm.example/newsletters/2024-03/ " in f"{around} "
    assert "mailto:" in around
    assert "#" not in around, "the contents lead to the sections"
    assert pictures == "Pictures A bench https://elm.example/newsletters/a%20bench.png.email.png"


def test_every_tool_has_three_steps() -> None:
    for tool in MAIL_TOOLS.values():
        assert len(tool.steps) == 3
        assert all(step.endswith(".") and len(step) < 200 for step in tool.steps)


@pytest.mark.parametrize("tool", MAIL_TOOLS)
def test_page_says_what_to_paste_where(page: Element, tool: str) -> None:
    (panel,) = elements(page, "section", data_tool=tool)
    sent = "When it is sent, write the day at the top of newsletters/2024-03.md, for example sent: 2024-03-01."
    steps = (*MAIL_TOOLS[tool].steps, sent)
    assert tuple(words(step) for step in next(elements(panel, "ol", class_="steps"))) == steps


def test_tool_choice_starts_with_the_first_tool(page: Element) -> None:
    radios = list(elements(page, "input", name="tool"))
    assert [radio.get("value") for radio in radios] == list(MAIL_TOOLS)
    assert [radio.get("value") for radio in radios if "checked" in radio.attrib] == ["generic"]


def test_single_tool_has_no_tool_choice() -> None:
    page = parse(page_with())
    assert list(elements(page, "input", name="tool")) == []
    assert "✓ Ready to send" in words(page)


def test_everything_is_shown_without_javascript(page: Element) -> None:
    hidden = [element for element in page.iter() if "hidden" in element.attrib]
    assert all("data-scripted" in element.attrib for element in hidden)
    assert all("open" in text.attrib for text in page.iter("details"))
    assert not [field for element in hidden for field in element.iter("textarea")]


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_email_is_shown_in_frames_of_two_widths(page: Element, tool: str) -> None:
    frames = list(elements(next(elements(page, "section", data_tool=tool)), "iframe"))
    assert [(frame.get("src"), frame.get("width")) for frame in frames] == [(f"{tool}.html", w) for w in ("600", "375")]
    for frame in frames:
        assert frame.get("title")
        assert "allow-scripts" not in (frame.get("sandbox") or "allow-scripts")


def test_notify_has_markdown_and_no_preview(page: Element) -> None:
    (panel,) = elements(page, "section", data_tool="notify")
    assert [field.get("id") for field in panel.iter("textarea")] == ["notify-md"]
    assert [words(button) for button in panel.iter("button")] == ["Copy Markdown"]
    assert [e.tag for name in ("iframe", "table", "noscript") for e in panel.iter(name)] == []


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_section_sizes_add_up(page: Element, tool: str) -> None:
    (panel,) = elements(page, "section", data_tool=tool)
    rows = [[words(cell) for cell in row] for row in next(elements(panel, "table", class_="sizes")).iter("tr")]
    assert [row[0] for row in rows] == [
        "Section",
        "Before the first heading",
        f"{HOSTILE} & more",
        "The end",
        "Footnotes",
        "Masthead, contents, footer",
    ]
    total = sum(float(row[1].removesuffix(" kB")) for row in rows[1:])
    (text,) = (words(e) for e in panel.iter("strong") if words(e).endswith(" kB"))
    assert float(text.removesuffix(" kB")) == pytest.approx(total, abs=0.1 * len(rows))


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_every_check_is_listed_with_its_result(page: Element, tool: str) -> None:
    (panel,) = elements(page, "section", data_tool=tool)
    listed = [words(check) for check in elements(panel, "li", class_="check")]
    assert listed[0] == f"✓Passed: {PUBLIC}"
    for line, check in zip(listed[1:], CHECKS, strict=True):
        assert line.startswith(f"✓Passed: {check.claim if isinstance(check.claim, str) else 'The link'}")
    verdict = next(elements(page, "div", class_="verdict", data_tool=tool))
    assert words(verdict) == f"{MAIL_TOOLS[tool].label}: ✓ Ready to send All {len(CHECKS) + 1} checks passed."


BROKEN = CheckResult("Every link leads somewhere.", (ERROR,))
LARGE = CheckResult("It is small enough.", (OTHER_ERROR,))
EMPTY = CheckResult("Every section has something in it.", (WARNING,))
FINE = CheckResult("It is well-formed.", ())
NEXT_YEAR = date(2031, 1, 1)
BROKEN_TEXT = "the link to elm is broken. To fix it: write where it leads."
EMPTY_TEXT = "the section is empty. To fix it: is it ready?"
VERDICTS: Mapping[str, tuple[str, str, list[str]]] = {
    "ready": (page_with((FINE,)), "✓ Ready to send", []),
    "a warning": (
        page_with((FINE, EMPTY)),
        "! Ready to send, with 1 warning",
        [f"Warning, newsletters/2024-03.md: {EMPTY_TEXT}"],
    ),
    "something left out": (
        page_with((FINE,), left_out='<a href="/x/"></a>'),
        "! Ready to send, with 1 warning",
        [
            "Warning, newsletters/2024-03.md: a link to https://elm.example/x/ has no text and is left out of "
            "the email. To fix it: write where it leads."
        ],
    ),
    "something left out for Notify": (
        page_with(
            left_out='<a href="/x/"></a>',
            tool=MAIL_TOOLS["notify"],
            parts={EmailForm.MARKDOWN: "# A"},
        ),
        "! Ready to send, with 1 warning",
        [
            "Warning, newsletters/2024-03.md: a link to https://elm.example/x/ has no text and is left out of "
            "the email. To fix it: write where it leads."
        ],
    ),
    "something left out and an error in the file": (
        page_with((FINE,), left_out='<a href="/x/"></a>', others=(OTHER_ERROR,)),
        "✗ Not yet: 1 error",
        [
            "Error, newsletters/2024-03.md: the email is large. To fix it: shorten it.",
            "Warning, newsletters/2024-03.md: a link to https://elm.example/x/ has no text and is left out of "
            "the email. To fix it: write where it leads.",
        ],
    ),
    "an error": (
        page_with((FINE, BROKEN)),
        "✗ Not yet: 1 error",
        [f"Error, newsletters/2024-03.md, line 12: {BROKEN_TEXT}"],
    ),
    "two errors and a warning": (
        page_with((EMPTY, BROKEN, LARGE)),
        "✗ Not yet: 2 errors",
        [
            f"Error, newsletters/2024-03.md, line 12: {BROKEN_TEXT}",
            "Error, newsletters/2024-03.md: the email is large. To fix it: shorten it.",
            f"Warning, newsletters/2024-03.md: {EMPTY_TEXT}",
        ],
    ),
    "a date to come": (
        page_with((FINE,), waiting=PendingPublication(is_draft=False, public_on=NEXT_YEAR)),
        "✗ Not yet: 1 error",
        [
            "Error, newsletters/2024-03.md: this edition is not public yet: it becomes public on 1 January 2031. "
            "To fix it: wait until then, or change the date."
        ],
    ),
    "a draft": (
        page_with((FINE,), waiting=PendingPublication(is_draft=True, public_on=None)),
        "✗ Not yet: 1 error",
        [
            "Error, newsletters/2024-03.md: this edition is not public yet: it is a draft. "
            "To fix it: delete draft: true from newsletters/2024-03.md."
        ],
    ),
    "a draft with a date to come and an error": (
        page_with((BROKEN,), waiting=PendingPublication(is_draft=True, public_on=NEXT_YEAR)),
        "✗ Not yet: 2 errors",
        [
            "Error, newsletters/2024-03.md: this edition is not public yet: it is a draft, and its date is "
            "1 January 2031. To fix it: delete draft: true from newsletters/2024-03.md; "
            "it becomes public on 1 January 2031.",
            f"Error, newsletters/2024-03.md, line 12: {BROKEN_TEXT}",
        ],
    ),
    "not checked": (page_with(is_checked=False), "? Not checked", []),
}


@pytest.mark.parametrize(
    "waiting",
    [PendingPublication(True, None), PendingPublication(False, NEXT_YEAR), PendingPublication(True, NEXT_YEAR)],
)
def test_email_of_unpublished_edition_is_an_error(waiting: PendingPublication, reported: Reported) -> None:
    assert reported([not_public_problem("newsletters/2024-03.md", waiting)]) == [
        "newsletters/2024-03.md edition-not-public"
    ]


@pytest.mark.parametrize("case", VERDICTS)
def test_verdict_links_to_errors_and_warnings(case: str) -> None:
    html, sentence, linked = VERDICTS[case]
    assert parse_errors(html) == []
    assert verdict_of(html) == (sentence, linked)


def test_verdicts_and_checks_match_golden_file(golden: Golden) -> None:
    found = []
    for case, (html, *_) in VERDICTS.items():
        shown = [
            element for element in parse(html).iter() if element.get("class", "").split(" ")[0] in ("verdict", "checks")
        ]
        found += [f"=== {case}", *(f"{element.get('class')}: {words(element)}" for element in shown)]
    golden.check("outputs/verdicts.txt", "".join(f"{line}\n" for line in found).encode())


def test_previews_of_all_tools_match_golden_file(golden: Golden) -> None:
    values = ValueLines()
    found = (
        line
        for tool in MAIL_TOOLS.values()
        for fallbacks in ((), ("friend", "you"))
        for line in values.lines(_preview_of(tool, fallbacks), "", " ".join((tool.name, *fallbacks)))
    )
    golden.check("outputs/previews.txt", "".join(f"{line}\n" for line in found).encode())


@pytest.mark.parametrize(
    ("tools", "languages", "is_compared"),
    [
        ("generic notify", "en cy", True),
        ("notify generic", "en cy", True),
        ("notify", "en cy", False),
        ("generic", "en", False),
    ],
)
def test_emails_of_several_languages_are_compared_if_one_tool_has_html(
    tools: str, languages: str, is_compared: bool
) -> None:
    first, *others = (MAIL_TOOLS[name] for name in tools.split())
    versions = tuple(LanguageLink(f"{lang}/", lang, lang) for lang in languages.split())
    html = page_with(tool=first, more_tools=tuple(others), versions=versions)
    assert ("All languages side by side" in html) is is_compared


def test_email_with_an_error_cannot_be_copied() -> None:
    html = page_with((BROKEN, FINE))
    text = text_of(html)
    assert "Do not send it yet: there is nothing to copy until this is fixed." in text
    assert "✗Not yet: Every link leads somewhere." in text
    assert "✓Passed: It is well-formed." in text
    assert [field.get("id") for field in parse(html).iter("textarea")] == ["subject", "preheader"]
    assert [link for link in parse(html).iter("a") if "download" in link.attrib] == []


@pytest.mark.parametrize("shows_blocked", [True, False])
def test_email_with_an_error_is_shown_only_in_a_preview(shows_blocked: bool) -> None:
    page = parse(page_with((LARGE,), shows_blocked=shows_blocked))
    assert len(list(page.iter("iframe"))) == (2 if shows_blocked else 0)


@pytest.mark.parametrize(
    "html",
    [page_with((EMPTY,)), page_with((FINE,), waiting=PendingPublication(is_draft=True, public_on=None))],
    ids=["a warning", "a draft"],
)
def test_email_without_errors_can_be_copied(html: str) -> None:
    assert len(list(elements(parse(html), "button", data_copies="mailchimp-html"))) == 1


def test_left_out_parts_have_a_heading() -> None:
    assert "Left out of the email, or changed for it" in text_of(page_with((FINE,), left_out='<a href="/x/"></a>'))


def test_notify_has_no_html_to_check() -> None:
    text = text_of(page_with(tool=MAIL_TOOLS["notify"], parts={EmailForm.MARKDOWN: "# A"}))
    assert "there is no HTML to check here" in text


@pytest.mark.parametrize(("tool", "is_estimated"), [("generic", False), ("mailchimp", True)])
def test_size_is_measured_and_estimated_only_where_clicks_are_counted(tool: str, is_estimated: bool) -> None:
    html = '<!doctype html><title>News</title><a href="https://elm.example/">' + "x" * 1000
    text = text_of(page_with(tool=MAIL_TOOLS[tool], parts={**PLAIN_EMAIL, EmailForm.HTML: html}))
    assert "Size 1.1 kB. Over 85 kB there is a warning; over 100 kB the email cannot be sent" in text
    assert ("If Mailchimp counts clicks, it puts longer addresses in the links’ places: about 1.2 kB" in text) == (
        is_estimated
    )


@pytest.mark.parametrize(("size", "is_over"), [(85_000, False), (85_001, True)])
def test_size_bar_over_the_limit_is_marked(size: int, is_over: bool) -> None:
    html = page_with(parts={**PLAIN_EMAIL, EmailForm.HTML: "x" * size})
    assert ('class="bar bar--over"' in html) is is_over


def test_old_edition_says_how_to_have_it_checked(tmp_path: Path) -> None:
    files = small_newsroom()
    for month in range(1, 5):
        files[f"newsletters/2024-0{month}.md"] = newsletter()
    written = published(tmp_path, files)
    for month in range(1, 5):
        text = text_of(written[f"newsletters/2024-0{month}/email/index.html"].decode())
        assert ("Not checked It is older than the newest three editions" in text) == (month == 1)
        assert ("make check CHECK=--all-email" in text) == (month == 1)
        assert ("Passed:" in text) == (month > 1)


@pytest.mark.parametrize(("suffix", "folder"), [("", ""), (".cy", "cy/")])
def test_links_work_without_a_server(tmp_path: Path, suffix: str, folder: str) -> None:
    files = {**small_newsroom(), f"newsletters/2024-03{suffix}.md": newsletter()}
    written = published(tmp_path, files, settings=ALL_TOOLS)
    path = f"{folder}{PAGE}"
    known = {*written, f"{folder}newsletters/2024-03/index.html"}
    known |= {file.relative_to(THEME).as_posix() for file in (THEME / "assets").iterdir()}
    page = parse(written[path].decode())
    links = {value for element in page.iter() for name, value in element.items() if name in ("href", "src")}
    inner = {link for link in links if link.startswith("#")}
    assert {normpath(f"{PurePosixPath(path).parent}/{link}") for link in links - inner} <= known
    assert {link[1:] for link in inner} <= {element.get("id") for element in page.iter()}


def test_welsh_edition_is_marked_as_welsh_and_leads_to_the_english_one(tmp_path: Path) -> None:
    body = "## Helo\n\nDyma [ddolen](https://a.example/).\n\n![Llun](a.png)"
    lines = {"subject": "Pwnc", "preheader": "Yr hyn sy’n newydd ar ein stryd ni yr wythnos hon."}
    welsh = newsletter(body, title="Newyddion", sent="2024-03-05", **lines)
    files: dict[str, str | bytes] = {"newsletters/2024-03.cy.md": welsh, "newsletters/a.png": picture()}
    written = published(tmp_path, small_newsroom() | files)
    page = parse(written[f"cy/{PAGE}"].decode())
    assert page.get("lang") == "en"
    marked = (element for element in elements(page, lang="cy") if not element.get("id", "").endswith(("html", "txt")))
    assert [words(element) for element in marked] == [
        *("The Elm Street Network", "Newyddion", "Mawrth 2024", *lines.values()),
        *("The Elm Street Network", *lines.values(), "Helo", "Helo", "Cymraeg", "ddolen", "English"),
        *("Darllen y rhifyn hwn ar y we", "Darllen ar y we", "Cofrestru ar gyfer y cylchlythyr"),
        *("hello@elm.example", "Dad-danysgrifio", "Llun"),
    ]
    assert "Sent to subscribers on 5 March 2024. They have the text" in words(page)
    assert "When it is sent" not in words(page)
    links = (
        (PAGE, "cy", "Cymraeg", f"../../../cy/{PAGE}", "cy"),
        (f"cy/{PAGE}", "en", "English", f"../../../../{PAGE}", None),
    )
    for path, lang, name, address, mark in links:
        page = parse(written[path].decode())
        (link,) = elements(page, "a", hreflang=lang)
        assert (words(link), link.get("href"), link.get("lang")) == (name, address, mark)
        (both,) = elements(page, "section", class_="versions")
        shown = [
            normpath(f"{PurePosixPath(path).parent}/{frame.get('src')}").removesuffix("email/shown.html")
            for frame in elements(both, "iframe")
        ]
        assert shown == ["newsletters/2024-03/", "cy/newsletters/2024-03/"]


def test_text_of_arabic_edition_runs_from_right_to_left() -> None:
    page = parse(page_with(lang="ar"))
    quoted = [element for element in page.iter() if element.get("lang") == "ar"]
    codes = [element for element in quoted if element.get("id") in ("mailchimp-html", "mailchimp-txt")]
    assert [element.get("dir") for element in codes] == ["auto"] * 2
    assert {element.get("dir") for element in quoted if element not in codes} == {"rtl"}
    assert {"span", "textarea", "p"} <= {element.tag for element in quoted}
    assert page.get("dir") is None


@pytest.mark.parametrize(
    ("month", "fields", "sentence"),
    [
        ("2024-03", {"draft": True}, "✗ Not yet: 1 error"),
        ("2031-01", {}, "✗ Not yet: 1 error"),
        ("2024-03", {}, "✓ Ready to send"),
    ],
)
def test_unpublished_edition_is_not_ready(tmp_path: Path, month: str, fields: dict[str, object], sentence: str) -> None:
    files = small_newsroom() | {f"newsletters/{month}.md": newsletter("## Hello\n\nWords.", **fields)}
    page = parse(published(tmp_path, files, preview=True)[f"newsletters/{month}/email/index.html"].decode())
    assert words(next(elements(page, "h2", id="verdict-mailchimp"))).endswith(f"Mailchimp: {sentence}")
