"""The pages of a built site, as files: for tests that look at all of them."""

from collections.abc import Mapping
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_REFRESH = "//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"


def page_texts(site: Path) -> dict[str, str]:
    """The HTML of every page for readers by its path; the sender's pages and the emails have rules of their own."""
    files = sorted(site.rglob("*.html"))
    paths = {file.relative_to(site).as_posix(): file for file in files}
    return {path: file.read_text(encoding="utf-8") for path, file in paths.items() if "/email/" not in path}


def page_trees(site: Path) -> Mapping[str, HtmlElement]:
    """The tree of every page for readers by its path, without those that only lead on to another."""
    trees = {path: html.document_fromstring(text) for path, text in page_texts(site).items()}
    return {path: tree for path, tree in trees.items() if not tree.xpath(_REFRESH)}
