"""A build is left out only if one of the same input wrote the site as it is now."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

import newsroom
from builds import last_build
from builds.fingerprints import input_fingerprint, program_fingerprint
from builds.last_build import LastBuild
from newsroom.publish.site_folder.staging import Staging
from tests.support import write_files

TOOLS = ("bench", "hooks", "node_modules", "scripts", "tests", "venv")
NAMES = ("stories", "overrides", "mkdocs.yml")
FILES = {
    "mkdocs.yml": "a: 1",
    "stories/a.md": "Text.",
    "stories/a.png": "picture",
    "overrides/page.html": "{{ page }}",
    "photos/b.md": "Text.",
    ".gitignore": "site",
    "site/index.html": "page",
    "site/a/index.html": "page",
}


def last(root: Path, *given: object) -> LastBuild:
    return LastBuild(root, Staging(root / "site"), *given)


def build(root: Path, during: Callable[[Path], object] = lambda _: None) -> None:
    """Build a site, with a change while the build is running."""
    this = last(root)
    this.start(NAMES)
    during(root)
    this.finish("Made 1 page.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, FILES)
    link(tmp_path / "photos/other", tmp_path / "stories")
    link(tmp_path / "photos/gone", tmp_path / "nowhere")
    link(tmp_path / "stories/same.md", tmp_path / "stories/a.md")
    link(tmp_path / "linked", tmp_path / "tests")
    build(tmp_path)
    return tmp_path


def rewrite(path: str, text: str) -> Callable[[Path], object]:
    """A change of a file that does not show in its size or the time of its last change."""

    def change(root: Path) -> None:
        file = root / path
        times = file.stat()
        file.write_text(text)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    return change


def link(path: Path, target: Path) -> None:
    """Have a link lead to another place."""
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def copy_link(path: Path) -> None:
    """Replace a link by a file with the same content."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a story": rewrite("stories/a.md", "text!"),
    "a picture": rewrite("stories/a.png", "PICTURE"),
    "a template": rewrite("overrides/page.html", "{{ pages}}"),
    "the settings": rewrite("mkdocs.yml", "a: 2"),
    "a page outside the content folders": rewrite("photos/b.md", "text!"),
    "a page of the site": rewrite("site/a/index.html", "PAGE"),
    "a new story": lambda root: (root / "stories/b.md").write_text("Text."),
    "a new misplaced story": lambda root: (root / "b.md").write_text("Text."),
    "a new folder": lambda root: write_files(root, {"story/b.md": "Text."}),
    "a moved story": lambda root: (root / "stories/a.md").rename(root / "stories/b.md"),
    "a deleted story": lambda root: (root / "stories/a.md").unlink(),
    "a second name for a story": lambda root: (root / "elsewhere").hardlink_to(root / "stories/a.md"),
    "a story that cannot be read": lambda root: (root / "stories/a.md").chmod(0),
    "a link replaced by what it leads to": lambda root: copy_link(root / "stories/same.md"),
    "a link that leads to another folder": lambda root: link(root / "photos/other", root / "overrides"),
    "a link to a folder": lambda root: (root / "overrides/more").symlink_to(root / "photos"),
    "a deleted page of the site": lambda root: (root / "site/index.html").unlink(),
    "a new file of the site": lambda root: (root / "site/b.html").write_text("page"),
    "no site": lambda root: (root / "site").rename(root / ".site"),
}


def test_unchanged_site_has_the_summary_of_its_build(root: Path) -> None:
    for _ in range(2):
        found = last(root).if_unchanged()
        assert found
        assert found.summary == "Made 1 page."


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_change_is_noticed(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    assert last(root).if_unchanged() is None


def test_file_of_a_tool_is_no_change(root: Path) -> None:
    write_files(root, {".site.lock": "", "b.lock": "", ".git/index": "x", ".cache/other": "x"})
    write_files(root, {f"{folder}/a.md": "x" for folder in TOOLS})
    os.utime(root / "stories/a.md")
    assert last(root).if_unchanged()


@pytest.mark.parametrize(
    ("is_asked", "names", "count"), [(True, NAMES, 1), (True, NAMES[::-1], 1), (True, NAMES[1:], 2), (False, NAMES, 1)]
)
def test_input_is_read_once_unless_other_folders_count(
    root: Path, monkeypatch: pytest.MonkeyPatch, is_asked: bool, names: tuple[str, ...], count: int
) -> None:
    read: list[Collection[str]] = []

    def keep(root: Path, site: Path, names: Collection[str]) -> bytes:
        read.append(names)
        return input_fingerprint(root, site, names)

    monkeypatch.setattr(last_build, "input_fingerprint", keep)
    this = last(root)
    if is_asked:
        CHANGES["a story"](root)
        assert this.if_unchanged() is None
    this.start(names)
    assert (len(read), sorted(read[-1])) == (count, sorted(names))


def test_site_in_a_folder_of_its_own_is_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    this = LastBuild(tmp_path, Staging(tmp_path / "public"))
    this.start(NAMES)
    write_files(tmp_path, {"public/index.html": "page"})
    this.finish("Made 1 page.")
    assert LastBuild(tmp_path, Staging(tmp_path / "public")).if_unchanged()


def test_change_while_building_is_noticed(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    build(tmp_path, during=CHANGES["a story"])
    rewrite("stories/a.md", "Text.")(tmp_path)
    assert last(tmp_path).if_unchanged() is None


def test_other_day_or_program_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert last(root, "another day").if_unchanged() is None
    monkeypatch.setattr(last_build, "program_fingerprint", lambda: "another version")
    assert last(root).if_unchanged() is None


def test_damaged_note_is_no_note(root: Path) -> None:
    for note in (root / ".cache/newsroom").iterdir():
        note.write_bytes(note.read_bytes()[:-1])
    assert last(root).if_unchanged() is None


@pytest.mark.parametrize("file", ["locale/en.po", "codes/10-files.md", "build.py", "check/private/words.toml"])
def test_fingerprint_of_the_program_includes_all_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    core = Path(newsroom.__file__).parent
    shutil.copytree(core, tmp_path / "newsroom", ignore=shutil.ignore_patterns("*.pyc"))
    monkeypatch.setattr(newsroom, "__file__", str(tmp_path / "newsroom/__init__.py"))
    assert program_fingerprint.__wrapped__() == program_fingerprint()
    write_files(tmp_path, {f"newsroom/{file}": b"changed"})
    assert program_fingerprint.__wrapped__() != program_fingerprint()


def test_fingerprint_of_the_program_includes_the_versions_of_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pillow-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert program_fingerprint.__wrapped__() != program_fingerprint()


def test_engine_imports_little_before_it_is_needed() -> None:
    code = (
        "import sys, pipeline; print([name for name in ('newsroom.build', 'pydantic', 'lxml') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
