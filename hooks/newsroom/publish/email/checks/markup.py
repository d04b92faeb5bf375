"""Checks of the HTML for mail clients: well-formed, complete without styles and comments, light and dark colours."""

import re
from collections.abc import Iterator
from html import unescape

import html5lib
from lxml.html import HtmlElement

from newsroom.markup.tree import parse_document
from newsroom.problems import Problem
from newsroom.publish.email.checks.checked_email import CheckedEmail, elements
from newsroom.publish.email.clean import without_control_characters
from newsroom.publish.email.tables import has_header_cells

MAX_STYLE = 16_384
"""The number of characters in all ``<style>`` elements above which Gmail drops every style."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
# Matches <!--[if mso]><table><![endif]-->. Does not match an ordinary comment.
_CONDITION = re.compile(r"<!--\[if ([^\]]*)\]>(.*?)<!\[endif\]-->", re.DOTALL)
_FORBIDDEN = ("script", "form", "input", "button", "select", "textarea", "iframe", "object", "embed", "svg", "link")
# Matches "position: " and "display: flex". Does not match "background-position: " or "display: block".
_FORBIDDEN_STYLE = re.compile(r"@font-face|@import|(?<![\w-])position\s*:|display\s*:\s*(?:inline-)?(?:flex|grid)")
_UNDO_CHANGE = "undo the last change to the templates in overrides/email/"


def check_well_formed(email: CheckedEmail) -> Iterator[Problem]:
    """Check that a strict parser reports no errors (WHATWG HTML, 13.2.2), and that there is an HTML5 doctype."""
    parser = html5lib.HTMLParser()
    parser.parse(email.html)
    for (line, _), code, _ in parser.errors:
        yield email.template_problem(
            "email-html-invalid", f"line {line} of the HTML is not well-formed ({code})", _UNDO_CHANGE
        )
    if not email.html.lower().startswith("<!doctype html>"):
        yield email.template_problem("email-html-invalid", "the HTML does not begin with <!doctype html>", _UNDO_CHANGE)


def check_head(email: CheckedEmail) -> Iterator[Problem]:
    """Check for one charset, a title, and ``lang`` and ``dir`` on the page and on its wrapper."""
    charsets = [meta for meta in elements(email.tree, "meta") if meta.get("charset")]
    if [meta.get("charset", "").lower() for meta in charsets] != ["utf-8"]:
        yield email.template_problem(
            "email-head-incomplete",
            "the HTML must have exactly one charset, utf-8",
            'write <meta charset="utf-8"> once',
        )
    if not (email.tree.findtext(".//title") or "").strip():
        yield email.template_problem(
            "email-head-incomplete", "the HTML has no title", "write <title>{{ email.subject }}</title>"
        )
    wrapper = email.tree.find("./body/*")
    for element in (email.tree, wrapper):
        if element is None or not (element.get("lang") and element.get("dir") in ("ltr", "rtl")):
            yield email.template_problem(
                "email-head-incomplete",
                "the page or its wrapper has no lang or dir",
                "write lang and dir on html and on the first div",
            )


def check_preheader(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the preheader is the first text of the body, hidden and padded, and not in the text part."""
    body = email.tree.find("body")
    hidden = next((e for e in elements(email.tree, "div") if e.get("class") == "preheader"), None)
    written = without_control_characters(email.body.edition.front.preheader).replace("\u2060", "")
    words = (hidden.text_content() if hidden is not None else "").replace("\u2060", "")
    if (
        body is None
        or hidden is None
        or not words.startswith(written)
        or "display: none" not in (hidden.get("style") or "")
    ):
        yield email.template_problem(
            "email-preheader-hidden",
            "the preheader is missing or visible",
            "keep the hidden div with {{ email.preheader }}",
        )
        return
    if not body.text_content().lstrip().startswith(hidden.text_content()):
        yield email.template_problem(
            "email-preheader-hidden",
            "there is text before the preheader",
            "make the preheader the first words of the body",
        )
    if len(words) - len(written) < 100:
        yield email.template_problem(
            "email-preheader-hidden",
            "the preheader is not padded, so the next words would show after it",
            "keep its padding",
        )
    if email.text.startswith(written):
        yield email.template_problem(
            "email-preheader-hidden", "the plain text repeats the preheader", "delete it from layout.txt"
        )


def check_layout_tables(email: CheckedEmail) -> Iterator[Problem]:
    """Check that layout tables have ``role="presentation"``, also those for Outlook."""
    for root in (email.tree, *_conditional_markup(email.html)):
        for table in elements(root, "table"):
            if table.get("role") != "presentation" and not has_header_cells(table):
                yield email.template_problem(
                    "email-table-role-missing", "a layout table has no role", 'write role="presentation" on it'
                )


