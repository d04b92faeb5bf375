"""Easy Read versions of pages: `x.easy.md` beside `x.md`, with short sentences and a picture for each idea."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pydantic import Field

from newsroom.content.model.parts import FrontMatter
from newsroom.content.model.values import Line
from newsroom.content.types.base import ContentType, FileName, FolderRules, TextRules, slug_file_name
from newsroom.problems import Problem

if TYPE_CHECKING:
    from newsroom.content.document import Source

_ENDING = ".easy.md"
_OF_PAGE: Mapping[str, str] = {
    "consent": "the consent in the page's file covers both",
    "consent_not_needed": "what the page's file says about consent covers both",
    "people": "write it into the page's file, whose consent covers both",
}
"""The fields that belong into the file of the page itself, each with the reason."""


class EasyRead(FrontMatter):
    """The Easy Read version of a page. Its page decides about consent, and from when and where both appear."""

    title: Line = Field(description="The title, in words that everybody knows.")


def easy_path(path: str) -> str:
    """The path of the Easy Read version of the page at a path."""
    return f"{path.removesuffix('.md')}{_ENDING}"


def _check(_front: EasyRead, source: "Source") -> Iterator[Problem]:
    for field, why in _OF_PAGE.items():
        if field in source.values:
            what = f"`{field}` has no effect in the file of an Easy Read version"
            yield source.field_problem("easy-field", field, what, f"delete it here: {why}")


EASY_READ = ContentType(
    name="easy",
    singular="Easy Read version",
    plural="Easy Read versions",
    position=62,
    folder="docs",
    folder_rules=FolderRules(is_flat=False),
    text_rules=TextRules(starter="easy.md", keeps_lines=lambda _values: True),
    model=EasyRead,
    file_name=FileName(
        slug_file_name("about").pattern,
        "name it after its page: 'about.easy.md' beside 'about.md', 'about.cy.easy.md' beside 'about.cy.md'",
        "about",
        ending=_ENDING,
        address="easy-read",
    ),
    check=_check,
    label="easy",
)
