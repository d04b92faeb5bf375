"""Public addresses still work, and subscribers do not see items again as new."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.codes import Severity
from newsroom.commands.lost import find_lost
from newsroom.problems import Problem
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.items import CONSENT, newsletter, page, publication, story, story_id
from tests.support.wordings import Reported

Files = Mapping[str, str | None]
TEXT = "Once there was a garden behind the library, and nobody knew whose it was until Ada knocked on a door."
GARDEN = story(TEXT, title="Ada's garden")
EDITED = story(f"{TEXT} It grew.", title="Ada's garden", date="2024-02-01")
A_LIFE = {"kind": "story", "title": "Ada's garden"}
NO_FEED = {"scope": ["web"], "feed_ended": "2026-11-20"}
WITHDRAWN = story(TEXT, **A_LIFE, consent=CONSENT | {"withdrawn": "2024-05-01"})
WEB = story(TEXT, **A_LIFE, consent=CONSENT)
NOT_WEB = story(TEXT, **A_LIFE, consent=CONSENT | {"scope": ["feed"]})
RENAMED = "stories/ada.md:1 feed-id-changed"
GONE = "stories/old.md address-lost?"
OLD_ID = story_id("old")


def lost(folder: Path, before: Files, now: Files, **settings: object) -> tuple[Problem, ...]:
    """The report after files change from ``before`` to ``now``; None deletes a file."""
    for name, changes in ("before", before), ("now", {**before, **now}):
        files = {path: text for path, text in {**small_newsroom(), **changes}.items() if text is not None}
        write_files(folder / name, files)
    values = {**SETTINGS, **settings}
    return find_lost(folder / "now", folder / "before", values, SETTINGS, TODAY)


CASES: dict[str, tuple[Files, Files, list[str]]] = {
    "nothing changes": ({"stories/old.md": GARDEN}, {}, []),
    "the text is edited": ({"stories/old.md": GARDEN}, {"stories/old.md": EDITED}, []),
    "deleted": ({"stories/old.md": GARDEN}, {"stories/old.md": None}, [GONE]),
    "renamed": ({"stories/old.md": GARDEN}, {"stories/old.md": None, "stories/ada.md": GARDEN}, [RENAMED]),
    "renamed and edited": ({"stories/old.md": GARDEN}, {"stories/old.md": None, "stories/ada.md": EDITED}, [RENAMED]),
    "another text of the same words": (
        {"stories/old.md": GARDEN},
        {
            "stories/old.md": None,
            "stories/ada.md": story(" ".join(TEXT.split()[::-1]), title="Ada's garden", date="2026-11-22"),
        },
        [GONE],
    ),
    "renamed with a redirect": (
        {"stories/old.md": GARDEN},
        {"stories/old.md": None, "stories/ada.md": story(TEXT, redirect_from=["/stories/old/"])},
        [],
    ),
    "renamed with a redirect behind another that decides the id": (
        {"stories/old.md": GARDEN},
        {
            "stories/old.md": None,
            "stories/ada.md": story(TEXT, title="Ada's garden", redirect_from=["/stories/x/", "/stories/old/"]),
        },
        ["stories/ada.md:6 feed-id-changed"],
    ),
    "renamed with its id alone": (
        {"stories/old.md": GARDEN},
        {"stories/old.md": None, "stories/ada.md": story(TEXT, title="Ada's garden", id=OLD_ID)},
        ["stories/ada.md:1 address-lost?"],
    ),
    "renamed, and had been renamed before": (
        {"stories/old.md": story(TEXT, redirect_from=["/stories/older/"])},
        {"stories/old.md": None, "stories/ada.md": story(TEXT)},
        ["stories/ada.md:1 feed-id-changed"],
    ),
    "renamed, and had an id of its own": (
        {"stories/old.md": story(TEXT, id="urn:elm:1")},
        {"stories/old.md": None, "stories/ada.md": story(TEXT)},
        ["stories/ada.md:1 feed-id-changed"],
    ),
    "its id is taken out": (
        {"stories/old.md": story(TEXT, id="urn:elm:1")},
        {"stories/old.md": story(TEXT)},
        ["stories/old.md:1 feed-id-changed"],
    ),
    "an id is added": (
        {"stories/old.md": story(TEXT)},
        {"stories/old.md": story(TEXT, id="urn:elm:2")},
        ["stories/old.md:6 feed-id-changed"],
    ),
    "a redirect that decides the id is taken out": (
        {"stories/old.md": story(TEXT, redirect_from=["/stories/older/"])},
        {"stories/old.md": story(TEXT)},
        ["stories/old.md:1 feed-id-changed"],
    ),
    "a redirect is taken out": (
        {"docs/help.md": page(redirect_from=["/faq.html"])},
        {"docs/help.md": page()},
        ["docs/help.md:1 address-lost?"],
    ),
    "a page is renamed": (
        {"docs/help.md": page(TEXT)},
        {"docs/help.md": None, "docs/guide/help.md": page(TEXT)},
        ["docs/guide/help.md:1 address-lost?"],
    ),
    "a page is deleted": (
        {"docs/help.md": page(TEXT)},
        {"docs/help.md": None},
        ["docs/help.md address-lost?"],
    ),
    "it becomes a draft": (
        {"stories/old.md": GARDEN},
        {"stories/old.md": story(TEXT, draft=True)},
        ["stories/old.md:6 page-hidden?"],
    ),
    "its day moves on": (
        {"stories/old.md": GARDEN},
        {"stories/old.md": story(TEXT, date="2027-01-01")},
        ["stories/old.md:3 page-hidden?"],
    ),
    "a translation is deleted": (
        {"docs/about.cy.md": page()},
        {"docs/about.cy.md": None},
        ["docs/about.cy.md address-lost?"],
    ),
    "another story of another text comes": (
        {"stories/old.md": GARDEN},
        {"stories/old.md": None, "stories/new.md": story("Quite another text, of a bus, a hill and a bakery.")},
        ["stories/new.md:3 item-added-missing?", GONE],
    ),
    **{
        f"an item comes with {fields}": ({}, {"stories/new.md": story(**fields)}, found)
        for fields, found in (
            ({"date": "2026-11-19"}, []),
            ({"date": "2026-11-18"}, ["stories/new.md:3 item-added-missing?"]),
            ({"date": "2026-11"}, ["stories/new.md:3 item-added-missing?"]),
            ({"date": "2015", "added": "2026-11-22"}, []),
            ({"date": "2015", "added": "2026-11-01"}, ["stories/new.md:6 item-added-missing?"]),
            ({"date": "2015", "added": "2026-12-01"}, []),
            ({"date": "2015", "draft": True}, []),
            ({"date": "2015", "kind": "poem", "consent": CONSENT | {"scope": ["web"]}}, []),
        )
    },
    "a draft of long ago is published": (
        {"stories/old.md": story(draft=True)},
        {"stories/old.md": story()},
        ["stories/old.md:3 item-added-missing?"],
    ),
    "a translation comes": (
        {"stories/old.md": story()},
        {"stories/old.cy.md": story()},
        ["stories/old.cy.md:3 item-added-missing?"],
    ),
    "a forthcoming publication is out": (
        {"publications/soon.md": publication(expected="2027")},
        {"publications/soon.md": publication(date="2026-11-20")},
        [],
    ),
    "a forthcoming publication is out, and its day is not known": (
        {"publications/soon.md": publication(expected="2027")},
        {"publications/soon.md": publication(date="2026", added="2023-01-01")},
        ["publications/soon.md:7 item-added-missing?"],
    ),
    "a forthcoming publication is still to come": (
        {"publications/soon.md": publication(expected="2026")},
        {"publications/soon.md": publication(expected="2027")},
        [],
    ),
    "consent for feeds ends without a day": (
        {"stories/old.md": WEB},
        {"stories/old.md": story(TEXT, **A_LIFE, consent=CONSENT | {"scope": ["web", "email"]})},
        ["stories/old.md:6 consent-feed-end-missing"],
    ),
    "consent for feeds ends on a day": (
        {"stories/old.md": WEB},
        {"stories/old.md": story(TEXT, **A_LIFE, consent=CONSENT | NO_FEED)},
        [],
    ),
    "it has errors now, which are reported elsewhere": (
        {"stories/old.md": GARDEN},
        {"stories/old.md": story(TEXT, kind="tale")},
        [],
    ),
    "the errors are in the file that redirects": (
        {"docs/help.md": page()},
        {"docs/help.md": None, "docs/guide.md": page(redirect_from=["/help/"], summry="x")},
        [],
    ),
    "withdrawn": ({"stories/old.md": WEB}, {"stories/old.md": WITHDRAWN}, []),
    "withdrawn and renamed": ({"stories/old.md": WEB}, {"stories/old.md": None, "stories/ada.md": WITHDRAWN}, []),
    "withdrawn with its first consent, and renamed": (
        {"stories/old.md": story(TEXT, title="Ada's garden")},
        {"stories/old.md": None, "stories/ada.md": WITHDRAWN},
        [],
    ),
    "deleted, while another of nearly the same text is renamed": (
        {"stories/old.md": GARDEN, "docs/help.md": page(f"{TEXT} Ask.", title="Ada's garden")},
        {"stories/old.md": None, "docs/help.md": None, "docs/ask.md": page(f"{TEXT} Ask.", title="Ada's garden")},
        [
            "docs/ask.md:1 address-lost?",
            GONE,
        ],
    ),
    "withdrawn with errors": (
        {"stories/old.md": WEB},
        {"stories/old.md": None, "stories/ada.md": WITHDRAWN.replace("title:", "titel:")},
        [],
    ),
    "withdrawn in one language, deleted in another": (
        {"stories/old.md": WEB, "stories/old.cy.md": WEB},
        {"stories/old.md": WITHDRAWN, "stories/old.cy.md": None},
        [],
    ),
    "may not be on the web any more": ({"stories/old.md": WEB}, {"stories/old.md": NOT_WEB}, []),
    "may not be on the web any more, and is renamed": (
        {"stories/old.md": WEB},
        {"stories/old.md": None, "stories/ada.md": NOT_WEB},
        [],
    ),
    "may not be on the web any more in one language, deleted in another": (
        {"stories/old.md": WEB, "stories/old.cy.md": WEB},
        {"stories/old.md": NOT_WEB, "stories/old.cy.md": None},
        [],
    ),
    "was withdrawn before and is deleted": ({"stories/old.md": WITHDRAWN}, {"stories/old.md": None}, []),
    "was a draft and is deleted": ({"stories/old.md": story(draft=True)}, {"stories/old.md": None}, []),
    "was for another day and is deleted": ({"stories/old.md": story(date="2027-01-01")}, {"stories/old.md": None}, []),
    "was in no feed and is renamed": (
        {"stories/old.md": story(TEXT, **A_LIFE, consent=CONSENT | {"scope": ["web"]})},
        {
            "stories/old.md": None,
            "stories/ada.md": story(TEXT, **A_LIFE, consent=CONSENT | {"scope": ["web"]}),
        },
        ["stories/ada.md:1 address-lost?"],
    ),
    "a sent edition has another text": (
        {"newsletters/2024-01.md": newsletter(sent="2024-01-05")},
        {"newsletters/2024-01.md": newsletter("## Hello\n\nOther words.", sent="2024-01-05")},
        ["newsletters/2024-01.md:7 edition-sent-changed?"],
    ),
    "a sent edition has another area": (
        {"newsletters/2024-01.md": newsletter(sent="2024-01-05")},
        {"newsletters/2024-01.md": newsletter(sent="2024-01-05", areas=["elmham"])},
        [],
    ),
    "an edition is sent": (
        {"newsletters/2024-01.md": newsletter()},
        {"newsletters/2024-01.md": newsletter("## Hello\n\nOther words.", sent="2024-01-05")},
        [],
    ),
    "an edition is deleted": (
        {"newsletters/2024-01.md": newsletter()},
        {"newsletters/2024-01.md": None},
        ["newsletters/2024-01.md address-lost?"],
    ),
}


@pytest.mark.parametrize(("before", "now", "expected"), CASES.values(), ids=CASES)
def test_lost_addresses_and_ids_are_reported(
    tmp_path: Path, before: Files, now: Files, expected: list[str], reported: Reported
) -> None:
    assert reported(lost(tmp_path, before, now)) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            {"tag_authority": "oak.example,2026"},
            ["mkdocs.yml feed-authority-changed"],
        ),
        ({"tag_authority": "oak.example,2026", "site_url": "https://oak.example/"}, []),
        ({"site_url": "https://oak.example/"}, [GONE]),
        ({"site_url": "nowhere"}, []),
    ],
)
def test_changed_authority_is_an_error_on_same_site(
    tmp_path: Path, settings: Mapping[str, object], expected: list[str], reported: Reported
) -> None:
    now = {"stories/old.md": None} if "site_url" in settings else {}
    assert reported(lost(tmp_path, {"stories/old.md": GARDEN}, now, **settings)) == expected


def test_unknown_earlier_settings_are_not_a_change(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    assert find_lost(tmp_path, tmp_path, SETTINGS, None, TODAY) == ()


def test_only_changes_for_subscribers_are_errors(tmp_path: Path) -> None:
    write_files(tmp_path / "before", small_newsroom())
    kept = {path: text for path, text in small_newsroom().items() if path != "stories/the-garden.md"}
    write_files(tmp_path / "now", kept | {"stories/our-garden.md": small_newsroom()["stories/the-garden.md"]})
    (problem,) = find_lost(tmp_path / "now", tmp_path / "before", SETTINGS, SETTINGS, TODAY)
    assert (problem.path, problem.severity) == ("stories/our-garden.md", Severity.ERROR)


def test_many_renamed_files_are_found(tmp_path: Path) -> None:
    texts = {f"{n}": story(f"{TEXT} Number {n}.", title=f"Garden {n}") for n in range(60)}
    write_files(tmp_path / "before", small_newsroom() | {f"stories/old-{n}.md": text for n, text in texts.items()})
    write_files(tmp_path / "now", small_newsroom() | {f"stories/new-{n}.md": text for n, text in texts.items()})
    problems = find_lost(tmp_path / "now", tmp_path / "before", SETTINGS, SETTINGS, TODAY)
    found = {problem.path: problem.fix for problem in problems}
    assert found == {f"stories/new-{n}.md": f"add `redirect_from: [/stories/old-{n}/]`" for n in texts}
