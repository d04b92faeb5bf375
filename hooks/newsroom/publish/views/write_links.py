"""The links of the editors' guide that lead to where an item can be written: the browser editor, and GitHub."""

from collections.abc import Iterator
from urllib.parse import quote

from newsroom.check.placeholders import TEMPLATES
from newsroom.content.document import AnyDocument
from newsroom.content.folders import without_language
from newsroom.content.guide_pages import GUIDE
from newsroom.content.types import TYPES, AnyType
from newsroom.content.types.page import Page
from newsroom.publish.page import EDITOR_URL
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import PlainLink
from newsroom.settings import Settings


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
