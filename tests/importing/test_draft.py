"""The whole drafts of documents, and the notes on them."""

from dataclasses import replace
from datetime import date

import pytest

from newsroom.content.types import AnyType
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.types.page import PAGE
from newsroom.content.types.publication import PUBLICATION
from newsroom.content.types.story import STORY
from newsroom.importing.draft import LONGEST_TITLE, DraftPlace, make_draft
from newsroom.importing.guess import Topic
from newsroom.importing.report import place_notes
from newsroom.importing.source import ImportRefusedError, LeadPicture, Note, NoteKind, SourceDocument
from tests.support.golden import Golden
from tests.support.images import picture

_TOPICS = (Topic("areas", "derby", "Derby", is_common=False), Topic("areas", "york", "York", is_common=False))
_LONG = "The people of Derby and York dug a garden, and all of them stayed for tea in the hall on Elm Street."
_VERSE = "<p>a line of verse</p>" * 9
_TURNS = "<p>Q: Why?</p><p>A: Because it was there.</p>" * 4
_DAY = date(2024, 5, 3)
_PICTURES = {"a": picture(), "b": picture(40, 20), "c": b"junk"}
_SOURCES: dict[str, tuple[AnyType, str, SourceDocument]] = {
    "poem": (STORY, "a", SourceDocument(_VERSE, title="Trees", author="Ann", day=_DAY)),
    "interview": (STORY, "a", SourceDocument(_TURNS, title="Trees", author="Siân ap Huw")),
    "story": (STORY, "my_first-garden", SourceDocument(f"<p>{_LONG}</p>")),
    "no-name": (STORY, "__", SourceDocument("<p>Words.</p>")),
    "subtitle": (STORY, "a", SourceDocument("<p>Words.</p>", title="T", subtitle="A <year> of it")),
    "subtitle-of-markdown": (STORY, "a", SourceDocument("<p>W</p>", title="T", subtitle="S", markdown="W *x* ![](a)")),
    "publication": (
        PUBLICATION,
        "a",
        SourceDocument("<p>W</p>", title="T", subtitle="S", author="Ann van Oak", day=_DAY),
    ),
    "page": (PAGE, "a", SourceDocument(_VERSE, title="Trees", day=_DAY)),
    "edition": (NEWSLETTER, "a", SourceDocument(f"<p>{_LONG}</p>", title="word " * 40, author="Ann Oak", day=_DAY)),
    "edition-with-sections": (NEWSLETTER, "a", SourceDocument("<p>a</p><h2>B</h2><p>c</p>", title="T")),
    "pictures": (
        STORY,
        "a",
        SourceDocument(
            '<p>W <img src="b" alt="B"> x</p><img src="c"><img src="b">',
            _PICTURES,
            title="T & U",
            lead=LeadPicture("a", 'A "tree"', "In May"),
            old_addresses={"a": ("/a.png", "/old/a.png"), "b": ("/b.png",), "c": ("/c.png",)},
            fields={"old_files": [{"file": "r.pdf", "address": "/r.pdf"}], "kind": "news", "areas": ("york",)},
            notes=(Note(NoteKind.DROPPED, "Something."),),
        ),
    ),
    "lead-that-is-lost": (STORY, "a", SourceDocument("<p>W</p>", title="T", lead=LeadPicture("c", "A"))),
    "kind-that-is-known": (STORY, "a", SourceDocument(_VERSE, title="T", fields={"kind": "poem", "summary": ""})),
}


def _place(found: AnyType, **changes: object) -> DraftPlace:
    place = DraftPlace(found, found.folder, ".cy", None, frozenset({"t.md", "t-2.cy.md"}), _TOPICS, date(2026, 1, 2))
    return replace(place, **changes)  # type: ignore[arg-type]


def test_drafts_are_what_they_were(golden: Golden) -> None:
    described = []
    for name, (found, stem, source) in _SOURCES.items():
        draft = make_draft(source, stem, _place(found))
        notes = "".join(f"{note.kind}: {note.line}: {note.text}\n" for note in place_notes(draft.notes, draft.text))
        described.append(f"=== {name}\n{draft.path} {list(draft.files)}\n{draft.text}\n{notes}")
    golden.check("import/drafts.txt", "\n".join(described).encode())


@pytest.mark.parametrize(("length", "is_cut"), [(LONGEST_TITLE, False), (LONGEST_TITLE + 1, True)])
def test_title_is_cut_where_it_is_too_long(length: int, is_cut: bool) -> None:
    draft = make_draft(SourceDocument("<p>W</p>", title="x" * length), "a", _place(STORY, name="given"))
    assert draft.path == "stories/given.cy.md"
    assert (f"title: {'x' * length}\n" in draft.text) == (not is_cut)
    assert ("x…\n" in draft.text) == is_cut


@pytest.mark.parametrize(
    ("html", "says"),
    [("<p> </p>", "no text"), (f"<p>{'a' * 400_000}</p>", "divide"), ("<ul><li>" * 400 + "a", "nested too deeply")],
)
def test_document_without_text_or_with_too_much_is_refused(html: str, says: str) -> None:
    with pytest.raises(ImportRefusedError, match=says):
        make_draft(SourceDocument(html, title="T"), "a", _place(STORY))
