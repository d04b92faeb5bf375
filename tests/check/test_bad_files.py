"""Files that cannot be read, or have invalid names or structure."""

from pathlib import Path

import pytest

from tests.support import ABOUT, NEWSLETTER, STORY, problems_in
from tests.support.changes import Changes, N, S, changed
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {S: STORY.encode().replace(b"grew", b"gr\xe9w")},
            ["stories/the-garden.md:10 file-not-utf-8"],
            id="a byte that is not UTF-8",
        ),
        pytest.param(
            {S: STORY.encode("utf-16")},
            ["stories/the-garden.md:1 file-not-utf-8"],
            id="a file in UTF-16",
        ),
        pytest.param(
            {S: ("grew", "gr\x0bew")},
            ["stories/the-garden.md:10 control-character"],
            id="a control character",
        ),
        pytest.param(
            {S: ("grew", "gr\u202eew")},
            ["stories/the-garden.md:10 control-character"],
            id="a character that turns letters around",
        ),
        pytest.param(
            {S: ("date: ", "<<<<<<< HEAD\ndate: 2024-01-01\n=======\ndate: ")},
            ["stories/the-garden.md:3 conflict-unresolved"],
            id="the mark of a conflict in front matter",
        ),
        pytest.param(
            {S: ("date: ", "felt: 1\n<<<<<<< HEAD\narea: elm\n||||||| old\n=======\nkind: odd\n>>>>>>> jo\ndate: ")},
            ["stories/the-garden.md:3 field-unknown", "stories/the-garden.md:4 conflict-unresolved"],
            id="a conflict beside a field with an error",
        ),
        pytest.param(
            {S: ("grew", "grew\n<<<<<<< HEAD\n\nup\n=======\ndown\n>>>>>>> garden\n\n>>>>>>> garden\n>>>>>>>")},
            ["stories/the-garden.md:11 conflict-unresolved", "stories/the-garden.md:18 conflict-unresolved"],
            id="the marks of a conflict in the text",
        ),
        pytest.param(
            {S: STORY[: STORY.index("A garden")]},
            ["stories/the-garden.md:8 text-missing"],
            id="no text",
        ),
        pytest.param(
            {S: STORY[: STORY.index("A garden")] + "<!-- todo -->\n"},
            ["stories/the-garden.md:8 text-missing"],
            id="a text that is all comment",
        ),
        pytest.param(
            {N: (NEWSLETTER[NEWSLETTER.index("## Hello") :], "Some text.\n")},
            ["newsletters/2024-03.md:11 section-missing"],
            id="an edition without sections",
        ),
        pytest.param(
            {N: ("## Events", "## hello")},
            ["newsletters/2024-03.md:16 section-repeated"],
            id="two sections of one name",
        ),
        pytest.param(
            {"stories/garden.CY.md": STORY},
            ["stories/garden.CY.md file-name-invalid"],
            id="a language in capital letters",
        ),
        pytest.param(
            {"newsletters/March.md": NEWSLETTER},
            ["newsletters/March.md file-name-invalid"],
            id="an edition named by a word",
        ),
        pytest.param(
            {N: NEWSLETTER[: NEWSLETTER.index("## Hello")]},
            ["newsletters/2024-03.md:10 text-missing"],
            id="an edition without text",
        ),
        pytest.param(
            {"stories/My Story.md": STORY},
            ["stories/My Story.md file-name-invalid"],
            id="a name with a space and capitals",
        ),
        pytest.param(
            {"stories/deeper/x.md": STORY},
            ["stories/deeper/x.md page-too-deep"],
            id="a story in a deeper folder",
        ),
        pytest.param(
            {"docs/areas/england/x.md": ABOUT},
            ["docs/areas/england/x.md page-too-deep"],
            id="an area in a deeper folder",
        ),
        pytest.param(
            {"docs/My Folder/about.md": ABOUT},
            ["docs/My Folder/about.md folder-name-invalid"],
            id="a folder with a space and capitals",
        ),
        pytest.param(
            {"stories/x.fr.md": STORY},
            ["stories/x.fr.md file-name-invalid"],
            id="a language the site does not have",
        ),
        pytest.param(
            {"stories/README.md": STORY},
            ["stories/README.md file-name-invalid"],
            id="a README",
        ),
        pytest.param(
            {S: ("A garden", "# A title\n\nA garden")},
            ["stories/the-garden.md:10 heading-first-level"],
            id="a first-level heading",
        ),
        pytest.param(
            {S: ("A garden", "##\n\n## ![A tree](tree.svg)\n\n### \u00a0\n\nA garden")},
            [
                f"stories/the-garden.md:{fault}"
                for fault in ("10 heading-empty?", "12 picture-missing", "14 heading-empty?")
            ],
            id="headings without words",
        ),
        pytest.param(
            {S: ("A garden", "# the GARDEN\n\n## A\n\nA garden")},
            ["stories/the-garden.md:10 heading-first-level"],
            id="the title once more",
        ),
        pytest.param(
            {S: ("A garden", "# The garden\n\n### A\n\n#### B\n\nA garden")},
            ["stories/the-garden.md:10 heading-first-level", "stories/the-garden.md:12 heading-level-skipped"],
            id="headings that are too deep once the title is deleted",
        ),
        pytest.param(
            {S: ("A garden", "# A\n\nA garden\n\n## a1\n\n# B\n\n### b1")},
            ["stories/the-garden.md:10 heading-first-level"],
            id="first-level headings with others below them",
        ),
        pytest.param(
            {S: ("A garden", "<h1>A title</h1>\n\nA garden")},
            ["stories/the-garden.md:10 heading-first-level"],
            id="a first-level heading in HTML",
        ),
        pytest.param(
            {S: ("A garden", "#### A title\n\nA garden")},
            ["stories/the-garden.md:10 heading-level-skipped"],
            id="a skipped heading level",
        ),
        pytest.param(
            {S: ("A garden", "## A\n\n#### B\n\n##### C\n\n#### D\n\n### E\n\nA garden")},
            [f"stories/the-garden.md:{line} heading-level-skipped" for line in (12, 14, 16)],
            id="several headings that skip the same level",
        ),
        pytest.param(
            {S: ("A garden", "### A\n\n#### B\n\n## C\n\nA garden")},
            [f"stories/the-garden.md:{line} heading-level-skipped" for line in (10, 12)],
            id="a heading below one that has to move up",
        ),
        pytest.param(
            {S: ("A garden", "### A\n\n#### B\n\n### C\n\nA garden")},
            ["stories/the-garden.md:10 heading-level-skipped"],
            id="headings that are all one level too deep",
        ),
    ],
)
def test_errors_and_warnings_are_reported(
    tmp_path: Path, changes: Changes, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, changed(changes))) == expected
