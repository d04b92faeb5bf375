"""Links whose words do not say where they lead are reported on their line, in every kind of text."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import newsletter, publication, story
from tests.support.wordings import Reported

ADDRESS = "https://e.example/a"


@pytest.mark.parametrize(
    ("path", "file", "line"),
    [
        ("stories/a.md", story(f"It is\n[here]({ADDRESS})."), 9),
        ("stories/a.md", story(f"It is\n[**Read more** …]({ADDRESS})."), 9),
        ("stories/a.md", story(f'It is\n<a href="{ADDRESS}">Click <b>here</b>!</a> now'), 9),
        ("stories/a.cy.md", story(f"Mae\n[yma]({ADDRESS})."), 9),
        ("publications/a.md", publication(f"- It is\n- [This page]({ADDRESS})"), 10),
        ("newsletters/2024-03.md", newsletter(f"## A\n\nIt is\n[here][a].\n\n[a]: {ADDRESS}"), 12),
        ("newsletters/2024-03.md", newsletter("## A\n\nIt is [here](../stories/the-garden.md)."), 11),
    ],
)
def test_vague_words_are_reported_on_their_line(
    tmp_path: Path, path: str, file: str, line: int, reported: Reported
) -> None:
    problems = reported(problems_in(tmp_path, {**small_newsroom(), path: file}))
    assert [text for text in problems if "link-vague" in text] == [f"{path}:{line} link-vague?"]


@pytest.mark.parametrize(
    "text",
    [
        f"[]({ADDRESS})",
        "[\u00a0](../docs/about.md)",
        f"[ ][a]\n\n[a]: {ADDRESS}",
        f'<a href="{ADDRESS}"> </a> now',
    ],
)
def test_links_without_words_are_reported_on_their_line(tmp_path: Path, text: str, reported: Reported) -> None:
    found = reported(problems_in(tmp_path, {**small_newsroom(), "stories/a.md": story(f"Words\nand {text}")}))
    assert [text for text in found if "link-text-missing" in text] == ["stories/a.md:9 link-text-missing?"]


@pytest.mark.parametrize(
    "text",
    [
        f"[Here is the report]({ADDRESS})",
        f"![here]({ADDRESS}.jpg)",
        f"`[here]({ADDRESS})`",
        f'<a href="{ADDRESS}">here <img src="x.png" alt="An elm"></a>',
        f'<a href="{ADDRESS}" aria-label="The report"></a> [![An elm](x.svg)]({ADDRESS}) [](){{ .button }}',
        f"[]({ADDRESS}){{ aria-label=Elms }}",
        f'[<img src="x.png" alt="An elm">]({ADDRESS}) [<img src="x.png">]({ADDRESS})',
        f'<a href="{ADDRESS}">\n<img src="x.png">\n</a>',
        pytest.param("[here](../stories/the-garden.md)", id="a card, which has the page's title"),
    ],
)
def test_other_links_are_not_reported(tmp_path: Path, text: str, reported: Reported) -> None:
    files = {**small_newsroom(), "newsletters/2024-03.md": newsletter(f"## A\n\n{text}")}
    found = {problem.split()[1] for problem in reported(problems_in(tmp_path, files))}
    assert not found & {"link-vague?", "link-text-missing?"}
