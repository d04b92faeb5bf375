"""What a page hides from its readers is nowhere: not on the page, in feeds, in email or in the search."""

from pathlib import Path

import pytest

from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.items import newsletter, story
from tests.support.rendering import written
from tests.support.wordings import Reported

HIDDEN = (
    *("<p hidden>zebra</p>", '<p hidden="until-found">zebra</p>', '<div style="Display:NONE">zebra</div>'),
    *('<p style="visibility: hidden">zebra</p>', "<p popover>zebra</p>", "<template>zebra</template>"),
    *("<dialog>zebra</dialog>", "<noscript>zebra</noscript>", "Words <span hidden>zebra</span>"),
)


@pytest.fixture
def files() -> dict[str, str | bytes]:
    """A newsroom with hidden text in a story and at the beginning of an edition's section."""
    text = "\n\n".join(HIDDEN)
    files = {
        "newsletters/2024-03.md": newsletter(f"## Hello\n\n{text}\n\nWords."),
        "stories/the-garden.md": story(text),
    }
    return {**small_newsroom(), **files}


def test_hidden_text_is_in_no_file(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    build = open_newsroom(tmp_path, files)
    pages = {page.path: build.page_html(page.path) for page in build.site.pages}
    outputs = {path: content.decode(errors="ignore") for path, content in written(build)}
    assert len(outputs) > len(pages) > 2
    assert [path for path, text in (pages | outputs).items() if "zebra" in text] == []


def test_hidden_text_is_reported_on_its_line(tmp_path: Path, files: dict[str, str | bytes], reported: Reported) -> None:
    problems = reported(problems_in(tmp_path, files))
    left_out = ["html-hidden?"] * 5 + ["html-left-out?"] * 3 + ["html-hidden?"]
    first = 8
    expected = [f"stories/the-garden.md:{first + 2 * number} {code}" for number, code in enumerate(left_out)]
    assert [problem for problem in problems if problem.startswith("stories/") and "html-" in problem] == expected


def test_text_that_readers_can_see_stays(tmp_path: Path) -> None:
    text = "<details><summary>More</summary>zebra</details>\n\n<p aria-hidden=true>giraffe</p>"
    edition = newsletter(f"## Hello\n\n{text}")
    outputs = dict(written(open_newsroom(tmp_path, {**small_newsroom(), "newsletters/2024-03.md": edition})))
    for path in ("newsletters/2024-03/email/generic.html", "newsletters/2024-03/email/generic.txt", "feed.xml"):
        assert "zebra" in outputs[path].decode()
        assert "giraffe" in outputs[path].decode()
