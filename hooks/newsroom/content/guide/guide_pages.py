"""The pages of the editors' guide that are made from the code."""

import re
from dataclasses import dataclass

from newsroom.codes import errors_page
from newsroom.content.guide.field_guide import fields_page
from newsroom.content.types import PAGES_FOLDER

GUIDE = f"{PAGES_FOLDER}/contribute.md"
"""The guide's first page. A site without it has none of these pages."""
_ID = re.compile(r"\{#([\w-]+)\}")
"""Matches the attribute list of a heading, like ``{#story}``."""


@dataclass(frozen=True)
class GeneratedPage:
    """A page of the guide: its address relative to the site, title, summary and Markdown text."""

    url: str
    title: str
    summary: str
    text: str

    @property
    def path(self) -> str:
        """The path that links in Markdown use, relative to the repository."""
        return f"{PAGES_FOLDER}/{self.url.rstrip('/')}.md"

    @property
    def ids(self) -> frozenset[str]:
        """The ids that its text gives to headings, to which links may lead."""
        return frozenset(_ID.findall(self.text))


GUIDE_PAGES = (GeneratedPage("contribute/fields/", *fields_page()), GeneratedPage("contribute/errors/", *errors_page()))
"""All pages of the guide that are made from the code."""


def guide_ids(path: str) -> frozenset[str]:
    """The ids on the generated page of the guide with a path; none if it is not such a page."""
    return next((page.ids for page in GUIDE_PAGES if page.path == path), frozenset())
