"""``newsroom import`` writes a draft that the check accepts, but for what only a person can know."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsroom.cli import CliContext, main
from tests.importing.word.test_story import story_file
from tests.support import SETTINGS, TODAY, problems_in, small_newsroom, write_files
from tests.support.golden import Golden
from tests.support.images import from_camera, picture, quarters
from tests.support.wordings import Reported

PAGE = """
<html><head><meta charset="utf-8"><meta name="author" content="PLANTED author"></head><body>
<nav>Home PLANTED</nav><main><h1>Maggie’s garden: a beginning</h1><p>By Siân Elfyn</p><p>3 May 2024</p>
<p>Maggie moved to Elmham in 2019 and knew nobody. Then she met Tom, who asked what a good life would be for her.</p>
<p hidden>PLANTED hidden</p><h4>Beans</h4><p>She planted <b>beans</b>.</p><ul><li>runner beans</li></ul>
<p><img src="pics/one.jpg" alt="IMG_2041.JPG"></p>
<p><img src="pics/two.png" alt="The garden gate in May"></p></main></body></html>"""
DRAFT = """\
---
title: 'Maggie’s garden: a beginning'
date: 2024-05-03
summary: 'To confirm: Maggie moved to Elmham in 2019 and knew nobody. Then she met Tom, who asked what a good life would be for her.'
kind: story
author:
  name: Siân Elfyn
areas: [elmham]
consent:
  ref: S-000
  basis: consent
  identity: first-name
  scope: [web]
draft: true
---

Maggie moved to Elmham in 2019 and knew nobody. Then she met Tom, who asked what a good life would be for her.

## Beans

She planted **beans**.

- runner beans

![](maggies-garden-a-beginning-1.jpg)

![The garden gate in May](maggies-garden-a-beginning-2.png)
"""  # noqa: E501
PATH = "stories/maggies-garden-a-beginning.md"
LEFT = {4: "guess-unconfirmed", 10: "template-text-left", 11: "consent-given-missing", 25: "picture-alt-missing"}
"""What is left to do by line."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a small repository; the documents to import are beside it."""
    write_files(tmp_path / "repository", small_newsroom())
    return tmp_path / "repository"


def document(
    root: Path, name: str = "Draft v2.html", data: str | bytes = PAGE, size: tuple[int, int] = (300, 200)
) -> Path:
    """A document beside the repository, with pictures from a camera beside it."""
    pictures = {"pics/one.jpg": from_camera(quarters(*size), orientation=6), "pics/two.png": picture()}
    write_files(root.parent, pictures | {name: data})
    return root.parent / name


def run(root: Path, file: Path, *options: str, convert: object = None) -> Result:
    """What the command prints, and its exit code."""
    environment = CliContext(today=lambda: TODAY, settings=lambda _root: SETTINGS)
    if convert:
        environment = replace(environment, convert_to_word=convert)  # type: ignore[arg-type]
    return CliRunner().invoke(main, ["import", str(file), "--root", str(root), *options], obj=environment)


