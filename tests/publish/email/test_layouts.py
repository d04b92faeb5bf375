"""The layouts of an email print each text wherever it is there, and let a word that is wider than a phone be broken."""

import re
from collections.abc import Mapping, Set

import pytest
from lxml import html as lxml_html

from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.views import EmailEdition, VideoLink
from newsroom.translations import Translations
from tests.support.optional import Path, text_paths, value_with
from tests.support.theme import THEME

_IN_ALL = frozenset(
    {
        *("title", "date", "headline", "senders", "languages.name", "languages.href"),
        *("lead.alt", "lead.caption", "lead.credit", "opening.title", "opening.body", "sections.title"),
        *("sections.body", "signup_url", "contact", "sender", "postal_address"),
    }
)
_TAGS = ("unsubscribe", "preferences", "view_online")
PRINTED: Mapping[str, Set[str]] = {
    "layout.html": _IN_ALL
    | {"lang", "direction", "languages.lang", "site_name", "masthead", "logo", "preheader", "lead.url"}
    | {"contents.title", "contents.href", "read_on.url", "read_on.words", "dark_styles", "outlook_dark_styles"}
    | {"address.html", *(f"{tag}.element" for tag in _TAGS)},
    "layout.txt": _IN_ALL
    | {"site_name", "masthead", "contents.title", "page_url", "address.text", *(f"{tag}.text" for tag in _TAGS)},
    "layout.md": _IN_ALL | {"view_online.text"},
}
"""The texts of an edition that each layout prints. Of a tag with all forms, HTML has the element."""
WIDE = "W" * 60
_TEMPLATES = EmailTemplates(THEME / "email")
_T = Translations("en")


def printed(template: str, edition: EmailEdition) -> str:
    """What a layout prints of an edition."""
    return _TEMPLATES.render(template, email=edition, _=_T)


@pytest.mark.parametrize("template", PRINTED)
def test_each_text_is_printed_where_nothing_else_is_there(template: str) -> None:
    found = set[str]()
    for path in text_paths(EmailEdition):
        for flag in (False, True):
            page = printed(template, value_with(EmailEdition, path, flag=flag))
            found |= {".".join(path)} if ".".join(path) in page.lower() else set()
            assert re.findall(r"(?m)(?:^|<p[^>]*>)\s*·.*|.*·\s*(?:$|</p)", page) == []
    assert found == PRINTED[template]


def test_words_that_are_wider_than_a_phone_may_be_broken() -> None:
    """The text of sections gets its breaks when it is adapted. The preheader is hidden, and the others are short."""

    def write(path: Path) -> str:
        return "" if path[-1] == "element" else f"{'.'.join(path)}:{WIDE}"

    editions = [value_with(EmailEdition, path, flag=False, write=write) for path in text_paths(EmailEdition)]
    pages = [lxml_html.document_fromstring(printed("layout.html", edition)) for edition in editions]
    texts = (text for page in pages for body in page.iter("body") for text in body.itertext())
    wide = {str(text).partition(":")[0] for text in texts if WIDE in str(text)}
    assert wide == {"opening.body", "sections.body", "preheader", "date", "languages.name", "address.html"}
    assert WIDE not in _TEMPLATES.render("video.html", link=VideoLink("https://v.example/", WIDE, "v.png"))


def test_lines_of_plain_text_are_wrapped() -> None:
    """But for text that is wrapped already, addresses, merge tags and the labels before them."""

    def write(name: str) -> str:
        return f"{name} {'word ' * 20}"

    editions = [
        value_with(EmailEdition, *paths, flag=flag, write=lambda path: write(".".join(path)))
        for flag in (False, True)
        for paths in ([], *([path] for path in text_paths(EmailEdition)), text_paths(EmailEdition))
    ]
    texts = (_TEMPLATES.render("layout.txt", email=edition, _=write) for edition in editions)
    long = {line.strip(" -:").split(" ")[0].lower() for text in texts for line in text.splitlines() if len(line) > 72}
    assert long == {
        *("opening.body", "sections.body", "page_url", "view_online.text", "address.text", "languages.name"),
        *("edition.contents", "signup.link", "email.preferences", "email.read_on", "email.unsubscribe"),
        "email.view_online",
    }
