"""A withdrawal leaves a stub, and takes the item's text, files and links out of all other files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from newsroom.commands.withdraw import UnknownItemError, withdraw_item
from newsroom.commands.withdraw.mentions import find_names
from tests.support import SETTINGS, TODAY, open_newsroom, problems_in, small_newsroom, write_files
from tests.support.engine import contents
from tests.support.images import SVG, picture
from tests.support.items import CONSENT, easy, event, newsletter, page, publication, story, story_id
from tests.support.pdfs import pdf

MAGGIE = "stories/maggies-story.md"
STUB = f"---\nwithdrawn: 2026-11-22\nid: {story_id('maggies-story')}\n---\n"
Files = dict[str, str | bytes]


def maggies(body: str = "Maggie sews. Maggie smiles.", /, **fields: object) -> str:
    """Maggie's story, with a summary that no other page has."""
    given = {"title": "Maggie’s story", "kind": "story", "consent": CONSENT}
    summary = "She sews again, and in the end half of Elm Street asks her to show them how."
    return story(body, **given | {"summary": summary} | fields)


def withdraw(
    root: Path,
    files: Mapping[str, str | bytes],
    target: str = "elm-1",
    *,
    day: date | None = None,
    kept: Sequence[str] = (),
    is_trial: bool = False,
) -> tuple[dict[str, bytes], str]:
    """The files that a withdrawal changes, empty if it deletes them, and what the command says."""
    if files:
        write_files(root, files)
    before = contents(root)
    said = withdraw_item(root, SETTINGS, target, TODAY, day=day, kept=kept, is_trial=is_trial)
    after = contents(root)
    assert after.keys() <= before.keys()
    return {path: after.get(path, b"") for path in before if after.get(path) != before[path]}, said


@pytest.mark.parametrize(
    "target",
    [
        *("elm-1", "ELM-1", MAGGIE, f"./{MAGGIE}", "stories/maggies-story", r"stories\maggies-story.md"),
        *(f"https://elm.example/{address}" for address in ("stories/maggies-story", "si%C3%A2n/maggie/", "?p=12")),
    ],
)
def test_key_file_or_address_names_the_item(tmp_path: Path, target: str) -> None:
    files = {**small_newsroom(), MAGGIE: maggies(redirect_from=["/siân/maggie/", "/?p=12"])}
    changed, said = withdraw(tmp_path, files, target)
    assert changed.keys() == {MAGGIE}
    assert said.startswith(f"Changed:\n  {MAGGIE}: stub written")


def test_easy_read_version_is_withdrawn_with_its_page(tmp_path: Path) -> None:
    version = "stories/maggies-story.easy.md"
    changed, _ = withdraw(tmp_path, {**small_newsroom(), MAGGIE: maggies(), version: easy()})
    assert changed == {MAGGIE: STUB.encode(), version: b"---\nwithdrawn: 2026-11-22\n---\n"}
    site = open_newsroom(tmp_path, {}).site
    notices = {page.url for page in site.pages if page.is_notice}
    assert notices == {"stories/maggies-story/", "stories/maggies-story/easy-read/"}


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("elm-11", "no item has the key 'elm-11'; name its file, like stories/the-garden.md"),  # never another key
        ("", "no item is named; name its file, like stories/the-garden.md, or its key in the register, like S-012."),
        ("Maggies-Story", f"no item has the key 'Maggies-Story'; if you mean {MAGGIE}, write that."),
        ("maggie's story", f"if you mean stories/a.md or stories/b.md or {MAGGIE}, write that."),
        ("stories/magies-story.md", f"the file 'stories/magies-story.md' does not exist; did you mean '{MAGGIE}'?"),
        ("story.md", "the file 'story.md' does not exist; name its file"),
        ("elm-7", "several items have the key 'elm-7': stories/a, stories/b; name the file"),
        ("elm-9", "like S-012. Withdrawn already: stories/gone.md (2026-01-01)."),
    ],
)
def test_unknown_item_changes_nothing(tmp_path: Path, target: str, message: str) -> None:
    files: Files = {MAGGIE: maggies(), "stories/gone.md": "---\nwithdrawn: 2026-01-01\n---\n"}
    files |= {f"stories/{name}.md": maggies(consent=CONSENT | {"ref": "elm-7"}) for name in "ab"}
    write_files(tmp_path, files)
    before = contents(tmp_path)
    with pytest.raises(UnknownItemError) as caught:
        withdraw(tmp_path, {}, target)
    assert message in str(caught.value)
    assert contents(tmp_path) == before


