"""The rules for consent: who needs it, what it says, until when, and the keys of the private register."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsroom.commands.check import check_content
from tests.support import SETTINGS, TODAY, problems_in, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, OWN_WORDS, area, newsletter, page, publication, story
from tests.support.wordings import Reported

S = "stories/a.md"
MAKERS: Mapping[str, Callable[..., str]] = {
    S: story,
    "newsletters/2024-03.md": newsletter,
    "publications/a.md": publication,
    "docs/a.md": page,
    "docs/areas/a.md": area,
}
"""How a file of each type is made."""
PERSON = {"src": "jean.jpg", "alt": "Jean in her garden", "person": "true"}
WRITER = {"name": "Ada Oak", "role": "Coordinator"}


def line_of(text: str, field: str) -> int:
    """The number of the line that begins with a field."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(field))


@pytest.mark.parametrize("ref", ["S-005", "elm-1", "S012", "LAC-2024-017", "s-12b"])
def test_consent_ref_is_letters_digits_and_hyphens(tmp_path: Path, ref: str) -> None:
    assert problems_in(tmp_path, {"stories/a.md": story(consent=CONSENT | {"ref": ref})}) == []


@pytest.mark.parametrize(
    "ref",
    [
        *("Jean Smith, 07700 900123", "Jean", "Jean-Smith", "JeanSmith1", "07700900123", "07700-900123"),
        *("S-07700900123", "S 005", "S-", "jean@elm.example", "1 Elm Street", "S-0050050050050050050"),
    ],
)
def test_private_consent_ref_is_rejected_and_not_quoted(tmp_path: Path, ref: str, reported: Reported) -> None:
    found = problems_in(tmp_path, {"stories/a.md": story(consent=CONSENT | {"ref": ref})})
    assert reported(found) == ["stories/a.md:6 consent-ref-invalid"]


def test_consent_ref_is_shared_only_by_versions(tmp_path: Path, reported: Reported) -> None:
    files = {
        "stories/a.md": story(title="A", consent=CONSENT),
        "stories/a.cy.md": story(title="A", consent=CONSENT),
        "stories/b.md": story(title="B", consent=CONSENT | {"ref": "ELM1"}),
        "stories/c.md": story(**OWN_WORDS, consent=CONSENT | {"withdrawn": "2026-01-01"}),
        "publications/a.md": publication(title="D", consent=CONSENT),
    }
    assert reported(problems_in(tmp_path, files)) == [
        "stories/a.cy.md:6 consent-ref-repeated",
        "stories/a.md:6 consent-ref-repeated",
        "stories/b.md:6 consent-ref-repeated",
        "stories/c.md:6 consent-ref-repeated?",
    ]


def test_versions_of_an_item_have_one_ref(tmp_path: Path, reported: Reported) -> None:
    files = {S: story(consent=CONSENT), "stories/a.cy.md": story(consent=CONSENT | {"ref": "elm-2"})}
    assert reported(problems_in(tmp_path, files)) == ["stories/a.md:6 consent-ref-differs"]


@pytest.mark.parametrize(
    ("ref", "fields", "is_name"),
    [
        ("Jean-1", {"title": "Jean’s garden"}, True),
        ("jean1", {"title": "A poem by Jean"}, True),
        ("Oak-1", {"author": "Ada Oak"}, True),
        ("Jean-1", {"title": "A garden"}, False),
        ("LAC-1", {"title": "LAC in Elmham"}, False),
        ("Elm-1", {"title": "A gate on Elm Street"}, False),
    ],
)
def test_consent_ref_is_not_a_name(
    tmp_path: Path, ref: str, fields: dict[str, object], is_name: bool, reported: Reported
) -> None:
    found = problems_in(tmp_path, {S: story(**fields, consent=CONSENT | {"ref": ref})})
    assert [name.split()[1] for name in reported(found)] == (["consent-ref-invalid"] if is_name else [])


