"""Files that cannot be read, are named wrongly or are not built as they should be."""

from pathlib import Path

import pytest

from tests.support import ABOUT, NEWSLETTER, STORY, problems_in
from tests.support.changes import Changes, N, S, changed


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {S: STORY.encode().replace(b"grew", b"gr\xe9w")},
            [
                "stories/the-garden.md, line 10: character 12 of the line is not UTF-8 (byte 0xE9); save the file with the encoding UTF-8, or retype that character."
            ],
            id="a byte that is not UTF-8",
        ),
        pytest.param(
            {S: STORY.encode("utf-16")},
            [
                "stories/the-garden.md, line 1: character 1 of the line is not UTF-8 (byte 0xFF); save the file with the encoding UTF-8, or retype that character."
            ],
            id="a file in UTF-16",
        ),
        pytest.param(
            {S: ("grew", "gr\x0bew")},
            [
                "stories/the-garden.md, line 10: holds an invisible control character (U+000B); retype the words around it; it often comes along when pasting from a PDF."
            ],
            id="a control character",
        ),
        pytest.param(
            {S: STORY[: STORY.index("A garden")]},
            [
                "stories/the-garden.md, line 8: there is no text after the front matter; write it below the second '---'."
            ],
            id="no text",
        ),
        pytest.param(
            {S: STORY[: STORY.index("A garden")] + "<!-- todo -->\n"},
            [
                "stories/the-garden.md, line 8: there is no text after the front matter; write it below the second '---'."
            ],
            id="a text that is all comment",
        ),
        pytest.param(
            {N: (NEWSLETTER[NEWSLETTER.index("## Hello") :], "Some text.\n")},
            [
                "newsletters/2024-03.md, line 11: the edition has no section, so its contents list would be empty; begin each section with a line like '## Hello and welcome'."
            ],
            id="an edition without sections",
        ),
        pytest.param(
            {N: ("## Events", "## hello")},
            [
                "newsletters/2024-03.md, line 16: a second section is called 'hello'; the first is on line 12; give one of them another name."
            ],
            id="two sections of one name",
        ),
        pytest.param(
            {"newsletters/March.md": NEWSLETTER},
            [
                "newsletters/March.md: the file's name is outside the pattern; name an edition by its month or day, like '2023-12.md', '2023-12-05.md' or '2023-12-special.md'."
            ],
            id="an edition named by a word",
        ),
        pytest.param(
            {N: NEWSLETTER[: NEWSLETTER.index("## Hello")]},
            [
                "newsletters/2024-03.md, line 10: there is no text after the front matter; write it below the second '---'."
            ],
            id="an edition without text",
        ),
        pytest.param(
            {"stories/My Story.md": STORY},
            [
                "stories/My Story.md: the file's name is outside the pattern; use lower-case letters, digits and hyphens, like 'maggies-story.md'."
            ],
            id="a name with a space and capitals",
        ),
        pytest.param(
            {"stories/deeper/x.md": STORY},
            [
                "stories/deeper/x.md: a story must be directly in stories/, not in a folder below it; move it to stories/."
            ],
            id="a story in a deeper folder",
        ),
        pytest.param(
            {"docs/areas/england/x.md": ABOUT},
            [
                "docs/areas/england/x.md: an area must be directly in docs/areas/, not in a folder below it; move it to docs/areas/."
            ],
            id="an area in a deeper folder",
        ),
        pytest.param(
            {"docs/My Folder/about.md": ABOUT},
            [
                "docs/My Folder/about.md: the name of its folder is outside the pattern; use lower-case letters, digits and hyphens, like 'our-areas'."
            ],
            id="a folder with a space and capitals",
        ),
        pytest.param(
            {"stories/x.fr.md": STORY},
            ["stories/x.fr.md: the file's name is outside the pattern; the languages here are en, cy."],
            id="a language the site does not have",
        ),
        pytest.param(
            {"stories/README.md": STORY},
            [
                "stories/README.md: the file's name is outside the pattern; use lower-case letters, digits and hyphens, like 'maggies-story.md'."
            ],
            id="a README",
        ),
        pytest.param(
            {S: ("A garden", "# A title\n\nA garden")},
            [
                "stories/the-garden.md, line 10: '# A title' is a first-level heading, and the title already is one; write '## A title'."
            ],
            id="a first-level heading",
        ),
        pytest.param(
            {S: ("A garden", "# the GARDEN\n\n## A\n\nA garden")},
            [
                "stories/the-garden.md, line 10: '# the GARDEN' is a first-level heading, and the title already is one; delete it: the page shows its title."
            ],
            id="the title once more",
        ),
        pytest.param(
            {S: ("A garden", "# A\n\nA garden\n\n## a1\n\n# B\n\n### b1")},
            [
                "stories/the-garden.md, line 10: '# A' is a first-level heading, and the title already is one; make every heading of this file one level deeper: '## A', and one more '#' before each other."
            ],
            id="first-level headings with others below them",
        ),
        pytest.param(
            {S: ("A garden", "#### A title\n\nA garden")},
            ["stories/the-garden.md, line 10: 'A title' skips a heading level (from 1 to 4); write '## A title'."],
            id="a skipped heading level",
        ),
        pytest.param(
            {S: ("A garden", "## A\n\n#### B\n\n##### C\n\n#### D\n\n### E\n\nA garden")},
            [
                f"stories/the-garden.md, line {line}: '{heading}' skips a heading level (from {above} to {level}); write '{fix} {heading}'."
                for line, heading, above, level, fix in (
                    (12, "B", 2, 4, "###"),
                    (14, "C", 4, 5, "####"),
                    (16, "D", 2, 4, "###"),
                )
            ],
            id="several headings that skip the same level",
        ),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, changes: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(changes))] == told
