"""The forms of samples of HTML in an email, and what is reported, byte for byte (tests/golden/email_samples.txt)."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from newsroom.markup.tree import serialise_html
from newsroom.publish.email.breaks import allow_breaks
from newsroom.publish.email.notify import notify_markdown
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.text import LinkNotes, section_text
from newsroom.publish.text.link_cards import LinkCard
from tests.support.emails import body_of
from tests.support.golden import Golden

SITE = "https://elm.example/"
PICTURES: Mapping[str, EmailPicture | None] = {
    f"{SITE}a.png": EmailPicture(f"{SITE}a.png.email.png", 1200, 900),
    f"{SITE}high.png": EmailPicture(f"{SITE}high.png.email.png", 300, 424),
    f"{SITE}gone.png": None,
}
CARD = LinkCard(
    f"{SITE}a/", "event", "en", "", ("Event", "Late"), "A & b", ("10 May", "Elm House"), "What it is.", "Read it"
)
CARDS = {
    f"{SITE}a/": replace(CARD, picture_url=f"{SITE}a.png", download_url=f"{SITE}a.pdf", download="PDF, 2 kB"),
    f"{SITE}high/": replace(CARD, url=f"{SITE}high/", picture_url=f"{SITE}high.png", details=()),
    f"{SITE}cy/": replace(CARD, url=f"{SITE}cy/", lang="cy", mark="(Welsh)", labels=("Story",)),
    f"{SITE}ar/": replace(CARD, url=f"{SITE}ar/", lang="ar", mark="(Arabic)", title="سلام", picture_url="no"),
}
SAMPLES = re.compile(r"^=== (.+)\n((?:(?!===).*\n)+)", re.MULTILINE)
"""Matches a sample in the file: a line with its name, and those of its HTML."""


def test_samples_match_golden_file(golden: Golden) -> None:
    samples = SAMPLES.findall(Path(__file__).with_name("samples.html").read_text(encoding="utf-8"))
    assert len(samples) > 50
    found = (line for name, html in samples for line in (f"=== {name}", *_shown(html.removesuffix("\n"))))
    golden.check("email_samples.txt", "".join(f"{line}\n" for line in found).encode())


def _shown(html: str) -> Iterator[str]:
    """The lines of a sample's forms: HTML, also with breaks in long words, plain text and the Markdown of Notify."""
    body, notes = body_of(html, {"a": 10, "b": 20}, PICTURES, CARDS), LinkNotes()
    yield from (f"! {problem.line} {problem.what}; {problem.fix} [{problem.code}]" for problem in body.problems)
    if body.fallbacks:
        yield f"! {body.fallbacks}"
    for section in body.sections:
        broken = deepcopy(section.content)
        allow_breaks(broken)
        yield f"--- {section.title} {section.direction or ''}".rstrip()
        yield section.html
        yield from [f"--- broken\n{serialise_html(broken)}"] if serialise_html(broken) != section.html else []
        yield f"--- text\n{section_text(section.content, notes)}\n--- Notify\n{notify_markdown(section.content)}"
