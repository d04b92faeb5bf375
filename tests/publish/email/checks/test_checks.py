"""Each check tells what it is there for: a good email passes them all, and a damaged one is found out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from newsroom.codes import Severity
from newsroom.problems import Problem
from newsroom.publish.email import MAIL_TOOLS, Part
from newsroom.publish.email.checks import CHECKS, Subject, content, markup, run_checks, size, tags
from newsroom.publish.email.pictures import EmailPicture
from tests.support.emails import EDITION_URL, HTML_TOOLS, body_of, email_from

ELM = "https://elm.example/elm.png"
EDITION = (
    '<p>Before.</p><h2 id="hello">Hello</h2><p>See <a href="https://e.example/a">the garden</a>, '
    '<a href="mailto:ada@elm.example">Ada</a>.</p><h3>More</h3><p><img src="/elm.png" alt="An elm"></p>'
    '<h2 id="events">Events</h2><table><tr><th>When</th></tr><tr><td>May</td></tr></table>'
    '<p><a class="button" href="https://e.example/go">Come along</a></p>'
)
SECTIONS = {"hello": 9, "events": 21}
VAGUE = frozenset({"here", "read more"})
LABEL = "overrides/email/layout.html: in the email for Outlook, Gmail or another mail program, "
FILE = "newsletters/2024-03.md"
REPAIR = "undo the last change to the templates in overrides/email/."
Find = Callable[[Subject], Iterator[Problem]]


def subject(tool: str = "generic", edition: str = EDITION) -> Subject:
    """A good email, ready to be checked."""
    body = body_of(edition, SECTIONS, {ELM: EmailPicture(f"{ELM}.email.png", 600, 400)})
    email = email_from(body, MAIL_TOOLS[tool])
    return Subject(body, MAIL_TOOLS[tool], email[Part.HTML], email[Part.TEXT], VAGUE)


def damaged(old: str, new: str, tool: str = "generic") -> Subject:
    """A good email in which something has been replaced, in the part in which it stands."""
    good = subject(tool)
    assert old in good.html + good.text
    return Subject(good.body, good.tool, good.html.replace(old, new), good.text.replace(old, new), VAGUE)


def told(find: Find, checked: Subject) -> list[str]:
    """What a check says of an email."""
    return [str(problem) for problem in find(checked)]


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_a_good_email_passes_every_check(tool: str) -> None:
    results = run_checks(subject(tool))
    assert [problem for result in results for problem in result.problems] == []
    assert [result.claim for result in results] == [check.claim for check in CHECKS]


@dataclass(frozen=True)
class Damage:
    """What is replaced in a good email, which check finds it, and what it says."""

    old: str
    new: str
    find: Find
    told: tuple[str, ...]


DAMAGES = {
    "no doctype": Damage(
        "<!doctype html>\n",
        "",
        markup.well_formed,
        (
            f"{LABEL}line 1 of the HTML is not well-formed (expected-doctype-but-got-start-tag); {REPAIR}",
            f"{LABEL}the HTML does not begin with <!doctype html>; {REPAIR}",
        ),
    ),
    "a tag too many": Damage(
        "Before.",
        "Before.</b>",
        markup.well_formed,
        (f"{LABEL}line %s of the HTML is not well-formed %s; {REPAIR}",),
    ),
    "no charset": Damage(
        '<meta charset="utf-8">',
        "",
        markup.head,
        (f'{LABEL}the HTML has not one charset, utf-8; write <meta charset="utf-8"> once.',),
    ),
    "another charset": Damage(
        "utf-8",
        "latin-1",
        markup.head,
        (f'{LABEL}the HTML has not one charset, utf-8; write <meta charset="utf-8"> once.',),
    ),
    "no title": Damage(
        "<title>News</title>",
        "<title> </title>",
        markup.head,
        (f"{LABEL}the HTML has no title; write <title>{{{{ front.subject }}}}</title>.",),
    ),
    "no language": Damage(
        '<div role="article" lang="en"',
        '<div role="article"',
        markup.head,
        (f"{LABEL}the page or its wrapper has no lang or dir; write lang and dir on html and on the first div.",),
    ),
    "a preheader that shows": Damage(
        "display: none",
        "color: red",
        markup.preheader,
        (f"{LABEL}the preheader is missing or shows; keep the hidden div with {{{{ front.preheader }}}}.",),
    ),
    "another preheader": Damage(
        "What is new.",
        "What is old.",
        markup.preheader,
        (f"{LABEL}the preheader is missing or shows; keep the hidden div with {{{{ front.preheader }}}}.",),
    ),
    "words before the preheader": Damage(
        '<div class="preheader"',
        '<p>Hello</p><div class="preheader"',
        markup.preheader,
        (f"{LABEL}other words stand before the preheader; make the preheader the first words of the body.",),
    ),
    "a preheader in the text": Damage(
        "Local Area Coordination in England and Wales\n",
        "What is new.\n",
        markup.preheader,
        (f"{LABEL}the plain text repeats the preheader; take it out of layout.txt.",),
    ),
    "a table without a role": Damage(
        'class="column" role="presentation"',
        'class="column"',
        markup.tables,
        (f'{LABEL}a layout table has no role; write role="presentation" on it.',),
    ),
    "a table for Outlook without a role": Damage(
        '<!--[if mso]><table role="presentation"',
        "<!--[if mso]><table",
        markup.tables,
        (f'{LABEL}a layout table has no role; write role="presentation" on it.',),
    ),
    "a condition that is not closed": Damage(
        "</td></tr></table><![endif]-->",
        "</td></tr></table>-->",
        markup.outlook,
        (
            f"{LABEL}a conditional comment is not closed; close it with <![endif]-->.",
            f"{LABEL}Outlook's table is not closed; close it in the last conditional comment.",
        ),
    ),
    "no column for Outlook": Damage(
        'width="600"',
        'width="100%"',
        markup.outlook,
        (f'{LABEL}Outlook has no table of 600 px; keep <table width="600"> for it.',),
    ),
    "a table for Outlook that is not closed": Damage(
        "<!--[if mso]></td></tr></table>",
        "<!--[if mso]></td></tr>",
        markup.outlook,
        (f"{LABEL}Outlook's table is not closed; close it in the last conditional comment.",),
    ),
    "a button that leads elsewhere": Damage(
        '<v:roundrect href="https://e.example/go"',
        '<v:roundrect href="https://e.example/gone"',
        markup.outlook,
        (f"{LABEL}a button leads elsewhere in Outlook; give both forms of button.html the same address.",),
    ),
    "words in a comment": Damage(
        "<!--[if !mso]><!-->",
        "<!-->",
        markup.whole_when_stripped,
        (f"{LABEL}words or links are lost where a mail tool strips comments; {REPAIR}",),
    ),
    "words in a style": Damage(
        "Before.",
        "Before.<style>p {}</style>",
        markup.whole_when_stripped,
        (f"{LABEL}words or links are lost where a mail tool strips styles; {REPAIR}",),
    ),
    "no background": Damage(
        'class="outer"',
        'class="outer" style=""',
        markup.palettes,
        (f"{LABEL}the outer table has no background colour; give it bgcolor and background-color.",),
    ),
    "nothing for dark inboxes": Damage(
        "prefers-color-scheme: dark",
        "prefers-color-scheme: light",
        markup.palettes,
        (f"{LABEL}there is no style for prefers-color-scheme: dark; keep dark.css in layout.html.",),
    ),
    "nothing for Outlook.com": Damage(
        "[data-ogsc]",
        "[data-x]",
        markup.palettes,
        (f"{LABEL}there is no style for [data-ogsc]; keep dark.css in layout.html.",),
    ),
    "no colour scheme": Damage(
        '<meta name="color-scheme" content="light dark">',
        "",
        markup.palettes,
        (f'{LABEL}the color-scheme meta is missing; keep <meta name="color-scheme" content="light dark">.',),
    ),
    "a link without a colour": Damage(
        '<a href="https://e.example/a" style="',
        '<a href="https://e.example/a" style="background-color: red" class="',
        markup.palettes,
        (f"{LABEL}a link has no colour of its own; keep the rule for links in style.css.",),
    ),
    "a long style": Damage(
        "<style>",
        f"<style>{' ' * 16_384}",
        markup.styles,
        (f"{LABEL}<style> holds over 16,384 characters, and Gmail would drop it; shorten dark.css.",),
    ),
    "a rule in a rule": Damage(
        "@media (max-width: 480px) {",
        "@media screen { @media (max-width: 480px) {",
        markup.styles,
        (f"{LABEL}an at-rule stands inside another; write them one after the other.",),
    ),
    "a form": Damage("Before.", "Before.<form></form>", markup.styles, (f"{LABEL}there is a <form>; take it out.",)),
    "a script": Damage(
        "</head>", "<script></script></head>", markup.styles, (f"{LABEL}there is a <script>; take it out.",)
    ),
    "a web font": Damage(
        "@media (max-width: 480px) {",
        "@font-face {} @media (max-width: 480px) {",
        markup.styles,
        (f"{LABEL}a style uses @font-face; take it out.",),
    ),
    "a grid": Damage(
        '<p style="', '<p style="display:grid;', markup.styles, (f"{LABEL}a style uses display:grid; take it out.",)
    ),
    "a position": Damage(
        '<p style="', '<p style="position: fixed;', markup.styles, (f"{LABEL}a style uses position; take it out.",)
    ),
    "an apostrophe": Damage(
        "Before.",
        "Bef&apos;ore.",
        markup.styles,
        (f"{LABEL}an apostrophe is written &apos;, which Outlook shows; write &#39;.",),
    ),
    "two titles": Damage(
        "<h3",
        "<h1></h1><h3",
        content.headings,
        (
            f"{LABEL}there is not one first-level heading; keep the edition's title as the only h1.",
            f"{LABEL}a heading skips a level; write headings in order.",
        ),
    ),
    "a level left out": Damage(
        "<h3", "<h4></h4><h3", content.headings, (f"{LABEL}a heading skips a level; write headings in order.",)
    ),
    "a link without words": Damage(
        ">the garden<",
        "> <",
        content.links,
        (f"{FILE}, line 9: the link to https://e.example/a has no words; write where it leads.",),
    ),
    "a link that says nothing": Damage(
        ">the garden<",
        ">Read more …<",
        content.links,
        (
            f"{FILE}, line 9: (warning) the link 'Read more …' does not say where it leads; "
            "name the page: what is at https://e.example/a?",
        ),
    ),
    "a link that is not safe": Damage(
        "https://e.example/a",
        "http://e.example/a",
        content.links,
        (
            f"{FILE}, line 9: (warning) the link to http://e.example/a is not safe (http); "
            "write https:// in front, or find a page that has it.",
        ),
    ),
    "a link within the site": Damage(
        'href="https://e.example/a"',
        'href="/a"',
        content.links,
        (f"{LABEL}a link leads to '/a', which is not a whole address; write the whole address.",),
    ),
    "a picture in another form": Damage(
        f"{ELM}.email.png",
        "https://elm.example/elm.webp",
        content.pictures,
        (
            f"{LABEL}the picture https://elm.example/elm.webp is not a JPEG or PNG at a whole address; "
            "show another form of it.",
        ),
    ),
    "a picture within the site": Damage(
        f'"{ELM}.email.png"',
        '"/elm.png"',
        content.pictures,
        (f"{LABEL}the picture /elm.png is not a JPEG or PNG at a whole address; show another form of it.",),
    ),
    "a picture without a height": Damage(
        ' height="363"',
        "",
        content.pictures,
        (f"{LABEL}the picture {ELM}.email.png has no width and height in numbers; write both.",),
    ),
    "a picture as wide as its place": Damage(
        ' width="544"',
        ' width="100%"',
        content.pictures,
        (f"{LABEL}the picture {ELM}.email.png has no width and height in numbers; write both.",),
    ),
    "a picture without words": Damage(
        ' alt="An elm"', "", content.pictures, (f'{LABEL}the picture {ELM}.email.png has no alt; write alt="".',)
    ),
    "a link that is missing in the text": Damage(
        "[1] https://e.example/a\n",
        "",
        content.same_links_in_text,
        (f"{LABEL}the plain text lacks the link to https://e.example/a; put it into layout.txt.",),
    ),
    "a link in the text alone": Damage(
        "[1] https://e.example/a\n",
        "[1] https://e.example/a\n[9] https://e.example/z\n",
        content.same_links_in_text,
        (f"{LABEL}the plain text alone has the link to https://e.example/z; put it into layout.html.",),
    ),
    "no link to unsubscribe": Damage(
        'class="unsubscribe"',
        "",
        tags.own_tags,
        (f"{LABEL}the HTML has its unsubscribe link 0 times; keep it once in the template.",),
    ),
    "no sender": Damage(
        'class="small address"',
        'class="small"',
        tags.own_tags,
        (f"{LABEL}the sender's address is not there once; keep it once in the footer.",),
    ),
    "another tool's tag": Damage(
        f'class="view-online" href="{EDITION_URL}"',
        'class="view-online" href="*|ARCHIVE|*"',
        tags.no_foreign_tags,
        (f"{LABEL}a tag of Mailchimp stands in the HTML: *|ARCHIVE|*; take it out.",),
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_fault_is_found_and_told_in_these_words(damage: Damage) -> None:
    checked = damaged(damage.old, damage.new)
    found = told(damage.find, checked)
    patterns = [re.escape(line).replace("%s", ".*") for line in damage.told]
    assert len(found) >= len(patterns)
    assert [line for line, pattern in zip(found, patterns, strict=False) if not re.fullmatch(pattern, line)] == []


def test_every_check_is_damaged_here() -> None:
    elsewhere = {content.something_in_each_section, size.size, tags.subject_without_tags}
    tested = {damage.find for damage in DAMAGES.values()} | elsewhere
    assert tested == {check.find for check in CHECKS}


def test_an_empty_section_is_told() -> None:
    edition = '<h2 id="hello">Hello</h2><h2 id="events">Events</h2><p>Words</p>'
    assert told(content.something_in_each_section, subject(edition=edition)) == [
        f"{FILE}, line 9: (warning) the section 'Hello' is empty; write something below it, or delete it."
    ]


@pytest.mark.parametrize("inside", ["<p>Hello</p>", '<p><img src="/elm.png" alt="An elm"></p>', "<hr>"])
def test_a_section_with_something_in_it_is_not_empty(inside: str) -> None:
    edition = f'<h2 id="hello">Hello</h2>{inside}'
    assert told(content.something_in_each_section, subject(edition=edition)) == []


@pytest.mark.parametrize(
    ("length", "severity"), [(60_000, None), (90_000, Severity.WARNING), (110_000, Severity.ERROR)]
)
def test_a_large_email_is_told_with_its_largest_section(length: int, severity: Severity | None) -> None:
    checked = subject(
        edition=f'<h2 id="hello">Hello</h2><p>a</p><h2 id="events">Events</h2><p>{"word " * (length // 5)}</p>'
    )
    found = list(size.size(checked))
    total = size.measured_size(checked.html) // 1000 + 1
    assert [(problem.line, problem.severity) for problem in found] == ([(21, severity)] if severity else [])
    assert all(
        re.search(rf"email measures {total} kB, .* largest sections: 'Events' \d+\.\d kB, ", str(p)) for p in found
    )


@pytest.mark.parametrize(
    ("measured", "code"),
    [(85_000, None), (85_001, "email-large"), (100_000, "email-large"), (100_001, "email-too-large")],
)
def test_the_limits_themselves_are_allowed(measured: int, code: str | None) -> None:
    plain = subject()
    more = "x" * (measured - len(plain.html.encode()))
    checked = replace(plain, html=plain.html.replace("</body>", f"{more}</body>"))
    assert [problem.code for problem in size.size(checked)] == ([code] if code else [])


ADDED = size.TRACKED_LINK - len("https://e.example/")


@pytest.mark.parametrize(
    ("html", "added"),
    [
        ('<a href="https://e.example/">a</a>', ADDED),
        (f'<a href="https://e.example/{"x" * 200}">a</a>', 0),
        ('<a href="mailto:a@e.example">ŵ</a>', 0),
    ],
)
def test_links_get_longer_where_a_mail_tool_counts_clicks(html: str, added: int) -> None:
    assert size.measured_size(html) == len(html.encode())
    assert size.size_when_counted(html, MAIL_TOOLS["mailchimp"]) == len(html.encode()) + added
    assert size.size_when_counted(html, MAIL_TOOLS["generic"]) == len(html.encode())


def test_click_counting_is_for_mail_tools_that_send_by_themselves() -> None:
    assert {tool.name for tool in MAIL_TOOLS.values() if not tool.counts_clicks} == {"generic", "notify"}


LINKS = '<p><a href="https://e.example/">a garden</a></p>'
BEGINNING = rf"{re.escape(FILE)}, line 9: "
CUT_OFF = "and Gmail cuts emails off at 102 kB; its largest sections: "
SHORTEN = "shorten them, or give a long one a page of its own and link to it."


@pytest.mark.parametrize(
    ("tool", "text", "links", "told_as"),
    [
        ("generic", 60_000, 0, None),
        ("generic", 30_000, 300, None),
        ("generic", 84_000, 0, rf"\(warning\) the email measures \d\d kB, {CUT_OFF}.*; {SHORTEN}"),
        ("mailchimp", 84_000, 0, rf"\(warning\) the email measures \d\d kB, {CUT_OFF}.*; {SHORTEN}"),
        (
            "mailchimp",
            30_000,
            300,
            rf"\(warning\) the email measures \d\d kB, about 1\d\d kB with Mailchimp's click counting, {CUT_OFF}"
            rf".*; switch off click counting in the mail tool, or {SHORTEN}",
        ),
        ("mailchimp", 110_000, 300, rf"the email measures 1\d\d kB, {CUT_OFF}.*; {SHORTEN}"),
        ("generic", 110_000, 300, rf"the email measures 1\d\d kB, {CUT_OFF}.*; {SHORTEN}"),
    ],
)
def test_only_measured_bytes_are_an_error_and_estimated_ones_a_warning(
    tool: str, text: int, links: int, told_as: str | None
) -> None:
    edition = f'<h2 id="hello">Hello</h2><p>{"word " * (text // 5)}</p>{LINKS * links}'
    checked = subject(tool, edition)
    found = list(size.size(checked))
    assert len(found) == (1 if told_as else 0)
    for problem in found:
        assert re.fullmatch(f"{BEGINNING}{told_as}", str(problem))
        assert problem.stops_email == (size.measured_size(checked.html) > size.FAIL_AT)
        assert not problem.stops_site


def test_the_sizes_of_the_sections_and_the_rest_are_the_whole() -> None:
    checked = subject()
    sizes = size.section_sizes(checked)
    assert [part.section.title if part.section else None for part in sizes] == ["", "Hello", "Events", None]
    assert sum(part.size for part in sizes) == size.measured_size(checked.html)


def test_a_preheader_that_is_a_line_of_the_edition_is_no_fault() -> None:
    assert told(markup.preheader, subject(edition='<h2 id="hello">Hello</h2><p>What is new.</p>')) == []


def test_a_buttons_address_may_have_any_character() -> None:
    edition = '<h2 id="hello">Hello</h2><p><a class="button" href="https://e.example/it\'s?a=1&amp;b=2">Go</a></p>'
    assert told(markup.outlook, subject(edition=edition)) == []


@pytest.mark.parametrize(
    ("tool", "old", "new", "fault"),
    [
        ("mailchimp", 'href="*|UNSUB|*"', 'href="https://e.example/"', "the HTML has its unsubscribe link 0 times"),
        ("mailchimp", ": *|UNSUB|*", ":", "the plain text has its unsubscribe link 0 times"),
        (
            "campaign-monitor",
            "<webversion>",
            "<webversion></webversion><webversion>",
            "the HTML has its view-online link 2 times",
        ),
    ],
)
def test_a_tools_own_tag_is_there_once(tool: str, old: str, new: str, fault: str) -> None:
    label = MAIL_TOOLS[tool].label
    assert told(tags.own_tags, damaged(old, new, tool)) == [
        f"overrides/email/layout.html: in the email for {label}, {fault}; keep it once in the template."
    ]


def test_the_tools_address_of_the_sender_is_there_once() -> None:
    assert told(tags.own_tags, damaged("*|HTML:LIST_ADDRESS_HTML|*", "1 Elm Street", "mailchimp")) == [
        "overrides/email/layout.html: in the email for Mailchimp, the sender's address is not there once; "
        "keep it once in the footer."
    ]


@pytest.mark.parametrize(
    ("tool", "tag"),
    [
        ("mailchimp", "*|FNAME|*"),
        ("brevo", "{{ name }}"),
        ("campaign-monitor", "[name,fallback=you]"),
        ("mailerlite", "{$name}"),
        ("dotdigital", "@NAME@"),
        ("listmonk", "{{ .Name }}"),
        ("buttondown", "{% if a %}"),
    ],
)
def test_a_tag_that_nobody_meant_is_told(tool: str, tag: str) -> None:
    label = MAIL_TOOLS[tool].label
    found = told(tags.no_foreign_tags, damaged("Before.", f"Before {tag}.", tool))
    quoted = repr(f"{tag}.")[:-1]
    assert len(found) == 2
    assert all(
        line.startswith(f"overrides/email/layout.html: in the email for {label}, {quoted}"[:-1])
        and line.endswith("would be read as a tag; take it out.")
        for line in found
    )
