"""Makes the whole preview work from disk, without a server."""

from collections.abc import Container
from pathlib import Path

from newsroom.publish.offline.pages import SiteFiles, convert_page_for_disk
from newsroom.publish.site_folder.staging import replace_file


def convert_site_for_disk(folder: Path, site_url: str, *, except_for: Container[str]) -> None:
    """Change every page of the finished site in ``folder`` so that it works from disk.

    ``except_for`` are paths below ``folder`` of HTML that is not a page, like an email. It does not change.
    """
    paths = file_paths(folder)
    files = SiteFiles(site_url, paths)
    for path in sorted(paths):
        if path.endswith(".html") and path not in except_for:
            html = (folder / path).read_bytes().decode()
            replace_file(folder / path, convert_page_for_disk(html, path, files).encode())


def file_paths(folder: Path) -> frozenset[str]:
    """Return the path of every file below a folder, relative to it."""
    return frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