def written(root: Path) -> dict[str, bytes]:
    """The files of the repository that were not there at first."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and ".cache" not in path.parts)
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {path: data for path, data in found.items() if path not in small_newsroom()}


def test_draft_is_complete_but_for_what_a_person_must_say(root: Path, reported: Reported) -> None:
    result = run(root, document(root, size=(3000, 2000)))
    assert result.exit_code == 0, result.output
    files = written(root)
    assert files.pop(PATH).decode() == DRAFT
    assert [*files] == [PATH.replace(".md", "-1.jpg"), PATH.replace(".md", "-2.png")]
    assert not any(word in data for data in files.values() for word in (b"PLANTED", b"Elm", b"Exif", b"xmp"))
    found = problems_in(root, {})
    assert reported(found) == [f"{PATH}:{line} {code}?" for line, code in LEFT.items()]
    found = problems_in(root, {PATH: DRAFT.replace("draft: true\n", "# published\n")})
    assert reported(found) == [f"{PATH}:{line} {code}" for line, code in LEFT.items()]


def test_word_file_becomes_this_draft(root: Path, golden: Golden) -> None:
    result = run(root, document(root, "Garddio.docx", story_file()))
    assert result.exit_code == 0, result.output
    files = written(root)
    assert "PLANTED" not in result.output
    assert not [path for path, data in files.items() if b"PLANTED" in data or b"Exif" in data]
    (path,) = (path for path in files if path.endswith(".md"))
    golden.check("import/word-story.md", files[path])
    assert {problem.code for problem in problems_in(root, {})} <= {*LEFT.values(), "field-length"}


def test_markdown_is_in_the_draft_as_it_is_written(root: Path) -> None:
    text = "It grew.[^1]\n\n[^1]: A report.\n\n- [ ] ![Beans](pics/one.jpg)\n\n> [!NOTE]\n> See ==here==.\n"
    result = run(root, document(root, "a.md", f"---\nsubtitle: A start\n---\n# The elms\n\n{text}"))
    draft = written(root)["stories/the-elms.md"].decode()
    assert draft.partition("---\n\n")[2] == f"*A start*\n\n{text}".replace("pics/one.jpg", "the-elms-1.jpg")
    assert "'==here==' is shown as it is written; write '<mark>here</mark>'. [markdown-unsupported]" in result.output


def test_title_of_document_without_one_is_the_name_of_its_file(root: Path) -> None:
    run(root, document(root, "a_garden-plan.html", "<p>Beans grew.</p>"))
    assert "title: A garden plan\n" in written(root)["stories/a-garden-plan.md"].decode()


def test_report_names_what_is_left_to_do_by_line(root: Path) -> None:
    output = run(root, document(root)).output
    lines = [line.strip() for line in output.split("\n")]
    assert lines[0] == f"Draft v2.html is now the draft {PATH}"
    assert lines[lines.index("Left out:") + 1] == "Hidden text was left out."
    assert "line 7: The author is from the line “By Siân Elfyn”." in lines
    assert "line 3: The date is from the line “3 May 2024”." in lines
    assert "line 8: `areas` has what the text names: elmham." in lines
    assert [line.split(":")[0] for line in lines[lines.index("To do:") + 1 : -3]] == [
        "line 4", "line 10", "line 11", "line 12", "line 25",
    ]  # fmt: skip
    assert "not published until you delete its line “draft: true”" in output


def test_second_import_writes_another_file(root: Path) -> None:
    run(root, document(root))
    first = written(root)
    second = run(root, document(root))
    assert f"{PATH} exists already: is it the same text?" in second.output
    assert {path: written(root)[path] for path in first} == first
    assert PATH.replace(".md", "-3.md") in written(root), "-2 is the name of a picture"
    refused = run(root, document(root), "--name", "maggies-garden-a-beginning")
    assert (refused.exit_code, "exists already, and is never written over" in " ".join(refused.output.split())) == (
        2,
        True,
    )


@pytest.mark.parametrize(
    ("options", "path", "lines"),
    [
        (("--lang", "cy"), PATH.replace(".md", ".cy.md"), ["kind: story"]),
        (("--lang", "en", "--into", "{root}/docs/../stories/"), PATH, ["kind: story"]),
        (("--name", "maggie", "--into", "stories"), "stories/maggie.md", ["![](maggie-1.jpg)"]),
        (
            ("--as", "newsletter"),
            "newsletters/2024-05.md",
            [
                "subject: 'To confirm: Maggie’s garden: a beginning'",
                "from:",
                "- name: Siân Elfyn",
                "date: 2024-05-03",
                "areas: [elmham]",
                "## Beans",
            ],
        ),
        (
            ("--as", "publication"),
            "publications/maggies-garden-a-beginning.md",
            ["kind: report", "authors:", "- given: Siân", "  family: Elfyn"],
        ),
    ],
)
def test_options_decide_what_and_where_the_draft_is(
    root: Path, options: tuple[str, ...], path: str, lines: list[str]
) -> None:
    result = run(root, document(root), *(option.format(root=root) for option in options))
    assert result.exit_code == 0, result.output
    text = written(root)[path].decode()
    assert [line in text.split("\n") for line in lines] == [True] * len(lines), text
    found = {problem.code for problem in problems_in(root, {}) if problem.path == path}
    assert found <= {"guess-unconfirmed", "template-text-left", "consent-given-missing", "picture-alt-missing"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The people of Tref y Llwyf know Contribution.", ["areas: [elmham]", "principles: [contribution]"]),
        ("Elmham has Principles.", ["areas: [elmham]"]),
        ("Contribution is what Elmhamptons, Oak and Blank do.", ["areas: [oak]"]),
    ],
)
def test_areas_and_principles_are_those_whose_names_are_in_the_text(root: Path, text: str, lines: list[str]) -> None:
    topics = {"areas/elmham.cy": "name: Tref y Llwyf", "areas/oak": "name: ' Oak '", "areas/blank": "name: ' '"}
    topics |= {"principles/index": "title: Principles"}
    write_files(root, {f"docs/{path}.md": f"---\n{front}\n---\n\nWords.\n" for path, front in topics.items()})
    run(root, document(root, "a.html", f"<h1>T</h1><p>{text}</p>"))
    draft = (root / "stories/t.md").read_text(encoding="utf-8").split("\n")
    assert [line for line in draft if line.startswith(("areas:", "principles:"))] == lines


@pytest.mark.parametrize(
    ("name", "data", "options", "says"),
    [
        ("a.pdf", b"%PDF", (), "a.pdf is a PDF"),
        ("a.docx", b"not a zip file", (), "Nothing was written."),
        ("a.doc", b"x", (), "LibreOffice is installed"),
        ("a.html", "<p>x</p>", ("--lang", "fr"), "The site's languages are en, cy; 'fr' is none of them."),
        ("a.html", "<p>x</p>", ("--into", "docs"), "Stories are in the folder 'stories', and 'docs' is not."),
        ("a.html", "<p>x</p>", ("--into", "../stories"), "Stories are in the folder 'stories'"),
        ("a.html", "<p>x</p>", ("--name", "A B"), "'A B' cannot be the name of a story"),
        ("a.html", "<p>x</p>", ("--report", "report.pdf"), "its name must end in .html or .md"),
        ("a.html", "<p>x</p>", ("--report", "{root}/stories/r.md"), "it would be published there"),
        ("a.html", "<p>x</p>", ("--report", "{root}/mkdocs.md/r.md"), "does not exist"),
        ("a.html", "<p>x</p>", ("--report", "{root}/../a.html"), "exists already"),
        ("a.html", f"<p>x</p>{'<blockquote>' * 1500}<p>Deep.</p>", (), "nested too deeply"),
        ("a.txt", "word " * 70_000, (), "The text has more than 300,000 characters: divide the document"),
    ],
)
def test_nothing_is_written_if_an_import_is_refused(
    root: Path, name: str, data: str | bytes, options: tuple[str, ...], says: str
) -> None:
    result = run(root, document(root, name, data), *(option.format(root=root) for option in options))
    assert (result.exit_code > 0, written(root)) == (True, {})
    assert says in " ".join(result.output.replace("\n│", "").split()), result.output


@pytest.mark.parametrize(
    ("name", "says"),
    [("", "no document is named; write its name, like FILE=story.docx"), ("a.docx", "there is no file 'a.docx'")],
)
def test_document_that_does_not_exist_is_named(root: Path, name: str, says: str) -> None:
    result = CliRunner().invoke(main, ["import", "document", name, "--root", str(root)])
    assert (result.exit_code, says in " ".join(result.output.split())) == (2, True), result.output


def test_other_formats_are_converted_and_read_as_word(root: Path) -> None:
    asked: list[Mapping[str, object]] = []

    def convert(data: bytes, ending: str) -> bytes:
        asked.append({"data": data, "ending": ending})
        return b"not a Word file"

    result = run(root, document(root, "a.rtf", b"{\\rtf1 Words.}"), convert=convert)
    assert asked == [{"data": b"{\\rtf1 Words.}", "ending": ".rtf"}]
    assert (result.exit_code, written(root)) == (1, {})


def test_report_is_written_where_it_is_asked_for(root: Path) -> None:
    for name, begins in (("report.html", "<!doctype html>"), ("report.md", "# Import\n")):
        result = run(root, document(root), "--report", str(root.parent / name))
        assert f"This report is also in {root.parent / name}." in result.output.replace("\n", "")
        assert (root.parent / name).read_text(encoding="utf-8").startswith(begins)
