"""Pages that show only their text: those in docs/ that are not about an area or a principle, and Easy Read versions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from newsroom.check.placeholders import TEMPLATES
from newsroom.content.document import AnyDocument
from newsroom.content.folders import without_language
from newsroom.content.guide.guide_pages import GUIDE
from newsroom.content.model import FrontMatter
from newsroom.content.types import TYPES, AnyType
from newsroom.content.types.easy import EasyRead
from newsroom.content.types.page import Page
from newsroom.publish.pages.page import EDITOR_URL, WebPage
from newsroom.publish.views.page import TextView, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import PlainLink
from newsroom.settings import Settings


@dataclass(frozen=True)
class TextPage(TextView):
    """What ``page.html`` prints. ``write_links`` lead from the editors' guide to where an item can be written."""

    template: ClassVar = "page.html"

    write_links: tuple[PlainLink, ...]


def text_page(page: WebPage, context: PageContext) -> TextPage:
    """Return the value of a page that shows only its text."""
    document = document_for(page, FrontMatter)
    return TextPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        write_links=tuple(write_links(document, context)),
    )


def write_links(document: AnyDocument, context: PageContext) -> Iterator[PlainLink]:
    """Yield the links of a page of the guide; none for other pages.

    A page whose ``adds`` names a type has links to an empty form, and to a new file on GitHub with the type's template
    in it. The guide's first page has a link to the editor.
    """
    settings, front = context.settings, document.front
    added = next((found for found in TYPES if isinstance(front, Page) and found.name == front.adds), None)
    is_guide = added or without_language(document.path) == GUIDE.removesuffix(".md")
    if settings.editor and is_guide:
        form = f"#/collections/{added.plural}/new" if added else ""
        yield PlainLink(f"{context.href(EDITOR_URL)}{form}", context.t("editor.link"))
    if added and (address := new_file_url(added, settings)):
        yield PlainLink(address, context.t("edit.new"))


def new_file_url(content_type: AnyType, settings: Settings) -> str | None:
    """The address at which GitHub opens its editor with a type's template in a new file; None on other hosts.

    GitHub answers long addresses with an error, so the template is short. The name of the file is not a valid one, so
    that nobody publishes it without choosing a name.
    See https://docs.github.com/en/repositories/working-with-files/managing-files/creating-new-files.
    """
    uri = settings.edit_uri
    if not settings.repository_url or not uri.startswith("edit/"):
        return None
    name = "YYYY-MM.md" if content_type.file_name.made_from == "month" else "NAME.md"
    folder = f"{settings.repository_url.rstrip('/')}/new/{uri.removeprefix('edit/')}{content_type.folder}"
    return f"{folder}?filename={name}&value={quote(TEMPLATES[content_type.name].text, safe='')}"


@dataclass(frozen=True)
class EasyPage(TextView):
    """What ``easy.html`` prints. ``full`` is the address of the page with all words."""

    template: ClassVar = "easy.html"

    full: str | None


def easy_page(page: WebPage, context: PageContext) -> EasyPage:
    """Return the value of the page of an Easy Read version."""
    document = document_for(page, EasyRead)
    full = context.library.page_of(document)
    return EasyPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.title,
        picture=context.figure(document, document.front.image),
        full=context.href(full.url) if full else None,
    )
