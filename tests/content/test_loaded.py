"""Content without some files, and that of some pages alone."""

from pathlib import Path

from newsroom.content.accessibility import RECORD
from newsroom.content.loaded import LoadedContent
from newsroom.content.map_outline import MAP_FILE
from newsroom.read import load_content
from tests.support import small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import story
from tests.support.pdfs import pdf

FILES = {
    **small_newsroom(),
    "stories/a.md": story("[x](gone.md)", kind="tale"),
    "stories/b.md": story("[x](gone.md)", title=""),
    "stories/x.docx": "x",
    "stories/y.docx": "y",
    "docs/CNAME": "www.elm.example\n",
    MAP_FILE: '{"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [2, 0]]]}',
    RECORD: '{"tested": "2026-01-01", "tool": "a", "version": "1", "browser": "b", "pages": [""], "palettes": ["dark"],'
    ' "widths": [320]}',
}


def loaded(root: Path) -> LoadedContent:
    write_files(root, FILES)
    write_files(
        root, {f"stories/{name}.png": picture() for name in "xy"} | {f"stories/{name}.pdf": pdf() for name in "xy"}
    )
    return load_content(root, ("en", "cy"))


def described(content: LoadedContent) -> dict[str, list[str]]:
    """The paths in each part of the content."""
    return {
        "markdown": [*content.files.markdown],
        "assets": sorted(content.files.assets),
        "special": sorted(content.files.special),
        "refused": sorted(content.files.refused),
        "file problems": [problem.path for problem in content.files.problems],
        "unusable": sorted(content.files.unusable),
        "paths": sorted(content.paths),
        "sources": sorted(content.sources),
        "documents": [document.path for document in content.documents],
        "heads": sorted(content.heads),
        "pdfs": sorted(content.pdfs),
        "problems": [problem.path for problem in content.problems],
        "test and map": [str(found is not None) for found in (content.accessibility_test, content.map_outline)],
        "left out": sorted(content.left_out),
    }


def test_files_that_are_left_out_are_in_no_part(tmp_path: Path) -> None:
    content = loaded(tmp_path)
    before = described(content)
    assert before["test and map"] == ["True", "True"]
    gone = frozenset(
        {"stories/a.md", "stories/the-garden.md", "stories/x.docx", "stories/x.png", "stories/x.pdf", "docs/CNAME"}
    )
    after = described(content.without(gone))
    for part in before.keys() - {"left out", "markdown", "paths"}:
        assert after[part] == [path for path in before[part] if path not in gone], part
    assert (after["markdown"], after["paths"], after["left out"]) == (before["markdown"], before["paths"], sorted(gone))
    assert described(content.without(gone).without(frozenset({"stories/b.md"})))["left out"] == [
        *sorted(gone | {"stories/b.md"})
    ]
    without_both = described(content.without(frozenset({RECORD, MAP_FILE})))
    assert without_both["test and map"] == ["False", "False"]


def test_content_of_some_pages_has_their_parts_alone(tmp_path: Path) -> None:
    content = loaded(tmp_path)
    before, paths = described(content), {"stories/a.md", "stories/the-garden.md", "stories/x.png", "stories/none.md"}
    after = described(content.only(frozenset(paths)))
    for part in ("markdown", "paths", "sources", "documents", "heads", "problems"):
        assert after[part] == [path for path in before[part] if path in paths], part
        assert after[part], part
    assert after["assets"] == after["special"] == after["refused"] == after["pdfs"] == []