def test_second_withdrawal_and_trial_change_nothing(tmp_path: Path) -> None:
    files = {**small_newsroom(), MAGGIE: maggies()}
    changed, said = withdraw(tmp_path, files, is_trial=True)
    assert changed == {}
    assert said.startswith(f"This would change:\n  {MAGGIE}: stub written")
    withdraw(tmp_path, {"docs/c.md": b"\xff"}, day=date(2026, 11, 1))
    changed, said = withdraw(tmp_path, {}, MAGGIE)
    assert (changed, "could not be read" in said) == ({}, False)
    assert said.startswith(f"{MAGGIE}: withdrawn already, nothing to change.")
    assert b"withdrawn: 2026-11-01" in (tmp_path / MAGGIE).read_bytes()


def test_stub_keeps_id_old_addresses_and_topics_in_every_language(tmp_path: Path) -> None:
    welsh = "stories/maggies-story.cy.md"
    english = maggies(
        id="urn:elm:1", redirect_from=["/blog/maggie/", "/?p=12", "/up/a.pdf"], updated="2026-12-24", areas=["elmham"]
    )
    changed, _ = withdraw(tmp_path, {**small_newsroom(), MAGGIE: english, welsh: maggies(consent=None, kind="news")})
    assert changed == {
        MAGGIE: b'---\nwithdrawn: 2026-12-24\nid: urn:elm:1\nredirect_from: [/blog/maggie/, "/?p=12"]\n'
        b"topics: [areas/elmham]\n---\n",
        welsh: f"---\nwithdrawn: 2026-11-22\nid: {story_id('maggies-story', 'cy')}\n---\n".encode(),
    }
    assert problems_in(tmp_path, {}) == []


def test_item_that_was_never_public_is_deleted(tmp_path: Path) -> None:
    changed, said = withdraw(tmp_path, {**small_newsroom(), MAGGIE: maggies(date="2027-01-01")})
    assert changed == {MAGGIE: b""}
    assert f"{MAGGIE}: deleted" in said


def test_draft_leaves_a_stub_because_it_may_have_been_public(tmp_path: Path) -> None:
    changed, _ = withdraw(tmp_path, {**small_newsroom(), MAGGIE: maggies(draft=True)})
    assert changed[MAGGIE].startswith(b"---\nwithdrawn: 2026-11-22\n")


@pytest.mark.parametrize(
    "broken",
    [
        maggies().replace("title:", "titel:"),
        maggies().replace('"first-name"', '"first-name'),
        "---\ntitle: Maggie\nconsent:\n  ref: elm-1\nimage:\n  src: maggie.png\n\n![She](maggie.png)\n",
        "---\ntitle: 'Maggie\nxref: elm-2\nconsent:\n  'ref':\t'elm-1'\n---\n",
    ],
)
def test_item_with_errors_is_withdrawn(tmp_path: Path, broken: str) -> None:
    files: Files = {**small_newsroom(), MAGGIE: broken, "stories/maggie.png": picture()}
    changed, _ = withdraw(tmp_path, files)
    assert changed[MAGGIE] == STUB.encode()
    assert ("stories/maggie.png" in changed) == ("maggie.png" in broken)


