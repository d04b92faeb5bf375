"""Writes an edition's email for each mail tool, from the templates.

The body is the same for every tool and comes from :mod:`body`. Merge tags are inserted last: see :mod:`merge_tags`.
"""

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import cast
from urllib.parse import quote

from lxml.html import HtmlElement
from markupsafe import Markup

from newsroom.mail_tools import EmailForm, MailTool, Tag
from newsroom.markup.tree import parse_html, serialise_html
from newsroom.publish.email import breaks
from newsroom.publish.email.body import EmailBody, EmailSection
from newsroom.publish.email.merge_tags import TagPlaceholders, TagStarts
from newsroom.publish.email.notify import notify_markdown
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.email.text import LinkNotes, section_text
from newsroom.publish.email.views import EmailEdition, LanguageLink, SectionText, VideoLink, button_link
from newsroom.publish.pages.labels import FEWEST_CONTENTS, date_missing_in_title, title_above_headline
from newsroom.publish.theme.assets import EMAIL_LOGO
from newsroom.setting_values import text_in
from newsroom.settings import Settings
from newsroom.translations import Translations

EmailParts = Mapping[EmailForm, str]
"""The parts of an email for one mail tool, each with its text."""
_BUTTON = "button"
_CLASSES_WITH_TEMPLATE = (_BUTTON, "video")
"""The classes of links that are rendered by a template of the same name."""