def check_outlook(email: CheckedEmail) -> Iterator[Problem]:
    """Check Outlook's column of 600 px, closed conditional comments, and the addresses of its buttons."""
    opened = len(re.findall(r"<!--\[if ", email.html))
    if opened != len(re.findall(r"<!\[endif\]-->", email.html)):
        yield email.template_problem(
            "email-outlook-broken", "a conditional comment is not closed", "close it with <![endif]-->"
        )
    conditions = [content for name, content in _CONDITION.findall(email.html) if name == "mso"]
    if not any('width="600"' in content for content in conditions):
        yield email.template_problem(
            "email-outlook-broken", "Outlook has no table of 600 px", 'keep <table width="600"> for it'
        )
    markup = "".join(conditions)
    if len(re.findall("<table", markup)) != len(re.findall(r"</table>", markup)):
        yield email.template_problem(
            "email-outlook-broken", "Outlook's table is not closed", "close it in the last conditional comment"
        )
    shapes = re.findall(r'<v:roundrect [^>]*?href="([^"]*)"', markup)
    buttons = re.findall(r'<a class="button"[^>]*? href="([^"]*)"|<a href="([^"]*)"[^>]*? class="button"', email.html)
    if [*map(unescape, shapes)] != [unescape(first or second) for first, second in buttons]:
        yield email.template_problem(
            "email-outlook-broken",
            "a button leads elsewhere in Outlook",
            "give both forms of button.html the same address",
        )


def check_stripped_email(email: CheckedEmail) -> Iterator[Problem]:
    """Check that no text or link is lost without comments (listmonk) or styles (Gmail's clipped view)."""
    words_and_links = _words_and_links(email.tree)
    for pattern, what in ((_COMMENT, "comments"), (_STYLE, "styles")):
        if _words_and_links(parse_document(pattern.sub("", email.html))) != words_and_links:
            yield email.template_problem(
                "email-lost-when-stripped", f"words or links are lost where a mail tool strips {what}", _UNDO_CHANGE
            )


def check_palettes(email: CheckedEmail) -> Iterator[Problem]:
    """Check for a background on the outer table, a colour on every link, and rules for each kind of dark mode."""
    outer = next(elements(email.tree, "table"), None)
    if outer is None or not outer.get("bgcolor") or "background-color" not in (outer.get("style") or ""):
        yield email.template_problem(
            "email-palette-missing", "the outer table has no background colour", "give it bgcolor and background-color"
        )
    styles = "".join(_STYLE.findall(email.html))
    for needed in ("prefers-color-scheme: dark", "[data-ogsc]"):
        if needed not in styles:
            yield email.template_problem(
                "email-palette-missing", f"there is no style for {needed}", "keep dark.css in layout.html"
            )
    if not any(meta.get("name") == "color-scheme" for meta in elements(email.tree, "meta")):
        yield email.template_problem(
            "email-palette-missing",
            "the color-scheme meta is missing",
            'keep <meta name="color-scheme" content="light dark">',
        )
    if any(
        "color:" not in (link.get("style") or "").replace("background-color:", "") for link in elements(email.tree, "a")
    ):
        yield email.template_problem(
            "email-palette-missing", "a link has no colour of its own", "keep the rule for links in style.css"
        )


def check_styles(email: CheckedEmail) -> Iterator[Problem]:
    """Check for styles and elements that make a mail client drop the styles or the email."""
    blocks = _STYLE.findall(email.html)
    if sum(map(len, blocks)) >= MAX_STYLE:
        yield email.template_problem(
            "email-style-unsafe",
            f"<style> holds over {MAX_STYLE:,} characters, and Gmail would drop it",
            "shorten dark.css",
        )
    if any(_has_nested_rule(block) for block in blocks):
        yield email.template_problem(
            "email-style-unsafe", "an at-rule is inside another", "write them one after the other"
        )
    for name in {str(element.tag) for element in elements(email.tree)} & set(_FORBIDDEN):
        yield email.template_problem("email-style-unsafe", f"there is a <{name}>", "delete it")
    written = "".join([*blocks, *(element.get("style") or "" for element in elements(email.tree))])
    for name in sorted(set(_FORBIDDEN_STYLE.findall(written))):
        yield email.template_problem("email-style-unsafe", f"a style uses {name.rstrip(' :')}", "delete it")
    if "&apos;" in email.html:
        yield email.template_problem(
            "email-style-unsafe", "an apostrophe is written &apos;, which Outlook shows", "write &#39;"
        )


def _conditional_markup(html: str) -> Iterator[HtmlElement]:
    """Yield the markup in all conditional comments together: a table may be closed in a later comment."""
    markup = "".join(content for _, content in _CONDITION.findall(html))
    if markup.strip():
        yield parse_document(markup)


def _words_and_links(root: HtmlElement) -> tuple[list[str], list[str]]:
    body = root.find("body")
    return body.text_content().split() if body is not None else [], [
        link.get("href") or "" for link in elements(root, "a")
    ]


def _has_nested_rule(style: str) -> bool:
    depth = 0
    for mark in re.findall(r"@[\w-]+|[{}]", style):
        if mark.startswith("@") and depth > 0:
            return True
        depth += {"{": 1, "}": -1}.get(mark, 0)
    return False
