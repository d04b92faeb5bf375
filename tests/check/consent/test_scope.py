"""No edition or item carries another item to a channel that its consent does not include, and none a withdrawn one."""

from pathlib import Path

import pytest

from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.site_settings import site_settings
from tests.support import SETTINGS, TODAY, problems_in, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, page, publication, story
from tests.support.rendering import written
from tests.support.theme import THEME
from tests.support.wordings import Reported

WORDS = "Every morning the old gate was open before anybody else on the street was awake."
FILES: dict[str, str | bytes] = {
    **small_newsroom(),
    "stories/jean.jpg": picture(form="JPEG"),
    "stories/tree.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>',
}
E = "newsletters/2024-04.md"


def limited(*scope: str) -> str:
    """A story whose person agreed to these channels alone."""
    body = f"{WORDS}\n\n![Jean](jean.jpg)\n\n![A tree](tree.svg)"
    return story(body, title="Jean’s gate", consent=CONSENT | {"scope": ["web", *scope]})


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("## Hello\n\nRead [her story](../stories/jean.md).", [11]),
        ("## Hello\n\nWords.\n\n## News\n\n![Jean](../stories/jean.jpg)", [15]),
        ("Words.\n\nRead Jean’s gate on the site.\n\n## Hello\n\nWords.", [11]),
        (f"## Hello\n\nIt says: {WORDS[:60]} and more.", [11]),
        ("## Hello\n\nThe gate of Jean was open, and the tree ![a tree](../stories/tree.svg) too.", []),
        ("## Hello\n\nRead [us](../docs/about.md).", []),
    ],
)
def test_edition_for_email_names_the_section(tmp_path: Path, body: str, lines: list[int], reported: Reported) -> None:
    files = FILES | {"stories/jean.md": limited("feed"), E: newsletter(body, title="April 2024")}
    found = [problem for problem in problems_in(tmp_path, files) if problem.code.startswith("consent")]
    assert reported(found) == [f"{E}:{line} consent-not-for-email" for line in lines]
    assert all("section '" in problem.what or "the text" in problem.what for problem in found)
    assert not any("stories/" in problem.sentence for problem in found)


def test_edition_for_email_does_not_name_the_item_in_its_subject(tmp_path: Path, reported: Reported) -> None:
    edition = newsletter(title="April 2024", subject="Read Jean’s gate")
    files = FILES | {"stories/jean.md": limited("feed"), E: edition}
    (found,) = (problem for problem in problems_in(tmp_path, files) if problem.code.startswith("consent"))
    assert reported([found]) == [f"{E}:4 consent-not-for-email"]


@pytest.mark.parametrize(
    ("scope", "fields"), [(("email", "feed"), {}), (("feed",), {"email": "false"}), (("feed",), {"draft": "true"})]
)
def test_edition_that_may_be_sent_or_is_not_sent_has_no_error(
    tmp_path: Path, scope: tuple[str, ...], fields: dict[str, object]
) -> None:
    body = "## Hello\n\nRead [her story](../stories/jean.md)."
    files = FILES | {"stories/jean.md": limited(*scope), E: newsletter(body, title="April 2024", **fields)}
    assert [problem for problem in problems_in(tmp_path, files) if problem.is_error] == []


@pytest.mark.parametrize("path", [E, "stories/other.md"])
def test_copied_words_are_an_error_in_what_feeds_have(tmp_path: Path, path: str, reported: Reported) -> None:
    text = f"## Hello\n\nIt says: {WORDS[:60]} and more. Read [her story](../stories/jean.md)."
    make = newsletter if path == E else story
    files = FILES | {"stories/jean.md": limited("email"), path: make(text, title="Another")}
    (found,) = (problem for problem in problems_in(tmp_path, files) if problem.code.startswith("consent"))
    assert reported([found])[0].endswith("consent-not-for-feed")
    assert "the section 'Hello'" in found.what