class EditionEmail:
    """Writes one edition for any mail tool. What is the same for all tools is computed once."""

    def __init__(
        self,
        body: EmailBody,
        t: Translations,
        settings: Settings,
        templates: EmailTemplates,
        starts: TagStarts,
        languages: tuple[LanguageLink, ...] = (),
    ) -> None:
        self._body = body
        self._t = t
        self._settings = settings
        self._templates = templates
        self._starts = starts
        self._languages = languages

    def write(self, tool: MailTool) -> EmailParts:
        """Write all parts of the email for a mail tool."""
        writers = {EmailForm.HTML: self.html, EmailForm.TEXT: self.text, EmailForm.MARKDOWN: self.markdown}
        return {part: writers[part](tool) for part in tool.parts}

    def html(self, tool: MailTool) -> str:
        """Write the HTML part, a complete document."""
        placeholders = self._placeholders(tool)
        html = self._render("layout.html", tool, placeholders, self._html_sections)
        return placeholders.fill_html(self._templates.inline_styles(html))

    def text(self, tool: MailTool) -> str:
        """Write the plain-text part."""
        placeholders = self._placeholders(tool)
        return placeholders.fill_text(self._render("layout.txt", tool, placeholders, self._text_sections))

    def markdown(self, tool: MailTool) -> str:
        """Write the email in the Markdown of GOV.UK Notify."""
        placeholders = self._placeholders(tool)
        sections = tuple(self._section_text(s, _marked(notify_markdown(s.content))) for s in self._body.sections)
        return placeholders.fill_text(self._render("layout.md", tool, placeholders, sections))

    @cached_property
    def _html_sections(self) -> tuple[SectionText, ...]:
        return tuple(self._section_text(s, _marked(self._section_html(s))) for s in self._body.sections)

    @cached_property
    def _text_sections(self) -> tuple[SectionText, ...]:
        notes = LinkNotes()
        return tuple(self._section_text(s, _marked(section_text(s.content, notes))) for s in self._body.sections)

    def _placeholders(self, tool: MailTool) -> TagPlaceholders:
        return TagPlaceholders(tool, self._starts, self._body.fallbacks)

    def _render(
        self, template: str, tool: MailTool, placeholders: TagPlaceholders, sections: tuple[SectionText, ...]
    ) -> str:
        email = self._email_edition(tool, placeholders, sections)
        return self._templates.render(template, email=email, _=self._t.__call__)

    def _email_edition(
        self, tool: MailTool, placeholders: TagPlaceholders, sections: tuple[SectionText, ...]
    ) -> EmailEdition:
        edition, page_url, t = self._body.edition, self._body.page_url, self._t
        return EmailEdition(
            lang=edition.lang,
            direction=t.direction,
            site_name=self._settings.name_in(edition.lang),
            masthead=text_in(self._settings.masthead or self._settings.motto, edition.lang),
            logo=f"{self._settings.site_url}{EMAIL_LOGO}",
            title=title_above_headline(edition),
            date=date_missing_in_title(edition, t),
            headline=edition.front.subject,
            senders=t.list(tuple(sender.with_role for sender in edition.front.senders)),
            preheader=edition.front.preheader,
            lead=self._body.lead,
            opening=sections[:1],
            contents=_contents(sections[1:]),
            sections=sections[1:],
            page_url=page_url,
            read_on=button_link(page_url, t("email.read_on")),
            contact=self._settings.contact,
            sender=self._settings.sender,
            postal_address=self._settings.postal_address,
            signup_url=self._settings.signup_url,
            languages=self._languages,
            has_footer=tool.adds_footer,
            unsubscribe=_with_placeholders(tool.unsubscribe, placeholders) or self._own_unsubscribe,
            preferences=_with_placeholders(tool.preferences, placeholders),
            view_online=_with_placeholders(tool.view_online, placeholders) or Tag(text=page_url, href=page_url),
            address=_with_placeholders(tool.address, placeholders),
            dark_styles=self._templates.dark_styles,
            outlook_dark_styles=self._templates.outlook_dark_styles,
        )

    @cached_property
    def _own_unsubscribe(self) -> Tag:
        address = unsubscribe_address(self._settings, self._t)
        return Tag(text=address, href=address)

    def _section_html(self, section: EmailSection) -> str:
        """The HTML of a section, with its buttons and videos from their templates, and breaks in long words."""
        has_wide_words = breaks.has_wide_words(section.content)
        is_plain = all(link.get("class") not in _CLASSES_WITH_TEMPLATE for link in section.content.iter("a"))
        if is_plain and not has_wide_words:
            return section.html
        content = deepcopy(section.content)
        if has_wide_words:
            breaks.allow_breaks(content)
        for link in [link for link in content.iter("a") if link.get("class") in _CLASSES_WITH_TEMPLATE]:
            self._replace_by_template(cast("HtmlElement", link))
        return serialise_html(content)

    def _replace_by_template(self, link: HtmlElement) -> None:
        words, parent = " ".join(link.text_content().split()), link.getparent()
        if not words or parent is None or link.find(".//a") is not None:  # a link in a link comes from an unclosed tag
            del link.attrib["class"]
            return
        html = self._render_link(link.get("class", ""), link.get("href", ""), words)
        for element in parse_html(html):
            link.addprevious(element)
        last = link.getprevious()
        if last is not None:
            last.tail = (last.tail or "").rstrip() + (link.tail or "")
        parent.remove(link)

    def _section_text(self, section: EmailSection, body: str) -> SectionText:
        href = f"{self._body.page_url}#{quote(section.id)}"
        return SectionText(section.title, href, section.direction, body)

    def _render_link(self, kind: str, url: str, words: str) -> str:
        if kind == _BUTTON:
            return self._templates.render("button.html", link=button_link(url, words))
        picture = f"{self._settings.site_url}assets/email/watch.png"
        return self._templates.render("video.html", link=VideoLink(url, words, picture))


def _contents(sections: tuple[SectionText, ...]) -> tuple[SectionText, ...]:
    """The sections to list: those with a title, if there are enough of them."""
    titled = tuple(section for section in sections if section.title)
    return titled if len(titled) >= FEWEST_CONTENTS else ()


def unsubscribe_address(settings: Settings, t: Translations) -> str:
    """The address to unsubscribe where no mail tool has one: an email to the network, with a subject."""
    return f"mailto:{settings.contact}?subject={quote(t('email.unsubscribe_subject'))}"


def _marked(text: str) -> Markup:
    """Text of the email's body, in which placeholders are ours: cleaned text has no private-use characters."""
    return Markup(text)  # noqa: S704 - HTML was cleaned, and templates of plain text escape nothing


def _with_placeholders(tag: Tag | None, placeholders: TagPlaceholders) -> Tag | None:
    """A mail tool's tag with placeholders, which a template can print before the author's text is escaped."""
    if tag is None:
        return None

    def placeholder(text: str) -> str:
        return Markup(placeholders.placeholder_for(text)) if text else ""  # noqa: S704

    return Tag(text=placeholder(tag.text), href=placeholder(tag.href), html=placeholder(tag.html), element=tag.element)
