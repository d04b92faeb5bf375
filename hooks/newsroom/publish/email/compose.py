"""An edition's email, for one mail tool: the templates in overrides/email/ filled in, their styles inlined."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin

from css_inline import CSSInliner
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from newsroom.document import Document
from newsroom.model import Newsletter
from newsroom.publish.email.body import EmailSection, email_sections
from newsroom.publish.email.text import LinkNotes, section_text, wrap
from newsroom.publish.email.tools import MailTool, Tag
from newsroom.settings import Settings
from newsroom.words import Words


@dataclass(frozen=True)
class Email:
    """What one mail tool is given."""

    html: str
    text: str


class EmailWriter:
    """Writes emails from the templates in one folder. Made once for a build."""

    def __init__(self, templates: Path, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            autoescape=select_autoescape(("html",)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._templates.filters["wrap"] = lambda text, first="", rest="": "\n".join(wrap(text, first=first, rest=rest))
        style = (templates / "style.css").read_text(encoding="utf-8")
        self._inliner = CSSInliner(load_remote_stylesheets=False, extra_css=style)

    def write(self, edition: Document[Newsletter], rendered: str, tool: MailTool, words: Words) -> Email:
        """The email of an edition for a mail tool. ``rendered`` is the HTML of the edition's body on its page."""
        page_url = urljoin(self._settings.site_url, edition.url)
        sections = email_sections(rendered, page_url, {section.id for section in edition.outline.sections})
        context: dict[str, object] = {
            "_": words,
            "edition": edition,
            "front": edition.front,
            "page_url": page_url,
            "site": self._settings,
            "tool": tool,
            "sender": Markup(tool.address) if tool.address else self._settings.sender,  # noqa: S704
            "unsubscribe": tool.unsubscribe or self._own_unsubscribe(words),
            "view_online": tool.view_online or Tag(text=page_url, href=page_url),
        }
        html = self._templates.get_template("layout.html").render(context, sections=_as_html(sections))
        notes = LinkNotes()
        text = self._templates.get_template("layout.txt").render(context, sections=_as_text(sections, notes))
        return Email(html=self._inliner.inline(html), text=text)

    def _own_unsubscribe(self, words: Words) -> Tag:
        address = f"mailto:{self._settings.contact}?subject={quote(words('email.unsubscribe_subject'))}"
        return Tag(text=address, href=address)


def _as_html(sections: tuple[EmailSection, ...]) -> list[dict[str, object]]:
    return [{"title": s.title, "id": s.id, "body": Markup(s.html)} for s in sections]  # noqa: S704


def _as_text(sections: tuple[EmailSection, ...], notes: LinkNotes) -> list[dict[str, object]]:
    return [{"title": s.title, "id": s.id, "body": section_text(s.content, notes)} for s in sections]
