"""The sender's page, from which an edition is copied into the mail tool."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from lxml.html import HtmlElement
from markupsafe import Markup

from newsroom.cache import Cache
from newsroom.check.links.link_words import LinkWords
from newsroom.english import format_day
from newsroom.mail_tools import EmailForm
from newsroom.markup.tree import parse_document
from newsroom.problems import Problem
from newsroom.publish.email.body import EmailBody
from newsroom.publish.email.edition import WrittenEdition
from newsroom.publish.email.folders import SHOWN, EmailFolder
from newsroom.publish.email.sender.inbox import InboxLine, inbox_lines
from newsroom.publish.email.sender.panel import ToolPanel, tool_panel
from newsroom.publish.email.views import LanguageLink
from newsroom.publish.hosting.content_policy import sender_policy
from newsroom.publish.text.language_marks import language_markup
from newsroom.publish.theme.environment import CompiledTemplates, template_environment
from newsroom.publish.views.values import Day
from newsroom.settings import Settings

__all__ = ["SenderPages"]


@dataclass(frozen=True)
class ListedLink:
    """A link in the email: its words, or those of the picture in it, and its address.

    ``is_vague``: the words do not say where it leads.
    """

    words: str
    address: str
    is_vague: bool


@dataclass(frozen=True)
class ListedPicture:
    """A picture in the email: its alternative text, which is empty if it only decorates, and its address."""

    alt: str
    address: str


@dataclass(frozen=True)
class ListedLinks:
    """The links in an email, each once: those in its sections, and those ``around`` them, which the template has."""

    in_text: tuple[ListedLink, ...]
    around: tuple[ListedLink, ...]


def _listed_links(body: EmailBody, html: str, link_words: LinkWords) -> ListedLinks:
    """Return the links in an email, whose HTML is ``html``. Those to its sections, in its contents, are left out."""
    in_text = dict.fromkeys(map(_link, _elements(body, "a")))
    all_links = dict.fromkeys(map(_link, parse_document(html).iter("a")))
    around = (link for link in all_links if link not in in_text and not _leads_to_section(link[1], body))
    return ListedLinks(_listed(in_text, body, link_words), _listed(around, body, link_words))


def _listed(links: Iterable[tuple[str, str]], body: EmailBody, link_words: LinkWords) -> tuple[ListedLink, ...]:
    lang = body.edition.lang
    return tuple(ListedLink(words, address, not words or link_words.is_vague(words, lang)) for words, address in links)


def _listed_pictures(body: EmailBody) -> tuple[ListedPicture, ...]:
    """Return the lead picture and the pictures in all sections, each once."""
    lead = [ListedPicture(body.lead.alt, body.lead.url)] if body.lead else []
    others = (ListedPicture(image.get("alt", ""), image.get("src", "")) for image in _elements(body, "img"))
    return tuple(dict.fromkeys((*lead, *others)))


def _elements(body: EmailBody, tag: str) -> Iterator[HtmlElement]:
    for section in body.sections:
        yield from section.content.iter(tag)


def _link(link: HtmlElement) -> tuple[str, str]:
    return _words(link), link.get("href", "")


def _leads_to_section(address: str, body: EmailBody) -> bool:
    return address.startswith(f"{body.page_url}#")


def _words(link: HtmlElement) -> str:
    texts = (link.text_content(), *(image.get("alt", "") for image in link.iter("img")))
    return next((text for text in (" ".join(text.split()) for text in texts) if text), "")


@dataclass(frozen=True)
class EditionVersion:
    """The edition in one language: the language's code and name, its sender's page, and the email to look at."""

    lang: str
    name: str
    href: str
    email: str


@dataclass(frozen=True)
class SenderPage:
    """The value that ``sender.html`` prints.

    ``policy`` is its Content Security Policy. ``title``, ``lang``, ``path`` and ``slug`` are the edition's. ``day`` is
    None if the title has it. ``root`` is the relative address of the site's root. ``asks_for_tool``: there are several
    mail tools to choose from. ``has_draft``: there is a message to open in a mail program. ``links`` and ``pictures``
    are those of the email. ``versions`` are the edition in all its languages, and ``is_compared``: they are shown side
    by side. ``sent`` is the day on which it was sent, in English, and ``sent_example`` is a day as an editor writes it.
    """

    policy: Markup
    title: str
    lang: str
    path: str
    slug: str
    day: Day | None
    site_name: str
    site_url: str
    contact: str
    root: str
    lines: tuple[InboxLine, ...]
    asks_for_tool: bool
    panels: tuple[ToolPanel, ...]
    has_draft: bool
    links: ListedLinks
    pictures: tuple[ListedPicture, ...]
    versions: tuple[EditionVersion, ...]
    is_compared: bool
    sent: str | None
    sent_example: str


def sender_templates(folder: Path, cache: Cache | None = None) -> Environment:
    """Return the templates of the sender's pages in a folder, which ``cache`` keeps compiled."""
    compiled = CompiledTemplates(cache, "sender's pages")
    templates = template_environment(folder.parent, folder.name, compiled=compiled)
    templates.filters["language"] = _language
    return templates


