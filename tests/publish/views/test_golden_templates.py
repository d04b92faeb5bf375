"""What each template prints of a value in which nothing is missing, byte for byte (tests/golden/templates/)."""

from functools import partial

import pytest

from newsroom.publish.email.sender import SenderPage, sender_templates
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.views import ButtonLink, EmailEdition, VideoLink
from newsroom.publish.pdf.printed import PrintedPage
from newsroom.publish.templates import PageTemplates
from newsroom.publish.theme.environment import template_environment
from newsroom.translations import Translations
from tests.publish.views.test_optional import TEMPLATES as PAGES
from tests.support.golden import GOLDEN, Golden, difference
from tests.support.optional import whole_value
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
def test_template_of_pages_prints_its_whole_value(golden: Golden, template: str) -> None:
    on, off = (_PAGES.render(template, whole_value(VALUES[template], flag=flag), _T) for flag in (True, False))
    check(golden, template, on, off)


@pytest.mark.parametrize("template", EMAILS)
def test_template_of_emails_prints_its_whole_value(golden: Golden, template: str) -> None:
    name, kind = EMAILS[template]
    render = partial(_EMAIL.render, template, _=_T.__call__)
    on, off = (render(**{name: whole_value(kind, flag=flag)}) for flag in (True, False))
    check(golden, f"email/{template}", on, off)


def test_template_of_senders_page_prints_its_whole_value(golden: Golden) -> None:
    template = sender_templates(THEME / "email").get_template("sender.html")
    on, off = (template.render(page=whole_value(SenderPage, flag=flag)) for flag in (True, False))
    check(golden, SENDER, on, off)


def test_template_of_pdfs_prints_its_whole_value(golden: Golden) -> None:
    template = template_environment(THEME).get_template(PrintedPage.template)
    on, off = (template.render(page=whole_value(PrintedPage, flag=flag)) for flag in (True, False))
    check(golden, PrintedPage.template, on, off)


def test_every_golden_file_is_that_of_a_template() -> None:
    folder = GOLDEN / "templates"
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert kept == {
        f"{name}.txt" for name in (*VALUES, *(f"email/{name}" for name in EMAILS), SENDER, PrintedPage.template)
    }


def check(golden: Golden, template: str, on: str, off: str) -> None:
    """Compare what a template prints, and what else it prints if all flags are off, without the indentation."""
    shown = [[line.strip() for line in text.splitlines() if line.strip()] for text in (on, off)]
    text, other = ("".join(f"{line}\n" for line in lines) for lines in shown)
    golden.check(f"templates/{template}.txt", f"{text}\n{difference(text, other)}".encode())
