"""Imports of WordPress exports for tests."""

from collections.abc import Mapping
from pathlib import Path

from newsroom.commands.import_wordpress import WordPressOptions, import_export
from newsroom.read.front_matter.frontmatter import parse_front_matter
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.wordpress import ADDRESS, wordpress_export

UPLOADS = f"{ADDRESS}/wp-content/uploads"
MAP = """\
types: {post: story, page: page}
categories:
  news: {kind: news}
  reports: {as: publication}
  newsletter: {as: newsletter}
  elms: {areas: [elmham], principles: [contribution]}
  notices: leave out
"""


class Import:
    """An import into a small newsroom, with its files."""

    def __init__(self, folder: Path, items: list[str], rules: str | None = MAP) -> None:
        self.root, self.export, self.uploads = folder / "site", folder / "export.xml", folder / "uploads"
        self.more: tuple[Path, ...] = ()
        self.export.write_text(wordpress_export(items), encoding="utf-8")
        self.uploads.mkdir()
        write_files(self.root, small_newsroom())
        if rules is not None:
            (folder / "map.yml").write_text(rules)

    def run(self, into: Path | None = None) -> list[str]:
        """Import once. Returns what is said about it."""
        options = WordPressOptions((self.export, *self.more), self.root.with_name("map.yml"), self.uploads, into)
        return import_export(self.root, SETTINGS, options, today=TODAY)

    def text(self, path: str) -> str:
        """The text of a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def front(self, path: str) -> Mapping[str, object]:
        """The front matter of a file."""
        return parse_front_matter(self.text(path), path).values

    def files(self) -> dict[str, bytes]:
        """All files but the report, which says what each run did."""
        paths = (path for path in self.root.rglob("*") if path.is_file() and "import-report" not in path.name)
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}