def test_files_go_also_where_other_pages_show_them(tmp_path: Path) -> None:
    """The pictures, PDFs and recordings that the item names, and those beside it with its name."""
    body = "![She](../docs/assets/she.png) [PDF](maggie.pdf) ![Talk](talk.mp4) [us](../docs/about.md)"
    gone = ("docs/assets/she.png", "stories/lead.png", "stories/maggie.pdf", "stories/talk.mp4", "stories/talk.vtt")
    beside = ("stories/maggies-story.jpg", "stories/maggies-story-2.png")
    kept = ("stories/maggies-story-told-again.png", "docs/assets/us.png", "stories/elm.png")
    files: Files = {path: picture() for path in (*gone, *beside, *kept)}
    files |= {"stories/maggie.pdf": pdf(), "stories/maggies-story-told-again.md": story("![A](elm.png)")}
    files[MAGGIE] = maggies(f"{body} ![Elm](elm.png)", image={"src": "lead.png", "alt": "She"})
    edition = newsletter(
        "## Hello\n\n![She](../docs/assets/she.png)\n\nSee [her](../stories/maggies-story.md#a).",
        image={"src": "../stories/lead.png", "alt": "She"},
    )
    report = publication("Words.", file="../stories/maggie.pdf", link=None)
    files |= {"newsletters/2026-10.md": edition, "publications/r.md": report}
    changed, said = withdraw(tmp_path, {**small_newsroom(), **files}, kept=["stories/elm.png"])
    assert {path for path, data in changed.items() if not data} == {*gone, *beside}
    assert changed["newsletters/2026-10.md"].decode() == newsletter("## Hello\n\nSee her.")
    assert changed["publications/r.md"].decode() == publication("Words.", link=None)
    places = [line.strip() for line in said.split("\n") if ", line " in line]
    assert places == [
        "newsletters/2026-10.md, line 7: `image` removed",
        "newsletters/2026-10.md, line 12: picture removed",
        "newsletters/2026-10.md, line 14: link removed, words kept",
        "publications/r.md, line 6: `file` removed",
    ]
    assert "Newsletter editions that had it: newsletters/2026-10.md." in said
    for path in (*gone, *beside):
        assert f"--path {path}" in said


@pytest.mark.parametrize(
    ("fields", "gone"),
    [
        ({}, {"stories/own.svg"}),
        ({"people": True}, {"stories/own.svg", "docs/assets/home.svg", "stories/elm.svg"}),
    ],
)
def test_drawings_that_show_nobody_stay_for_other_pages(
    tmp_path: Path, fields: dict[str, object], gone: set[str]
) -> None:
    drawings = "![A home](../docs/assets/home.svg) ![An elm](elm.svg) ![A loom](own.svg)"
    files: Files = dict.fromkeys(("docs/assets/home.svg", "stories/elm.svg", "stories/own.svg"), SVG)
    files |= {
        MAGGIE: maggies(drawings, **fields),
        "stories/maggies-story.easy.md": easy(drawings),
        "stories/other.md": story("![An elm](elm.svg)"),
    }
    changed, _ = withdraw(tmp_path, {**small_newsroom(), **files})
    assert {path for path, data in changed.items() if not data} == gone


def test_other_files_with_errors_are_edited_and_nothing_else_is(tmp_path: Path) -> None:
    files: Files = {
        **small_newsroom(),
        MAGGIE: maggies(redirect_from=["/blog/maggie/"]),
        "docs/a.md": "---\ntitel: A\n---\n\nSee [her](../stories/maggies-story.md), [her](/blog/maggie/).\n",
        "docs/b.md": "See [her](<../stories/maggies-story.md>) and https://elm.example/stories/maggies-story/.\r\n",
        "docs/c.md": b"See [her](../stories/maggies-story.md) \xff",
        "docs/d.md": page("It is about Maggie's story and [another](../stories/the-garden.md)."),
        "docs/e.md": page("Maggies and stories.", title="E"),
        "docs/f.md": page("`maggies-story.md`", title="F"),
    }
    changed, said = withdraw(tmp_path, files)
    assert changed == {
        MAGGIE: STUB.replace("\n---\n", "\nredirect_from: [/blog/maggie/]\n---\n").encode(),
        "docs/a.md": b"---\ntitel: A\n---\n\nSee her, her.\n",
        "docs/b.md": b"See her and .\r\n",
    }
    assert "could not be read. Look through them yourself: docs/c.md" in said
    assert "docs/d.md, line 6: 'Maggie’s story'" in said
    assert "docs/f.md, line 6: 'maggies-story'" in said
    assert "docs/e.md" not in said


