"""What each template prints of a value, whole and with each part missing, byte for byte (tests/golden/templates/)."""

from collections.abc import Callable
from difflib import SequenceMatcher

import pytest
from markupsafe import escape

from newsroom.publish.email.sender import SenderPage, sender_templates
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.views import ButtonLink, EmailEdition, VideoLink
from newsroom.publish.pdf.printed import PrintedPage
from newsroom.publish.templates import PageTemplates
from newsroom.publish.theme.environment import template_environment
from newsroom.translations import Translations
from tests.publish.views.test_optional import TEMPLATES as PAGES
from tests.support.golden import GOLDEN, Golden
from tests.support.optional import OTHER_FLAGS, Value, variants, whole_value
from tests.support.theme import THEME

_T = Translations("en")
_EMAIL = EmailTemplates(THEME / "email")
_PAGES = PageTemplates(THEME)
EMAILS = {
    **{f"layout.{ending}": ("email", EmailEdition) for ending in ("html", "txt", "md")},
    "button.html": ("link", ButtonLink),
    "video.html": ("link", VideoLink),
}
SENDER = "email/sender.html"
VALUES = {template: kind for kind, templates in PAGES.items() for template in templates}


@pytest.fixture(autouse=True)
def _any_text_is_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The values have names of fields in place of languages."""
    monkeypatch.setattr("newsroom.publish.text.language_marks.text_direction", lambda _lang: "ltr")


@pytest.mark.parametrize("template", VALUES)
def test_template_of_pages_prints_all_variants(golden: Golden, template: str) -> None:
    check(golden, template, VALUES[template], lambda value: _PAGES.render(template, value, _T))


@pytest.mark.parametrize("template", EMAILS)
def test_template_of_emails_prints_all_variants(golden: Golden, template: str) -> None:
    name, kind = EMAILS[template]
    check(golden, f"email/{template}", kind, lambda value: _EMAIL.render(template, _=_T.__call__, **{name: value}))


def test_template_of_senders_page_prints_all_variants(golden: Golden) -> None:
    template = sender_templates(THEME / "email").get_template("sender.html")
    check(golden, SENDER, SenderPage, lambda value: template.render(page=value))


def test_template_of_pdfs_prints_all_variants(golden: Golden) -> None:
    template = template_environment(THEME).get_template(PrintedPage.template)
    check(golden, PrintedPage.template, PrintedPage, lambda value: template.render(page=value))


def test_every_golden_file_is_that_of_a_template() -> None:
    folder = GOLDEN / "templates"
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert kept == {
        f"{name}.txt" for name in (*VALUES, *(f"email/{name}" for name in EMAILS), SENDER, PrintedPage.template)
    }


def check(golden: Golden, template: str, kind: type, render: Callable[[Value], str]) -> None:
    """Compare what a template prints of a whole value, and what differs if its flags are off or one part is not there.

    A variant has the first and last of the lines that are not there, and the lines in their place. It is left out if
    nothing differs but the text that is empty, or if the flags make no difference.
    """
    whole = whole_value(kind, flag=True)
    text = render(whole)
    lines = _lines(template, text)
    found = {"all flags are off": _changes(lines, _lines(template, render(whole_value(kind, flag=False))), lines)}
    for what, value, other in variants(kind, whole):
        printed, before = _lines(template, render(value)), lines if other is None else _lines(template, render(other))
        without = _lines(template, text.replace(str(escape(f"<{what.removesuffix(' is empty')}>")), ""))
        changes = _changes(before, printed, lines)
        if changes and printed != without and changes != found.get(what.removesuffix(OTHER_FLAGS)):
            found[what] = changes
    shown = (line for what, changes in found.items() for line in (f"# {what}", *changes))
    golden.check(f"templates/{template}.txt", "".join(f"{line}\n" for line in (*lines, "", *shown)).encode())


def _lines(template: str, text: str) -> list[str]:
    """The lines of a text; those of HTML and XML without indentation and blank lines."""
    lines = text.splitlines()
    if template.endswith((".txt", ".md")):
        return [line.rstrip() for line in lines]
    return [line.strip() for line in lines if line.strip()]


def _changes(lines: list[str], others: list[str], known: list[str]) -> list[str]:
    """The lines that are only in one of two texts, after the line before them. Long runs of known lines are short."""
    found = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [f"@{line}" for line in lines[max(start - 1, 0) : start] if kind == "insert"]
            found += _shortened("-", lines[start:end], known)
            found += _shortened("+", others[other_start:other_end], known)
    return found


def _shortened(sign: str, lines: list[str], known: list[str]) -> list[str]:
    if len(lines) < 3 or not set(lines) <= set(known):
        return [f"{sign}{line}" for line in lines]
    return [f"{sign}{lines[0]}", f"… {len(lines)} lines to {lines[-1]}"]