class SenderPages:
    """Renders the sender's pages from the templates in a folder, which ``cache`` keeps compiled."""

    def __init__(self, templates: Path, settings: Settings, cache: Cache | None = None) -> None:
        self._settings = settings
        self._templates = sender_templates(templates, cache)
        self._link_words = LinkWords()

    def page(
        self,
        folder: EmailFolder,
        written: WrittenEdition,
        others: Iterable[Problem] = (),
        *,
        shows_blocked: bool,
        date: str | None = None,
        versions: Iterable[LanguageLink] = (),
    ) -> str:
        """Render the page of one edition. Its links are relative, so that it also works without a server.

        Args:
            folder: The edition, and whether it is checked and public.
            written: Its emails.
            others: Errors and warnings of the edition's file that no check of its email has found.
            shows_blocked: Whether an email with an error can be viewed. It can never be copied.
            date: The edition's date in its language, None if its title has it.
            versions: The folders of its email in each of its languages, with addresses relative to the site's.
        """
        edition, others, versions = folder.edition, tuple(others), tuple(versions)
        front, root = edition.front, "../" * (edition.url.count("/") + 1)
        panels = [tool_panel(folder, written, email, others, shows_blocked=shows_blocked) for email in written.emails]
        shown = (email.parts.get(EmailForm.HTML) for email in written.emails)
        value = SenderPage(
            policy=Markup(sender_policy(html for html in shown if html is not None)),  # noqa: S704 - words and hashes
            title=front.title,
            lang=edition.lang,
            path=edition.path,
            slug=edition.slug,
            day=Day(front.date.isoformat(), date) if date else None,
            site_name=self._settings.name_in(edition.lang),
            site_url=self._settings.site_url,
            contact=self._settings.contact,
            root=root,
            lines=inbox_lines(front),
            asks_for_tool=len(panels) > 1,
            panels=tuple(panels),
            has_draft=shows_blocked or not written.is_blocked,
            links=_listed_links(written.body, written.generic[EmailForm.HTML], self._link_words),
            pictures=_listed_pictures(written.body),
            versions=tuple(_version(version, root) for version in versions),
            is_compared=len(versions) > 1 and any(panel.preview for panel in panels),
            sent=format_day(front.sent.first_day) if front.sent else None,
            sent_example=front.date.first_day.isoformat(),
        )
        return self._templates.get_template("sender.html").render(page=value)


def _language(lang: str) -> Markup:
    """Return the attributes, each after a space, of an element in a language; "" if that is the page's, English."""
    return language_markup(lang, "en")


def _version(version: LanguageLink, root: str) -> EditionVersion:
    folder = f"{root}{version.href}"
    return EditionVersion(version.lang, version.name, f"{folder}index.html", f"{folder}{SHOWN}")
