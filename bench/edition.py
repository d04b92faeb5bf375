"""The edition whose email is measured: the longest one in the repository."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urljoin

from newsroom.content.document import Document
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter
from newsroom.markup import text_tree
from newsroom.markup.tree import serialise_html
from newsroom.read import load_content
from newsroom.settings import Settings
from newsroom.site_settings import site_settings
from outside import repository


@dataclass(frozen=True)
class Edition:
    """An edition, the HTML of its page's body, and the settings of its site."""

    document: Document[Newsletter]
    rendered: str
    settings: Settings

    @property
    def url(self) -> str:
        """The absolute address of its page."""
        return urljoin(self.settings.site_url, self.document.url)


def longest_edition(root: Path) -> Edition:
    """Find the edition with the most text in the repository in ``root``."""
    values = repository.settings(root)
    settings = site_settings(values)
    content = load_content(root, settings.languages)
    editions = (document for document in content.documents if document.type is NEWSLETTER)
    longest = max(editions, key=lambda edition: len(content.sources[edition.path].text))
    html = serialise_html(text_tree(content.sources[longest.path].rendered, str))  # links stay as they are written
    return Edition(cast("Document[Newsletter]", longest), html, settings)