@pytest.mark.parametrize("path", MAKERS)
@pytest.mark.parametrize(
    ("fields", "field"), [({"image": PERSON}, "image"), ({"people": "Yes"}, "people"), ({"people": "false"}, "")]
)
def test_every_type_needs_consent_for_a_picture_of_a_person(
    tmp_path: Path, path: str, fields: dict[str, object], field: str, reported: Reported
) -> None:
    text, jean = MAKERS[path](**fields), {path.rpartition("/")[0] + "/jean.jpg": picture(form="JPEG")}
    found = [name for name in reported(problems_in(tmp_path, {**jean, path: text})) if "consent" in name]
    assert found == ([f"{path}:{line_of(text, field)} consent-missing"] if field else [])
    agreed = MAKERS[path](**fields, consent=CONSENT)
    assert [name for name in reported(problems_in(tmp_path, {**jean, path: agreed})) if "consent" in name] == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "story"}, ["5 consent-missing"]),
        ({"kind": "interview"}, ["5 consent-missing"]),
        ({"kind": "poem"}, ["5 consent-missing"]),
        ({"kind": "guest-blog"}, ["5 consent-missing"]),
        ({"kind": "guest-blog", "consent_not_needed": "She is well known."}, ["5 consent-missing"]),
        ({"kind": "reflection"}, []),
        ({"consent": CONSENT | {"scope": ["web"]}}, []),
        ({"consent": CONSENT, "consent_not_needed": "It is about nobody."}, ["7 consent-contradicted"]),
        ({"consent": CONSENT | {"scope": ["feed", "email"]}}, ["6 consent-scope-web-missing"]),
        ({"consent": CONSENT | {"scope": ["web"], "feed_ended": "2026-11-22"}}, []),
        ({"consent": CONSENT | {"scope": ["web"], "feed_ended": "2026-11-23"}}, ["6 consent-feed-end-wrong"]),
        ({"consent": CONSENT | {"feed_ended": "2026-11-22"}}, ["6 consent-feed-end-wrong"]),
        ({"consent": CONSENT | {"given": None}}, ["6 consent-given-missing"]),
        ({"consent": CONSENT | {"given": "2026-11-23"}}, ["6 consent-given-future"]),
        ({"consent": CONSENT | {"given": "2024-01-02"}}, ["6 consent-given-late"]),
        ({"consent": CONSENT | {"given": "2024-02"}}, ["6 consent-given-late"]),
        ({"consent": CONSENT | {"given": "2024-01-02"}, "date": "2024-01"}, []),
        ({"consent": CONSENT | {"given": "2024"}}, []),
        ({"consent": CONSENT | {"given": "2025", "basis": "previously-published", "source": "A leaflet"}}, []),
        ({"consent": CONSENT | {"basis": "previously-published"}}, ["6 consent-source-missing"]),
        ({"consent": CONSENT | {"identity": "anonymous"}, "author": "Ada Oak"}, ["7 consent-anonymous-named"]),
        ({"consent": CONSENT | {"identity": "anonymous"}, "authors": ["Ada Oak"]}, ["7 consent-anonymous-named"]),
        ({"consent": CONSENT | {"identity": "anonymous"}, "author": WRITER}, []),
        (
            {"consent": CONSENT | {"identity": "anonymous"}, "author": WRITER, "kind": "poem"},
            ["7 consent-anonymous-named"],
        ),
        ({"consent": CONSENT | {"identity": "first-name"}, "author": "Ada Oak"}, []),
        ({"consent": CONSENT | {"identity": "anonymous"}, "image": PERSON}, ["7 consent-anonymous-shown"]),
        ({"consent": CONSENT | {"identity": "anonymous"}, "people": "true"}, ["7 consent-anonymous-shown"]),
        ({"consent": CONSENT | {"withdrawn": "2026-11-23"}}, ["6 consent-withdrawn-future?"]),
        ({"consent": CONSENT | {"review_by": "2027-01-22"}}, []),
        ({"consent": CONSENT | {"review_by": "2027-01-21"}}, ["6 consent-review-due?"]),
        ({"consent": CONSENT | {"review_by": "2026-11-22"}}, ["6 consent-review-due?"]),
        ({"consent": CONSENT | {"review_by": "2026-11-21"}}, ["6 consent-expired"]),
        ({"consent": CONSENT | {"review_by": "2026-11-21", "withdrawn": "2026-11-20"}}, []),
    ],
)
def test_rules_for_consent(tmp_path: Path, fields: dict[str, object], expected: list[str], reported: Reported) -> None:
    files: dict[str, str | bytes] = {S: story(**fields), "stories/jean.jpg": picture(form="JPEG")}
    found = [problem for problem in problems_in(tmp_path, files) if problem.code.startswith("consent")]
    assert reported(found) == [f"{S}:{name}" for name in expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"scope": "[feed, email]", "feed_ended": "2026-11-01"}, ["9 scope-web-missing", "11 feed-end-wrong"]),
        ({"scope": "[web]", "feed_ended": "2027-01-01", "given": "2027"}, ["10 given-future", "11 feed-end-wrong"]),
        ({"given": "2025", "review_by": "2026-01-01"}, ["10 given-late", "11 expired"]),
        ({"given": "2024-01", "review_by": "2026-12-01"}, ["11 review-due?"]),
        ({"basis": "previously-published", "withdrawn": "2027-01-01"}, ["7 source-missing?", "11 withdrawn-future?"]),
        ({"given": "", "withdrawn": ""}, ["7 given-missing", "11 withdrawn-undated?"]),
        ({"identity": "anonymous", "person": "ON"}, ["14 anonymous-shown"]),
        ({"identity": "anonymous", "person": "off"}, []),
        ({"ref": "Story-1"}, ["6 ref-invalid"]),
        ({"ref": "Sto-1"}, []),
    ],
)
def test_each_error_is_at_the_line_of_its_field(
    tmp_path: Path, changes: dict[str, str], expected: list[str], reported: Reported
) -> None:
    fields = {**CONSENT, "scope": "[web]", **changes}
    names = ("ref", "basis", "identity", "scope", "given", *(name for name in fields if name not in CONSENT))
    block = "".join(f"  {name}: {fields[name]}\n" for name in names if name != "person")
    image = f"image:\n  src: a.jpg\n  alt: Ann\n  person: {changes.get('person', 'no')}\n"
    text = story(title="A Story").replace("kind:", f"consent:\n{block}{image}kind:", 1)
    write_files(tmp_path, {S: text, "stories/a.jpg": picture(form="JPEG")})
    found = [problem for problem in problems_in(tmp_path, {}) if problem.code.startswith("consent")]
    assert reported(found) == [f"{S}:{line.replace(' ', ' consent-')}" for line in expected]


def test_expired_consent_is_a_warning_where_the_item_is_hidden(tmp_path: Path, reported: Reported) -> None:
    """So are other errors in its file: it never stops the rest of the site."""
    files: dict[str, str | bytes] = {
        S: story("![](jean.jpg) ![Talk](a.mp3)", consent=CONSENT | {"review_by": "2026-11-21"}),
        "stories/b.md": story(
            "See [her story](a.md).\n\n![Jean](jean.jpg)\n\n[Listen](a.mp3)\n\n<audio src='a.mp3'></audio>", title="B"
        ),
        "stories/a.mp3": b"ID3",
        "stories/c.md": story(title="C", image=PERSON | {"person": "false"}),
        "stories/jean.jpg": picture(form="JPEG"),
    }
    write_files(tmp_path, files)
    found = check_content(tmp_path, SETTINGS, today=TODAY, hides_expired=True).problems
    assert reported(found) == [
        "stories/a.md:6 consent-expired?",
        "stories/a.md:9 picture-alt-missing?",
        "stories/b.md:8 link-expired?",
        "stories/b.md:10 picture-hidden?",
        "stories/b.md:12 picture-hidden?",
        "stories/b.md:14 picture-hidden?",
        "stories/c.md:6 picture-hidden?",
    ]
