"""An edition's email, as each mail tool needs it: the templates, filled in for it.

The body is tool-independent and comes from :mod:`body`; the text of a tag enters last (see :mod:`defuse`).
"""

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from types import MappingProxyType
from typing import cast
from urllib.parse import quote

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

from newsroom.publish.editions import date_missing_in_title
from newsroom.publish.email import breaks
from newsroom.publish.email.body import EmailBody, EmailSection, inner_html
from newsroom.publish.email.merge_tags import Places
from newsroom.publish.email.notify import notify_markdown
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.text import LinkNotes, section_text
from newsroom.publish.email.tools import MailTool, Part, Tag
from newsroom.publish.email.views import EmailEdition, SectionText, VideoLink, button_link
from newsroom.settings import Settings
from newsroom.translations import Translations

Email = Mapping[Part, str]
"""What one mail tool is given: its parts, each with its text."""
_BUTTON = "button"
_PRESENTED = (_BUTTON, "video")
"""The classes of links that have a template of their own, by its name."""


class EditionEmail:
    """One edition, to be written for any mail tool. What is the same for all tools is worked out once."""

    def __init__(self, body: EmailBody, t: Translations, settings: Settings, templates: EmailTemplates) -> None:
        self._body = body
        self._t = t
        self._settings = settings
        self._templates = templates

    def write(self, tool: MailTool) -> Email:
        """The email for a mail tool: its parts."""
        writers = {Part.HTML: self.html, Part.TEXT: self.text, Part.MARKDOWN: self.markdown}
        return MappingProxyType({part: writers[part](tool) for part in tool.parts})

    def html(self, tool: MailTool) -> str:
        """The HTML part: a whole document."""
        places = Places(tool)
        html = self._render("layout.html", tool, places, self._html_sections)
        return places.fill_html(self._templates.inline(html))

    def text(self, tool: MailTool) -> str:
        """The plain-text part."""
        places = Places(tool)
        return places.fill_text(self._render("layout.txt", tool, places, self._text_sections))

    def markdown(self, tool: MailTool) -> str:
        """The email in the Markdown of GOV.UK Notify."""
        places = Places(tool)
        sections = tuple(self._section(s, notify_markdown(s.content)) for s in self._body.sections)
        return places.fill_text(self._render("layout.md", tool, places, sections))

    @cached_property
    def _html_sections(self) -> tuple[SectionText, ...]:
        return tuple(self._section(s, Markup(self._html_of(s))) for s in self._body.sections)  # noqa: S704

    @cached_property
    def _text_sections(self) -> tuple[SectionText, ...]:
        notes = LinkNotes()
        return tuple(self._section(s, section_text(s.content, notes)) for s in self._body.sections)

    def _render(self, template: str, tool: MailTool, places: Places, sections: tuple[SectionText, ...]) -> str:
        email = self._edition(tool, places, sections)
        return self._templates.render(template, email=email, _=self._t.__call__)

    def _edition(self, tool: MailTool, places: Places, sections: tuple[SectionText, ...]) -> EmailEdition:
        edition, page_url, t = self._body.edition, self._body.page_url, self._t
        return EmailEdition(
            lang=edition.lang,
            direction=t.direction,
            title=edition.front.title,
            date=date_missing_in_title(edition, t),
            senders=t.list(tuple(sender.with_role for sender in edition.front.senders)),
            subject=edition.front.subject,
            preheader=edition.front.preheader,
            sections=sections,
            page_url=page_url,
            read_on=button_link(page_url, t("email.read_on")),
            contact=self._settings.contact,
            sender=self._settings.sender,
            unsubscribe=_placed(tool.unsubscribe or self._own_unsubscribe, places),
            view_online=_placed(tool.view_online or Tag(text=page_url, href=page_url), places),
            address=_placed(tool.address, places) if tool.address else None,
            dark_styles=self._templates.dark_styles,
            outlook_dark_styles=self._templates.outlook_dark_styles,
        )

    @cached_property
    def _own_unsubscribe(self) -> Tag:
        address = f"mailto:{self._settings.contact}?subject={quote(self._t('email.unsubscribe_subject'))}"
        return Tag(text=address, href=address)

    def _html_of(self, section: EmailSection) -> str:
        """A section's HTML, with its buttons and videos as their templates have them and no word wider than a phone."""
        has_long_words = breaks.has_long_words(section.content.text_content())
        is_plain = all(link.get("class") not in _PRESENTED for link in section.content.iter("a"))
        if is_plain and not has_long_words:
            return section.html
        content = deepcopy(section.content)
        if has_long_words:
            breaks.allow_breaks(content)
        for link in [link for link in content.iter("a") if link.get("class") in _PRESENTED]:
            self._present(cast("HtmlElement", link))
        return inner_html(content)

    def _present(self, link: HtmlElement) -> None:
        words, parent = " ".join(link.text_content().split()), link.getparent()
        if not words or parent is None or link.find(".//a") is not None:  # a tag left open may put a link into a link
            del link.attrib["class"]
            return
        html = self._presented(link.get("class", ""), link.get("href", ""), words)
        for element in lxml_html.fragment_fromstring(html, create_parent="div"):
            link.addprevious(element)
        last = link.getprevious()
        if last is not None:
            last.tail = (last.tail or "").rstrip() + (link.tail or "")
        parent.remove(link)

    def _section(self, section: EmailSection, body: str) -> SectionText:
        href = f"{self._body.page_url}#{quote(section.id)}"
        return SectionText(section.title, href, section.direction, body)

    def _presented(self, kind: str, url: str, words: str) -> str:
        if kind == _BUTTON:
            return self._templates.render("button.html", link=button_link(url, words))
        picture = f"{self._settings.site_url}assets/email/watch.png"
        return self._templates.render("video.html", link=VideoLink(url, words, picture))


def _placed(tag: Tag, places: Places) -> Tag:
    """A tag whose text is safe to write into a template: what stands for it until the rest is defused."""

    def hold(text: str) -> str:
        return Markup(places.place(text)) if text else ""  # noqa: S704

    return Tag(text=hold(tag.text), href=hold(tag.href), html=hold(tag.html), element=tag.element)