def test_email_with_an_error_is_not_published_however_old_its_edition_is(tmp_path: Path) -> None:
    """Only the newest three editions have their emails checked."""
    editions = {f"newsletters/2024-{n:02}.md": newsletter(title=f"Edition {n}") for n in range(5, 10)}
    body = "## Hello\n\nRead [her story](../stories/jean.md)."
    files = FILES | editions | {"stories/jean.md": limited("feed"), E: newsletter(body, title="April 2024")}
    write_files(tmp_path, files)
    (tmp_path / "overrides").symlink_to(THEME)
    build = load_build(tmp_path, site_settings(SETTINGS), BuildOptions(today=TODAY))
    emails = {path for path, _ in written(build) if path.endswith("generic.html")}
    assert "newsletters/2024-05/email/generic.html" in emails
    assert "newsletters/2024-04/email/generic.html" not in emails


@pytest.mark.parametrize("fields", [{"consent": CONSENT | {"withdrawn": "2026-11-01"}}, {"withdrawn": "true"}])
def test_words_of_a_withdrawn_story_are_a_warning_in_every_page(
    tmp_path: Path, fields: dict[str, object], reported: Reported
) -> None:
    """A warning: an error would keep the page out of the build that takes down the story."""
    jean = story(
        WORDS, title="Jean’s gate", summary="How a gate that nobody had ever shut came to be painted.", **fields
    )
    blurb = "Of a gate that nobody had ever shut came to be told."
    letter = "## Hello\n\nOn [us](../docs/about.md) and Jean's gate.\n\nOn [her](../stories/jean.md), Jean’s gate."
    report = publication(
        f"## A day\n\nIt says: {WORDS[:60]}\n> {WORDS[60:]}\n\n## More\n\n{WORDS[:60]}",
        summary=blurb,
        findings=["Jean’s gate helps."],
    )
    files: dict[str, str | bytes] = FILES | {
        "stories/jean.md": jean,
        "stories/jean.cy.md": story(
            f"Jean’s gate. {WORDS}", title="Giât Jean", summary="Am y giât nad oedd neb yn ei chau."
        ),
        "publications/r.md": report,
        E: newsletter(letter, title="April 2024", subject="Jean’s gate"),
    }
    found = [problem for problem in problems_in(tmp_path, files) if problem.code == "consent-withdrawn-quoted"]
    assert reported(found) == [
        *(f"{E}:{number} consent-withdrawn-quoted?" for number in (4, 11)),
        *(f"publications/r.md:{number} consent-withdrawn-quoted?" for number in (4, 7, 12, 17)),
    ]


@pytest.mark.parametrize(("number", "lines"), [(4, [2, 8, 10, 12]), (5, [10])])
def test_what_many_items_have_tells_of_nobody(tmp_path: Path, number: int, lines: list[int]) -> None:
    """A note below every story, and a title of ordinary words; a title with a name is found in any number of items."""
    note = "To meet a coordinator near you, write to us or come to one of our open mornings."
    jean = story(f"{WORDS}\n\n{note}", title="A story", withdrawn="true")
    ada = story(WORDS.replace("gate", "door"), title="Ada’s gate", withdrawn="true")
    files: dict[str, str | bytes] = FILES | {"stories/jean.md": jean, "stories/ada.md": ada}
    others = {f"stories/s{n}.md": story(f"A story of the gate.\n\nAda's gate.\n\n{note}") for n in range(number)}
    copied = {"docs/more.md": page(f"Words.\n\nIt says: {WORDS}\n\nWe tell a story.")}
    found = [p for p in problems_in(tmp_path, files | others | copied) if p.code == "consent-withdrawn-quoted"]
    assert [problem.line for problem in found if problem.path == "stories/s0.md"] == lines
    assert {problem.path for problem in found if "Ada" in problem.what} == {*others}
    assert [problem.line for problem in found if problem.path == "docs/more.md"] == [8]
