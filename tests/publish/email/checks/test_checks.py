"""A good email passes all checks, and each check finds the damage that it is for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from newsroom.mail_tools import MAIL_TOOLS, EmailForm
from newsroom.problems import Problem
from newsroom.publish.email.checks import CHECKS, CheckedEmail, content, markup, run_checks, size, tags
from newsroom.publish.email.checks.checked_email import TEMPLATE
from newsroom.publish.email.pictures import EmailPicture
from tests.support.emails import EDITION_URL, HTML_TOOLS, body_of, email_from
from tests.support.wordings import Reported

ELM = "https://elm.example/elm.png"
EDITION = (
    '<p>Before.</p><h2 id="hello">Hello</h2><p>See <a href="https://e.example/a">the garden</a>, '
    '<a href="mailto:ada@elm.example">Ada</a>.</p><h3>More</h3><p><img src="/elm.png" alt="An elm"></p>'
    '<h2 id="events">Events</h2><table><tr><th>When</th></tr><tr><td>May</td></tr></table>'
    '<p><a class="button" href="https://e.example/go">Come along</a></p>'
)
SECTIONS = {"hello": 9, "events": 21}
FILE = "newsletters/2024-03.md"
PADDING = "\u200b&nbsp;"
"""One hundredth of what is after the preheader."""
Find = Callable[[CheckedEmail], Iterator[Problem]]


def checked_email(tool: str = "generic", edition: str = EDITION) -> CheckedEmail:
    """Make a good email for the checks."""
    body = body_of(edition, SECTIONS, {ELM: EmailPicture(f"{ELM}.email.png", 600, 400)})
    email = email_from(body, MAIL_TOOLS[tool])
    return CheckedEmail(body, MAIL_TOOLS[tool], email[EmailForm.HTML], email[EmailForm.TEXT])


def damaged_email(old: str, new: str, tool: str = "generic") -> CheckedEmail:
    """A good email in which ``old`` is replaced by ``new``, in whichever part has it."""
    good = checked_email(tool)
    assert old in good.html + good.text
    return CheckedEmail(good.body, good.tool, good.html.replace(old, new), good.text.replace(old, new))


@pytest.mark.parametrize("tool", HTML_TOOLS)
def test_good_email_passes_every_check(tool: str) -> None:
    results = run_checks(checked_email(tool))
    assert [problem for result in results for problem in result.problems] == []
    assert len({result.claim for result in results}) == len(CHECKS)


@pytest.mark.parametrize(
    ("tool", "postal_address", "claim"),
    [
        ("generic", "1 Elm Street", "The sender is named, with the postal address."),
        ("generic", None, "without a postal address: the settings have no `postal_address`."),
        ("mailchimp", None, "Mailchimp adds the postal address."),
        ("constant-contact", None, "Constant Contact adds the postal address and the link to unsubscribe."),
    ],
)
def test_check_says_which_address_it_found(tool: str, postal_address: str | None, claim: str) -> None:
    email = replace(checked_email(tool), postal_address=postal_address)
    assert tags.address_claim(email).endswith(claim)


@dataclass(frozen=True)
class Damage:
    """A replacement in a good email, the check that finds it, and the reported errors."""

    old: str
    new: str
    find: Find
    words_and_links: tuple[str, ...]


DAMAGES = {
    "no doctype": Damage(
        "<!doctype html>\n",
        "",
        markup.check_well_formed,
        (
            f"{TEMPLATE} email-html-invalid",
            f"{TEMPLATE} email-html-invalid",
        ),
    ),
    "a tag too many": Damage(
        "Before.",
        "Before.</b>",
        markup.check_well_formed,
        (f"{TEMPLATE} email-html-invalid",),
    ),
    "no charset": Damage(
        '<meta charset="utf-8">',
        "",
        markup.check_head,
        (f"{TEMPLATE} email-head-incomplete",),
    ),
    "another charset": Damage(
        "utf-8",
        "latin-1",
        markup.check_head,
        (f"{TEMPLATE} email-head-incomplete",),
    ),
    "no title": Damage(
        "<title>News</title>",
        "<title> </title>",
        markup.check_head,
        (f"{TEMPLATE} email-head-incomplete",),
    ),
    "no language": Damage(
        '<div role="article" lang="en"',
        '<div role="article"',
        markup.check_head,
        (f"{TEMPLATE} email-head-incomplete",),
    ),
    "a preheader that shows": Damage(
        "display: none",
        "color: red",
        markup.check_preheader,
        (f"{TEMPLATE} email-preheader-hidden",),
    ),
    "no preheader": Damage(
        'class="preheader"',
        'class="hidden"',
        markup.check_preheader,
        (f"{TEMPLATE} email-preheader-hidden",),
    ),
    "another preheader": Damage(
        "What is new.",
        "What is old.",
        markup.check_preheader,
        (f"{TEMPLATE} email-preheader-hidden",),
    ),
    "words before the preheader": Damage(
        '<div class="preheader"',
        '<p>Hello</p><div class="preheader"',
        markup.check_preheader,
        (f"{TEMPLATE} email-preheader-hidden",),
    ),
    "a preheader with little padding": Damage(
        PADDING * 99,
        PADDING * 48,
        markup.check_preheader,
        (f"{TEMPLATE} email-preheader-hidden",),
    ),
    "a preheader with just enough padding": Damage(PADDING * 99, PADDING * 49, markup.check_preheader, ()),
    "a preheader in the text": Damage(
        "The Elm Street Network\n",
        "What is new.\n",
        markup.check_preheader,
        (f"{TEMPLATE} email-preheader-hidden",),
    ),
    "a table without a role": Damage(
        'class="column" role="presentation"',
        'class="column"',
        markup.check_layout_tables,
        (f"{TEMPLATE} email-table-role-missing",),
    ),
    "a table for Outlook without a role": Damage(
        '<!--[if mso]><table role="presentation"',
        "<!--[if mso]><table",
        markup.check_layout_tables,
        (f"{TEMPLATE} email-table-role-missing",),
    ),
    "a condition that is not closed": Damage(
        "</td></tr></table><![endif]-->",
        "</td></tr></table>-->",
        markup.check_outlook,
        (
            f"{TEMPLATE} email-outlook-broken",
            f"{TEMPLATE} email-outlook-broken",
        ),
    ),
    "no column for Outlook": Damage(
        'width="600"',
        'width="100%"',
        markup.check_outlook,
        (f"{TEMPLATE} email-outlook-broken",),
    ),
    "a table for Outlook that is not closed": Damage(
        "<!--[if mso]></td></tr></table>",
        "<!--[if mso]></td></tr>",
        markup.check_outlook,
        (f"{TEMPLATE} email-outlook-broken",),
    ),
    "a button that leads elsewhere": Damage(
        '<v:roundrect href="https://e.example/go"',
        '<v:roundrect href="https://e.example/gone"',
        markup.check_outlook,
        (f"{TEMPLATE} email-outlook-broken",),
    ),
    "words in a comment": Damage(
        "<!--[if !mso]><!-->",
        "<!-->",
        markup.check_stripped_email,
        (f"{TEMPLATE} email-lost-when-stripped",),
    ),
    "words in a style": Damage(
        "Before.",
        "Before.<style>p {}</style>",
        markup.check_stripped_email,
        (f"{TEMPLATE} email-lost-when-stripped",),
    ),
    "no background": Damage(
        'class="outer"',
        'class="outer" style=""',
        markup.check_palettes,
        (f"{TEMPLATE} email-palette-missing",),
    ),
    "nothing for dark inboxes": Damage(
        "prefers-color-scheme: dark",
        "prefers-color-scheme: light",
        markup.check_palettes,
        (f"{TEMPLATE} email-palette-missing",),
    ),
    "nothing for Outlook.com": Damage(
        "[data-ogsc]",
        "[data-x]",
        markup.check_palettes,
        (f"{TEMPLATE} email-palette-missing",),
    ),
    "no colour scheme": Damage(
        '<meta name="color-scheme" content="light dark">',
        "",
        markup.check_palettes,
        (f"{TEMPLATE} email-palette-missing",),
    ),
    "a link without a colour": Damage(
        '<a href="https://e.example/a" style="',
        '<a href="https://e.example/a" style="background-color: red" class="',
        markup.check_palettes,
        (f"{TEMPLATE} email-palette-missing",),
    ),
    "a long style": Damage(
        "<style>",
        f"<style>{' ' * 16_384}",
        markup.check_styles,
        (f"{TEMPLATE} email-style-unsafe",),
    ),
    "a rule in a rule": Damage(
        "@media (max-width: 480px) {",
        "@media screen { @media (max-width: 480px) {",
        markup.check_styles,
        (f"{TEMPLATE} email-style-unsafe",),
    ),
    "a form": Damage("Before.", "Before.<form></form>", markup.check_styles, (f"{TEMPLATE} email-style-unsafe",)),
    "a script": Damage("</head>", "<script></script></head>", markup.check_styles, (f"{TEMPLATE} email-style-unsafe",)),
    "a web font": Damage(
        "@media (max-width: 480px) {",
        "@font-face {} @media (max-width: 480px) {",
        markup.check_styles,
        (f"{TEMPLATE} email-style-unsafe",),
    ),
    "a grid": Damage('<p style="', '<p style="display:grid;', markup.check_styles, (f"{TEMPLATE} email-style-unsafe",)),
    "a position": Damage(
        '<p style="', '<p style="position: fixed;', markup.check_styles, (f"{TEMPLATE} email-style-unsafe",)
    ),
    "an apostrophe": Damage(
        "Before.",
        "Bef&apos;ore.",
        markup.check_styles,
        (f"{TEMPLATE} email-style-unsafe",),
    ),
    "two titles": Damage(
        "<h3",
        "<h1></h1><h3",
        content.check_headings,
        (
            f"{TEMPLATE} email-heading-order",
            f"{TEMPLATE} email-heading-order",
        ),
    ),
    "a level left out": Damage("<h3", "<h4></h4><h3", content.check_headings, (f"{TEMPLATE} email-heading-order",)),
    "a link without words": Damage(
        ">the garden<",
        "> <",
        content.check_email_links,
        ("newsletters/2024-03.md:9 email-link-text-missing",),
    ),
    "a link that is not safe": Damage(
        "https://e.example/a",
        "http://e.example/a",
        content.check_email_links,
        ("newsletters/2024-03.md:9 email-link-insecure?",),
    ),
    "a link that tracks its readers": Damage(
        'href="https://e.example/a"',
        'href="https://e.example/a?utm_source=mail"',
        content.check_email_links,
        ("newsletters/2024-03.md:9 email-link-tracking?",),
    ),
    "a link within the site": Damage(
        'href="https://e.example/a"',
        'href="/a"',
        content.check_email_links,
        (f"{TEMPLATE} email-link-relative",),
    ),
    "a picture in another form": Damage(
        f"{ELM}.email.png",
        "https://elm.example/elm.webp",
        content.check_pictures,
        (f"{TEMPLATE} email-picture-invalid",),
    ),
    "a picture within the site": Damage(
        f'"{ELM}.email.png"',
        '"/elm.png"',
        content.check_pictures,
        (f"{TEMPLATE} email-picture-invalid",),
    ),
    "a picture without a height": Damage(
        ' height="363"',
        "",
        content.check_pictures,
        (f"{TEMPLATE} email-picture-invalid",),
    ),
    "a picture as wide as its place": Damage(
        ' width="544"',
        ' width="100%"',
        content.check_pictures,
        (f"{TEMPLATE} email-picture-invalid",),
    ),
    "a picture without words": Damage(
        ' alt="An elm"', "", content.check_pictures, (f"{TEMPLATE} email-picture-invalid",)
    ),
    "a link that is missing in the text": Damage(
        "[1] https://e.example/a\n",
        "",
        content.check_text_links,
        (f"{TEMPLATE} email-text-differs",),
    ),
    "a link in the text alone": Damage(
        "[1] https://e.example/a\n",
        "[1] https://e.example/a\n[9] https://e.example/z\n",
        content.check_text_links,
        (f"{TEMPLATE} email-text-differs",),
    ),
    "no link to unsubscribe": Damage(
        'class="unsubscribe"',
        "",
        tags.check_own_tags,
        (f"{TEMPLATE} email-tag-count",),
    ),
    "no sender": Damage(
        'class="small address"',
        'class="small"',
        tags.check_own_tags,
        (f"{TEMPLATE} email-tag-count",),
    ),
    "another tool's tag": Damage(
        f'class="view-online" href="{EDITION_URL}"',
        'class="view-online" href="*|ARCHIVE|*"',
        tags.check_foreign_tags,
        (f"{TEMPLATE} email-tag-foreign",),
    ),
}


@pytest.mark.parametrize(
    ("address", "is_whole"),
    [
        *((address, True) for address in ("https://a.example", "http://a", "mailto:a@b.example", "tel:1")),
        *((address, False) for address in ("https:///a", "mailto:a", "mailto:@a", "ftp://a.example", "//a.example")),
    ],
)
def test_address_that_is_not_whole_is_reported(address: str, is_whole: bool) -> None:
    checked = damaged_email('href="https://e.example/a"', f'href="{address}"')
    found = [problem for problem in content.check_email_links(checked) if problem.code == "email-link-relative"]
    assert (found == []) is is_whole


@pytest.mark.parametrize(
    ("line", "is_listed"),
    [
        *((f"[12] {address}", True) for address in ("https://b.example/", "http://b.example/", "mailto:b@c", "tel:1")),
        *((line, False) for line in ("See [1] tel:1", "[1] tel:1 and more", "[a] tel:1", "[1] ftp:1", "[1] tel:")),
    ],
)
def test_link_that_is_in_the_text_alone_is_reported(line: str, is_listed: bool) -> None:
    checked = damaged_email("The Elm Street Network\n", f"The Elm Street Network\n{line}\n")
    assert bool(list(content.check_text_links(checked))) is is_listed


@pytest.mark.parametrize(("length", "is_enough"), [(99, False), (100, True)])
def test_preheader_has_enough_padding(length: int, is_enough: bool) -> None:
    good = checked_email("generic")
    (padding,) = re.findall(r'class="preheader"[^>]*>What is new\.(.*?)</div>', good.html, re.DOTALL)
    assert bool(list(markup.check_preheader(damaged_email(padding, "." * length)))) is not is_enough


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("?utm_source=a", "utm_source"),
        ("?a=1&utm_b=2", "utm_b"),
        ("?a;mc_cid=1", "mc_cid"),
        *((f"?{name}=1", name) for name in ("mc_eid", "fbclid", "gclid", "msclkid")),
        *((query, None) for query in ("?utm=a", "?mc_id=1", "?page=fbclid", "?my_gclid=1", "?gclid", "/utm_source=a")),
    ],
)
def test_link_that_tracks_is_reported_with_its_parameter(query: str, name: str | None) -> None:
    checked = damaged_email('href="https://e.example/a"', f'href="https://e.example/a{query}"')
    fixes = [found.fix for found in content.check_email_links(checked)]
    assert fixes == ([f"remove '{name}' from it"] if name else [])


@pytest.mark.parametrize(
    ("style", "is_reported"),
    [
        *(
            (style, True)
            for style in ("display : inline-flex", "display:flex", "position : fixed", "a: url(@font-face)")
        ),
        *((style, True) for style in ("display: grid", "display: inline-grid", "a: url(@import)")),
        *((style, False) for style in ("background-position: top", "display: inline-block", "display: block")),
    ],
)
def test_styles_that_inboxes_do_not_support_are_reported(style: str, is_reported: bool) -> None:
    checked = damaged_email('<p style="', f'<p style="{style};')
    assert bool(list(markup.check_styles(checked))) is is_reported


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_reported(damage: Damage, reported: Reported) -> None:
    checked = damaged_email(damage.old, damage.new)
    assert tuple(reported(damage.find(checked))) == damage.words_and_links


@pytest.mark.parametrize("words", ["{}, and", "({}).", "{}—a", "“{}”", "<del>{}</del>", "{}? {}/b", "<b>{}</b>x"])
def test_address_is_found_in_the_text_whatever_is_around_it(words: str) -> None:
    link = '<a href="https://e.example/a_(b)">https://e.example/a_(b)</a>'
    assert list(content.check_text_links(checked_email(edition=f"<p>{words.replace('{}', link)}</p>"))) == []


def test_every_check_has_a_damage_case() -> None:
    elsewhere = {
        content.check_sections_not_empty,
        size.check_size,
        tags.check_greetings,
        tags.check_subject_tags,
    }
    tested = {damage.find for damage in DAMAGES.values()} | elsewhere
    assert tested == {check.find for check in CHECKS}


def test_greeting_that_is_missing_in_a_part_is_reported(reported: Reported) -> None:
    good = checked_email("brevo", '<p>Dear <span class="first-name">friend</span>,</p>')
    assert good.body.fallbacks == ("friend",)
    assert list(tags.check_greetings(good)) == []
    damaged = replace(good, text=good.text.replace('"friend"', '"x"'))
    assert reported(tags.check_greetings(damaged)) == [f"{TEMPLATE} email-tag-count"]


def test_empty_section_is_reported(reported: Reported) -> None:
    edition = '<h2 id="hello">Hello</h2><h2 id="events">Events</h2><p>Words</p>'
    assert reported(content.check_sections_not_empty(checked_email(edition=edition))) == [
        "newsletters/2024-03.md:9 email-section-empty?"
    ]


@pytest.mark.parametrize("inside", ["<p>Hello</p>", '<p><img src="/elm.png" alt="An elm"></p>', "<hr>"])
def test_section_with_content_is_not_empty(inside: str, reported: Reported) -> None:
    edition = f'<h2 id="hello">Hello</h2>{inside}'
    assert reported(content.check_sections_not_empty(checked_email(edition=edition))) == []


@pytest.mark.parametrize(("length", "code"), [(60_000, None), (90_000, "email-large"), (110_000, "email-too-large")])
def test_large_email_is_reported_with_its_largest_section(length: int, code: str | None) -> None:
    checked = checked_email(
        edition=f'<h2 id="hello">Hello</h2><p>a</p><h2 id="events">Events</h2><p>{"word " * (length // 5)}</p>'
    )
    found = list(size.check_size(checked))
    total = re.escape(size.kilobytes(size.measured_size(checked.html)))  # as the sender's page has it
    assert [(problem.line, problem.code) for problem in found] == ([(21, code)] if code else [])
    assert all(re.search(rf"email measures {total}, .* largest sections: 'Events' \d+\.\d kB, ", str(p)) for p in found)


@pytest.mark.parametrize(
    ("measured", "code"),
    [(85_000, None), (85_001, "email-large"), (100_000, "email-large"), (100_001, "email-too-large")],
)
def test_size_limits_are_inclusive(measured: int, code: str | None) -> None:
    plain = checked_email()
    more = "x" * (measured - len(plain.html.encode()))
    checked = replace(plain, html=plain.html.replace("</body>", f"{more}</body>"))
    assert [problem.code for problem in size.check_size(checked)] == ([code] if code else [])


ADDED = size.TRACKED_LINK - len("https://e.example/")


@pytest.mark.parametrize(
    ("html", "added"),
    [
        ('<a href="https://e.example/">a</a>', ADDED),
        (f'<a href="https://e.example/{"x" * 200}">a</a>', 0),
        ('<a href="mailto:a@e.example">ŵ</a>', 0),
    ],
)
def test_click_counting_makes_links_longer(html: str, added: int) -> None:
    assert size.measured_size(html) == len(html.encode())
    assert size.size_with_click_counting(html, MAIL_TOOLS["mailchimp"]) == len(html.encode()) + added
    assert size.size_with_click_counting(html, MAIL_TOOLS["generic"]) == len(html.encode())


def test_only_mail_tools_that_send_count_clicks() -> None:
    assert {tool.name for tool in MAIL_TOOLS.values() if not tool.counts_clicks} == {"generic", "notify"}


LINKS = '<p><a href="https://e.example/">a garden</a></p>'


@pytest.mark.parametrize(
    ("tool", "text", "links", "code"),
    [
        ("generic", 60_000, 0, None),
        ("generic", 30_000, 300, None),
        ("generic", 84_000, 0, "email-large"),
        ("mailchimp", 84_000, 0, "email-large"),
        ("mailchimp", 30_000, 300, "email-large"),
        ("mailchimp", 110_000, 300, "email-too-large"),
        ("generic", 110_000, 300, "email-too-large"),
    ],
)
def test_measured_size_is_an_error_and_estimated_size_a_warning(
    tool: str, text: int, links: int, code: str | None, reported: Reported
) -> None:
    edition = f'<h2 id="hello">Hello</h2><p>{"word " * (text // 5)}</p>{LINKS * links}'
    checked = checked_email(tool, edition)
    found = list(size.check_size(checked))
    assert [line.rstrip("?") for line in reported(found)] == ([f"{FILE}:9 {code}"] if code else [])
    for problem in found:
        assert ("with Mailchimp's click counting" in problem.what) == (tool == "mailchimp" and text == 30_000)
        assert problem.stops_email == (size.measured_size(checked.html) > size.FAIL_AT)
        assert not problem.stops_site


def test_section_sizes_and_rest_add_up_to_the_email() -> None:
    checked = checked_email()
    sizes = size.section_sizes(checked)
    assert [part.section.title if part.section else None for part in sizes] == ["", "Hello", "Events", None]
    assert sum(part.size for part in sizes) == size.measured_size(checked.html)


def test_preheader_may_repeat_a_line_of_the_edition(reported: Reported) -> None:
    assert reported(markup.check_preheader(checked_email(edition='<h2 id="hello">Hello</h2><p>What is new.</p>'))) == []


def test_button_address_may_have_any_character(reported: Reported) -> None:
    edition = '<h2 id="hello">Hello</h2><p><a class="button" href="https://e.example/it\'s?a=1&amp;b=2">Go</a></p>'
    assert reported(markup.check_outlook(checked_email(edition=edition))) == []


@pytest.mark.parametrize(
    ("tool", "old", "new"),
    [
        ("mailchimp", 'href="*|UNSUB|*"', 'href="https://e.example/"'),
        ("mailchimp", ": *|UNSUB|*", ":"),
        ("campaign-monitor", "<webversion>", "<webversion></webversion><webversion>"),
    ],
)
def test_repeated_merge_tag_is_reported(tool: str, old: str, new: str, reported: Reported) -> None:
    assert reported(tags.check_own_tags(damaged_email(old, new, tool))) == [f"{TEMPLATE} email-tag-count"]


def test_repeated_sender_address_tag_is_reported(reported: Reported) -> None:
    assert reported(tags.check_own_tags(damaged_email("*|HTML:LIST_ADDRESS_HTML|*", "1 Elm Street", "mailchimp"))) == [
        f"{TEMPLATE} email-tag-count"
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
def test_unintended_merge_tag_is_reported(tool: str, tag: str, reported: Reported) -> None:
    found = tags.check_foreign_tags(damaged_email("Before.", f"Before {tag}.", tool))
    assert reported(found) == [f"{TEMPLATE} email-tag-foreign"] * 2