def test_every_form_of_an_address_is_found(tmp_path: Path) -> None:
    links = "See [her](HTTP://ELM.example/stories/jo/?a=b#c) and <HTTPS://elm.example/stories/jo>"
    files: Files = {
        **small_newsroom(),
        "stories/jo.md": story(title="A day", kind="story", consent=CONSENT),
        "docs/a.md": page(f"{links}, and ELM.example/stories/jo."),
        "docs/events/b.md": event(booking="https://elm.example/stories/jo/", online="elm.example/stories/jo/"),
    }
    changed, said = withdraw(tmp_path, files)
    assert changed["docs/a.md"].endswith(b"\nSee her and , and ELM.example/stories/jo.\n")
    assert [line.strip() for line in said.split("\n") if line.endswith("'elm.example/stories/jo'")] == [
        f"{place}: 'elm.example/stories/jo'"
        for place in ("docs/a.md, line 6", "docs/events/b.md, line 6", "docs/events/b.md, line 7")
    ]


def test_only_links_to_the_item_and_fields_with_its_files_are_taken_out(tmp_path: Path) -> None:
    gone = ("../stories/maggies-story.md?x#y", "../stories/maggies-story", "/stories/maggies-story/index.html",
            "/stories/maggies-story", "HTTPS://elm.EXAMPLE/stories/maggies-story/", "../stories/maggies&#45;story.md",
            "//elm.example/stories/maggies-story/", r"../stories/maggies\-story.md",
            "../stories/maggies%2Dstory.md", "/stories/her.png")  # fmt: skip
    kept = ("../stories/maggies-story.docx", "https://o.example/stories/maggies-story/", "#maggies-story", "/stories/",
            "mailto:maggies-story.md", "http://[", "../stories/other.md")  # fmt: skip
    text = "".join(f" [a]({target})" for target in (*gone, *kept))
    left = " a" * len(gone) + "".join(f" [a]({target})" for target in kept)
    fields = "image:\n  src: ../stories/her.png\n\n  # Her\n  alt: She\n"
    flow = "image: {\n  src: ../stories/her.png,\n}\n"
    files: Files = {
        MAGGIE: maggies("![She](her.png)"),
        "stories/her.png": picture(),
        "docs/a.md": f"---\ntitle: A\n{fields}summary: B\n---\n{text}\n",
        "docs/b.md": f"---\ntitle: A\n{flow}---\n",
    }
    changed, said = withdraw(tmp_path, files)
    assert changed["docs/a.md"].decode() == f"---\ntitle: A\nsummary: B\n---\n{left}\n"
    assert changed["docs/b.md"].decode() == "---\ntitle: A\n---\n"
    assert "docs/a.md, line 3: `image` removed\n  docs/a.md, line 10: link removed" in said


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Ann’s walk", "Ann met Ann.", ["Ann"]),
        ("Ann walks", "Ann's hat, Ann’s coat", ["Ann"]),
        ("Jo walks", "Jo met Jo.", []),
        ("Ann walks", "Ann walks.", []),
        ("Rose walks", "Rose, a rose, Rose", []),
        ("ann walks", "ann met ann", []),
        ("Anne-Marie and O’Brien", "Anne-Marie, Anne-Marie; O'Brien, O’Brien", ["Anne-Marie", "O'Brien"]),
    ],
)
def test_names_in_the_title_are_those_that_the_text_has_twice(title: str, text: str, names: list[str]) -> None:
    assert find_names([text], [title]) == (title, *names)


