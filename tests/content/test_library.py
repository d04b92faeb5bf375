"""The library decides what is shown where, on which day, and in which language."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.content.library import Channel, Library
from newsroom.content.types import AnyType
from newsroom.content.types.area import AREA
from newsroom.content.types.page import PAGE
from newsroom.content.types.principle import PRINCIPLE
from newsroom.content.types.publication import PUBLICATION
from newsroom.read import load_content
from newsroom.read.withdrawn import unreadable_withdrawal
from tests.support import write_files
from tests.support.items import CONSENT, area, newsletter, page, publication, story

TODAY = date(2026, 11, 22)
EVERYWHERE = set(Channel)
LANGUAGES = ("en", "cy")
S, W = "stories/a.md", "stories/a.cy.md"


def library(root: Path, files: dict[str, str], *, preview: bool = False) -> Library:
    """The library of these files, all of which must be valid."""
    write_files(root, files)
    found = load_content(root, LANGUAGES)
    assert found.problems == ()
    return Library(found.documents, today=TODAY, preview=preview)


def channels(root: Path, text: str, *, preview: bool = False) -> set[Channel]:
    """The channels of a story."""
    held = library(root, {S: text}, preview=preview)
    (document,) = held.documents
    shown = {channel for channel in Channel if held.shows(document, channel)}
    assert shown == {channel for channel in Channel if document in held.pages(channel)}
    assert shown == {channel for channel in Channel if document in held.newest(channel, "en")}
    assert shown == {channel for channel in Channel if document in held.translations(document, channel)}
    return shown


def newest(held: Library, lang: str = "en", **types: tuple[AnyType, ...]) -> list[str]:
    """The paths of the newest items on the web."""
    return [document.path for document in held.newest(Channel.WEB, lang, **types)]


@pytest.mark.parametrize(
    ("day", "has_come"),
    [
        ("2026-11-21", True),
        ("2026-11-22", True),
        ("2026-11-23", False),
        ("2026-11", True),
        ("2026-12", False),
        ("2026", True),
        ("2027", False),
    ],
)
@pytest.mark.parametrize("is_draft", [False, True])
def test_drafts_and_future_items_are_shown_only_in_preview(
    tmp_path: Path, day: str, has_come: bool, is_draft: bool
) -> None:
    text = story(date=day, draft=is_draft)
    assert channels(tmp_path, text) == (EVERYWHERE if has_come and not is_draft else set())
    unsearched = EVERYWHERE - {Channel.SEARCH} if is_draft or not has_come else EVERYWHERE
    assert channels(tmp_path, text, preview=True) == unsearched
    held = library(tmp_path, {S: text}, preview=True)
    assert held.is_waiting(held.documents[0]) is (is_draft or not has_come)


def test_forthcoming_item_has_publication_date(tmp_path: Path) -> None:
    report = "publications/soon.md"
    held = library(tmp_path, {report: publication(expected="2027", added="2024-01-01"), S: story(date="2001")})
    document = held.find(report)
    assert document is not None
    assert {channel for channel in Channel if held.shows(document, channel)} == EVERYWHERE
    assert newest(held) == [report, S]
    assert newest(library(tmp_path, {report: publication(expected="2027", added="2026-12-01")})) == [S]


@pytest.mark.parametrize("preview", [False, True])
@pytest.mark.parametrize(
    ("scope", "shown"),
    [
        (["web"], {Channel.WEB, Channel.SEARCH}),
        (["feed"], set()),
        (["email", "social"], set()),
        (["web", "feed"], {Channel.WEB, Channel.SEARCH, Channel.FEED}),
        (["web", "email"], {Channel.WEB, Channel.SEARCH, Channel.EMAIL}),
        (["web", "feed", "email", "social"], EVERYWHERE),
    ],
)
def test_consent_scope_decides_channels(tmp_path: Path, scope: list[str], shown: set[Channel], preview: bool) -> None:
    assert channels(tmp_path, story(consent=CONSENT | {"scope": scope}), preview=preview) == shown


@pytest.mark.parametrize("preview", [False, True])
@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22", "2027", "2020"])
def test_withdrawn_story_is_not_shown(tmp_path: Path, day: str, preview: bool) -> None:
    assert channels(tmp_path, story(consent=CONSENT | {"withdrawn": day}), preview=preview) == set()


def test_draft_pages_and_areas_are_not_shown(tmp_path: Path) -> None:
    files = {"docs/a.md": page(draft=True), "docs/b.md": page(), "docs/areas/c.md": area(draft=True)}
    held = library(tmp_path, files)
    assert [document.path for document in held.pages(Channel.WEB)] == ["docs/b.md"]
    assert held.topics(AREA, Channel.WEB, "en") == ()


def test_newest_items_come_first_then_by_path(tmp_path: Path) -> None:
    held = library(
        tmp_path,
        {
            "stories/b.md": story(date="2024-03-01"),
            "stories/a.md": story(date="2024-03"),
            "stories/a-z.md": story(date="2024-03-01"),
            "newsletters/2024-03.md": newsletter(),
            "stories/late.md": story(date="2024-03-02"),
            "publications/p.md": publication(date="2024"),
            "docs/a.md": page(),
            "docs/areas/a.md": area(),
        },
    )
    assert newest(held) == [
        "stories/late.md",
        "newsletters/2024-03.md",
        "stories/a-z.md",
        "stories/a.md",
        "stories/b.md",
        "publications/p.md",
    ]
    assert newest(held, types=(PUBLICATION, PAGE)) == ["publications/p.md"]


@pytest.mark.parametrize(
    ("files", "english", "welsh"),
    [
        ({S: story(), W: story()}, [S], [W]),
        ({S: story()}, [S], [S]),
        ({W: story()}, [W], [W]),
        ({S: story(), W: story(draft=True)}, [S], [S]),
        ({S: story(draft=True), W: story()}, [W], [W]),
        ({S: story(date="2027"), W: story()}, [W], [W]),
        ({S: story(), W: story(consent=CONSENT | {"scope": ["feed"]})}, [], []),
        ({S: story(draft=True), W: story(draft=True)}, [], []),
        ({S: story(), "publications/a.cy.md": publication()}, [S, "publications/a.cy.md"], [S, "publications/a.cy.md"]),
    ],
)
def test_each_item_is_listed_once_in_wanted_language(
    tmp_path: Path, files: dict[str, str], english: list[str], welsh: list[str]
) -> None:
    held = library(tmp_path, files)
    assert (newest(held, "en"), newest(held, "cy")) == (english, welsh)


def test_translations_are_shown_versions(tmp_path: Path) -> None:
    files = {S: story(), W: story(), "publications/a.md": publication(), "stories/b.md": story()}
    files |= {"stories/b.cy.md": story(draft=True), "docs/x/a.md": page(), "docs/y/a.cy.md": page()}
    held = library(tmp_path, files)
    versions = {
        document.path: [version.path for version in held.translations(document, Channel.WEB)]
        for document in held.documents
    }
    assert versions[S] == versions[W] == [W, S]
    assert versions["stories/b.md"] == versions["stories/b.cy.md"] == ["stories/b.md"]
    assert versions["publications/a.md"] == ["publications/a.md"]
    assert (versions["docs/x/a.md"], versions["docs/y/a.cy.md"]) == (["docs/x/a.md"], ["docs/y/a.cy.md"])


def test_areas_are_sorted_by_name_in_wanted_language(tmp_path: Path) -> None:
    files = {f"docs/areas/{slug}.md": area(name=name) for slug, name in (("a", "Ely"), ("b", "derby"), ("c", "York"))}
    held = library(tmp_path, files | {"docs/areas/c.cy.md": area(name="Caerefrog")})
    assert [found.front.name for found in held.topics(AREA, Channel.WEB, "en")] == ["derby", "Ely", "York"]
    assert [found.front.name for found in held.topics(AREA, Channel.WEB, "cy")] == ["Caerefrog", "derby", "Ely"]


def test_principles_are_sorted_by_number(tmp_path: Path) -> None:
    files = {
        f"docs/principles/{slug}.md": page(title=slug, order=order) for slug, order in (("a", 10), ("b", 9), ("c", 1))
    }
    held = library(tmp_path, files | {"docs/principles/index.md": page()})
    assert [found.slug for found in held.topics(PRINCIPLE, Channel.WEB, "en")] == ["c", "b", "a"]


def test_find_returns_document_by_path(tmp_path: Path) -> None:
    held = library(tmp_path, {S: story(draft=True)})
    assert held.find(S) is held.documents[0]
    assert held.find("stories/b.md") is None


@pytest.mark.parametrize("other", [story(), story(consent=CONSENT)], ids=["without consent", "with its own"])
def test_withdrawal_in_one_language_holds_for_all(tmp_path: Path, other: str) -> None:
    withdrawn = story(consent={**CONSENT, "withdrawn": "2026-01-01"})
    held = library(tmp_path, {S: withdrawn, W: other}, preview=True)
    assert [document for document in held.documents for channel in Channel if held.shows(document, channel)] == []


@pytest.mark.parametrize(("review_by", "shown"), [("2026-11-22", EVERYWHERE), ("2026-11-21", set())])
def test_expired_item_is_hidden_in_all_languages_where_the_library_is_told_to(
    tmp_path: Path, review_by: str, shown: set[Channel]
) -> None:
    write_files(tmp_path, {S: story(consent=CONSENT | {"review_by": review_by}), W: story(), "docs/a.md": page()})
    documents = load_content(tmp_path, ("en", "cy")).documents
    for hides, expected in ((True, shown), (False, EVERYWHERE)):
        held = Library(documents, today=TODAY, hides_expired=hides)
        found = {
            path: {channel for channel in Channel if not held.consent.hides(path, channel)}
            for path in (S, W, "docs/a.md")
        }
        assert found == {S: expected, W: expected, "docs/a.md": EVERYWHERE}
        assert {path for path in (S, W) if any(d.path == path for d in held.pages(Channel.WEB))} == (
            {S, W} if expected else set()
        )
        assert held.unseen_paths([S, W], []) == (frozenset() if expected else {S, W})
        assert [document.path for document in held.consent.expired] == ([] if shown else [W, S])


def test_files_of_limited_item_are_hidden_but_drawings(tmp_path: Path) -> None:
    """A drawing belongs to the item only where a person is said to be in it."""
    picture, own = "![Jean](jean.jpg)\n\n![A tree](tree.svg)\n\n![Jean talks](jean.mp3)", CONSENT | {"scope": ["web"]}
    files = {S: story(picture, consent=own), "stories/b.md": story(people="true", consent=own)}
    files["publications/p.md"] = publication(file="p.pdf", link=None, consent=own, cover={"src": "c.png", "alt": "A"})
    files["stories/d.md"] = story("![Ada](ada.svg)", people="true", consent=own)
    files["docs/e.md"] = page(image={"src": "../stories/jean.jpg", "alt": "A"}, consent=None)
    held = library(tmp_path, files)
    names = ("jean.jpg", "tree.svg", "jean.mp3", "ada.svg")
    assert [name for name in names if held.consent.hides(f"stories/{name}", Channel.FEED)] == [
        "jean.jpg",
        "jean.mp3",
        "ada.svg",
    ]
    assert held.consent.hides("publications/p.pdf", Channel.EMAIL)
    assert held.consent.hides("publications/c.png", Channel.EMAIL)
    assert not any(held.consent.hides(f"stories/{name}", Channel.WEB) for name in names)
    other = held.find("docs/e.md")
    assert other
    assert held.consent.as_shown(other, Channel.SOCIAL).front.image is None
    assert held.consent.as_shown(other, Channel.WEB) is other


def test_strictest_consent_holds_for_all_languages(tmp_path: Path) -> None:
    held = library(tmp_path, {S: story(consent={**CONSENT, "scope": ["web"]}), W: story()})
    for document in held.documents:
        assert {channel for channel in Channel if held.shows(document, channel)} == {Channel.WEB, Channel.SEARCH}


@pytest.mark.parametrize("preview", [False, True])
@pytest.mark.parametrize(("email", "shown"), [(True, EVERYWHERE), (False, EVERYWHERE - {Channel.EMAIL})])
def test_edition_without_email_is_shown_elsewhere(
    tmp_path: Path, email: bool, shown: set[Channel], preview: bool
) -> None:
    held = library(tmp_path, {"newsletters/2024-03.md": newsletter(email=email)}, preview=preview)
    (edition,) = held.documents
    assert {channel for channel in Channel if held.shows(edition, channel)} == shown


@pytest.mark.parametrize("path", [S, W])
@pytest.mark.parametrize("preview", [False, True])
def test_unreadable_withdrawal_holds_for_all_languages(tmp_path: Path, path: str, preview: bool) -> None:
    """Outputs do not get the withdrawn file, since its front matter is not valid."""
    write_files(tmp_path, {W: story(consent=CONSENT)})
    documents, unreadable = (
        load_content(tmp_path, LANGUAGES).documents,
        unreadable_withdrawal(path, None, {}, LANGUAGES),
    )
    held = Library(documents, today=TODAY, preview=preview, withdrawals=[unreadable])
    assert [channel for channel in Channel if held.pages(channel)] == []
    assert held.consent.is_withdrawn(S)
    assert held.consent.is_withdrawn(W)
    assert not held.consent.is_withdrawn("stories/ab.md")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (story(date="2026-12"), date(2026, 12, 1)),
        (story(date="2024-01-02"), date(2024, 1, 2)),
        (story(draft=True), None),
        (story(consent=CONSENT | {"withdrawn": "2026-01-01"}), None),
    ],
)
def test_first_shown_day_of_document(tmp_path: Path, text: str, day: date | None) -> None:
    held = library(tmp_path, {S: text, "docs/about.md": page()}, preview=True)
    about, found = held.find("docs/about.md"), held.find(S)
    assert found
    assert held.first_shown(found) == day
    assert about
    assert held.first_shown(about) == date.min


@pytest.mark.parametrize(
    "consent",
    [
        "consent:\n\twithdrawn: 2026-01-01",
        "consent:\n  withdrawn: 2026-01-01\n  ref: [",
        "consent: {a: b\n  withdrawn: x",
    ],
)
def test_withdrawal_holds_in_unreadable_file(tmp_path: Path, consent: str) -> None:
    write_files(tmp_path, {S: f"---\ntitle: A\n{consent}\n---\n\nWords.\n", W: story(consent=CONSENT)})
    found = load_content(tmp_path, LANGUAGES)
    assert [item.path for item in found.withdrawals] == [S]
    held = Library(found.documents, today=TODAY, withdrawals=found.withdrawals)
    assert [channel for channel in Channel if held.pages(channel)] == []