def test_words_that_other_files_quote_are_listed_with_their_line(tmp_path: Path) -> None:
    said = "I had not sewn for years, and then they’d asked me for a cushion."
    files: Files = {
        **small_newsroom(),
        MAGGIE: maggies(f"She smiled. {said}\n\nIt is blue."),
        "docs/a.md": page(
            "Hello.\n\n> I had *not* [sewn](b.md) for years,\n> and then they'd _asked_ me for a cushion.\n\nMore."
        ),
        "docs/b.md": f"---\ntitel: B\nsummary: {said}\n---\n",
        "docs/c.md": page("I had not sewn for years, he said.", title="C"),
        "newsletters/2026-10.md": newsletter(f"## Hello\n\n{said} {said}"),
    }
    _, printed = withdraw(tmp_path, files)
    lines = [line.strip() for line in printed.split("\n") if "words from its text" in line]
    assert lines == [
        "docs/a.md, line 8: 14 words from its text: 'I had not sewn for …'",
        "docs/b.md, line 3: 14 words from its text: 'I had not sewn for …'",
        "newsletters/2026-10.md, line 11: 28 words from its text: 'I had not sewn for …'",
    ]
    assert "Newsletter editions that had it: newsletters/2026-10.md." in printed


def test_writer_of_nothing_else_and_summary_are_listed_where_other_files_have_them(tmp_path: Path) -> None:
    summary = "When the boiler broke, a neighbour knocked with soup and an electric heater."
    files: Files = {
        **small_newsroom(),
        MAGGIE: maggies(authors=["Rhiannon Oldmarrow", {"name": "Ada Elm", "role": "Editor"}], summary=summary),
        "stories/other.md": story(title="Other", author="Ada Elm"),
        "mkdocs.yml": "extra:\n  newsroom:\n    menu:\n      - stories/maggies-story/: Her story\n",
        "newsletters/2026-10.md": newsletter(
            f"## Winter\n\n{summary}\n\nAda Elm met Mrs Oldmarrow.\n\nThe oldmarrow grew.\n\n## WITH MRS OLDMARROW",
            subject="Rhiannon Oldmarrow on winter",
        ),
    }
    _, printed = withdraw(tmp_path, files)
    assert [line.strip() for line in printed.split("\n") if ", line" in line] == [
        "newsletters/2026-10.md, line 4: 'Rhiannon Oldmarrow'",
        "newsletters/2026-10.md, line 11: 13 words from its text: 'When the boiler broke a …'",
        "newsletters/2026-10.md, line 13: 'Oldmarrow'",
        "newsletters/2026-10.md, line 17: 'Oldmarrow'",
        "mkdocs.yml, line 4: 'maggies-story'",
    ]


@pytest.mark.parametrize("values", [None, {**SETTINGS, "tag_authority": "?"}])
def test_broken_settings_do_not_matter(tmp_path: Path, values: object) -> None:
    """The id is unknown then: the item keeps one that its front matter names."""
    write_files(tmp_path, {**small_newsroom(), MAGGIE: maggies()})
    withdraw_item(tmp_path, values, MAGGIE, TODAY)
    assert (tmp_path / MAGGIE).read_text(encoding="utf-8") == "---\nwithdrawn: 2026-11-22\n---\n"


def test_remaining_steps_name_what_keeps_copies(tmp_path: Path) -> None:
    old = {
        "redirect_from": ["/blog/maggie/", "/?p=12"],
        "old_files": [{"file": "her.png", "address": "/up/her.png"}],
    }
    files: Files = {**small_newsroom(), MAGGIE: maggies("![Her](her.png)", **old), "stories/her.png": picture()}
    _, said = withdraw(tmp_path, files)
    for part in (
        f"git filter-repo --sensitive-data-removal --invert-paths \\\n       --path {MAGGIE}",
        "https://support.github.com/request",
        "https://search.google.com/search-console/remove-outdated-content",
        "https://www.bing.com/webmasters/tools/contentremoval",
        "info@archive.org",
        "".join(f"     https://elm.example/{path}\n" for path in ("blog/maggie/", "?p=12", "up/her.png")),
        "private register",
        "Previews of pull requests",
    ):
        assert part in said


def test_report_of_an_import_goes_if_it_quotes_the_item_and_copies_of_its_files_are_listed(tmp_path: Path) -> None:
    files: Files = {
        **small_newsroom(),
        MAGGIE: maggies("![Her](her.png)"),
        "stories/her.png": picture(),
        "newsletters/x.png": picture(),
        "docs/x.png": picture(20, 10),
        "import-report.md": f"Draft: {MAGGIE}",
        "import-report.html": "A draft",
        "in/box/import-report.html": f"Draft: {MAGGIE}",
        **{f"{folder}/import-report.html": f"Draft: {MAGGIE}" for folder in ("site", "a/node_modules", ".box")},
        f"in/box/{MAGGIE}": "Maggie sews.",
        "in/box/stories/photo.png": picture(),
    }
    changed, said = withdraw(tmp_path, files)
    assert changed.keys() == {MAGGIE, "stories/her.png", "import-report.md", "in/box/import-report.html"}
    assert "import-report.md: deleted, because it quotes the item" in said
    assert "--path import-report.md" in said
    copies = f"in/box/{MAGGIE}, in/box/stories/photo.png, newsletters/x.png"
    assert f"copies or drafts of what was deleted. Delete what shows this person: {copies}\n" in said


def test_month_of_an_edition_is_not_looked_for_as_a_name(tmp_path: Path) -> None:
    files = {"newsletters/2026-10.md": newsletter("## Hello\n\nWords."), "docs/a.md": page("In 2026-10 it rained.")}
    _, printed = withdraw(tmp_path, {**small_newsroom(), **files}, "newsletters/2026-10.md")
    assert "'2026-10'" not in printed


def test_files_of_other_items_stay(tmp_path: Path) -> None:
    files: Files = {MAGGIE: maggies("See [the report](../publications/r.pdf) and [us](../docs/about.md).")}
    files |= {"publications/r.pdf": pdf(), "publications/r.md": publication("Words.", file="r.pdf", link=None)}
    changed, _ = withdraw(tmp_path, {**small_newsroom(), **files})
    assert [path for path, data in changed.items() if not data] == []


@pytest.mark.parametrize("fields", [{}, {"consent": CONSENT}, {"people": True}])
def test_pictures_of_other_items_stay_unless_the_person_may_be_in_them(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    """A picture is of an item that has it in its folder or its front matter. One named after the edition is its own."""
    edition, other = "newsletters/2026-10.md", "stories/other.md"
    own = ("newsletters/hall.png", "newsletters/2026-10-walk.png")
    theirs = ("docs/assets/office.png", "newsletters/tea.png", "stories/jean.png")
    files: Files = {path: picture() for path in (*own, *theirs)}
    shown = " ".join(f"![A](../{path})" for path in (*own, *theirs))
    files[edition] = newsletter(f"## Hello\n\n{shown}", **fields)
    files["newsletters/2026-09.md"] = newsletter("## Hello\n\n![A](2026-10-walk.png)", title="Earlier")
    told = story("![A](jean.png) ![A](../newsletters/hall.png)", image={"src": "../newsletters/tea.png", "alt": "Tea"})
    files[other] = told
    files["docs/a.md"] = page("![A](assets/office.png)")
    changed, said = withdraw(tmp_path, {**small_newsroom(), **files}, edition)
    gone = {path for path, data in changed.items() if not data}
    if fields:
        assert gone == {*own, *theirs}
        return
    assert gone == {*own}
    assert changed[other].decode() == told.replace(" ![A](../newsletters/hall.png)", " ")
    assert (
        f"These files stay, because other items have them. Delete what shows this person: {', '.join(theirs)}" in said
    )
