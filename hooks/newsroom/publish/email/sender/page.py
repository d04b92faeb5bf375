"""Renders the page from which an edition is copied into the mail tool."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from newsroom.mail_tools import EmailForm
from newsroom.problems import Problem
from newsroom.publish.content_policy import sender_policy
from newsroom.publish.email.edition import WrittenEdition
from newsroom.publish.email.folders import EmailFolder
from newsroom.publish.email.sender.contents import ListedLink, ListedPicture, listed_links, listed_pictures
from newsroom.publish.email.sender.inbox import InboxLine, inbox_lines
from newsroom.publish.email.sender.panel import ToolPanel, tool_panel
from newsroom.publish.template_environment import template_environment
from newsroom.publish.views.values import Day
from newsroom.settings import Settings


@dataclass(frozen=True)
class ViewChoice:
    """A view of the email in the preview: its name in sender.js, its label, and its meaning."""

    name: str
    label: str
    meaning: str


@dataclass(frozen=True)
class SenderPage:
    """The value that ``sender.html`` prints.

    ``policy`` is its Content Security Policy. ``title``, ``lang``, ``path`` and ``slug`` are the edition's. ``day`` is
    None if the title has it. ``root`` is the relative address of the site's root. ``asks_for_tool``: there are several
    mail tools to choose from. ``has_draft``: there is a message to open in a mail program. ``links`` and ``pictures``
    are those of the email.
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
    links: tuple[ListedLink, ...]
    pictures: tuple[ListedPicture, ...]
    views: tuple[ViewChoice, ...] = (
        ViewChoice("sent", "As sent", "As most people see it: in light colours."),
        ViewChoice("dark", "Dark", "On a device that is set to dark colours."),
        ViewChoice("no-pictures", "Without pictures", "As many inboxes show it first: the words must be enough."),
        ViewChoice("forced", "Forced dark", "All colours inverted, pictures too, as in some mail apps on Android."),
        ViewChoice(
            "no-styles",
            "Without styles",
            "As Gmail shows it when it removes the style sheet: nothing may be missing.",
        ),
        ViewChoice(
            "no-comments",
            "Without comments",
            "As listmonk sends it, without comments: nothing may be missing.",
        ),
    )


class SenderPages:
    """Renders the sender's pages from the templates in a folder."""

    def __init__(self, templates: Path, settings: Settings) -> None:
        self._settings = settings
        self._templates = template_environment(templates.parent, templates.name)

    def page(
        self,
        folder: EmailFolder,
        written: WrittenEdition,
        others: Iterable[Problem] = (),
        *,
        shows_blocked: bool,
        date: str | None = None,
    ) -> str:
        """Render the page of one edition. Its links are relative, so that it also works without a server.

        Args:
            folder: The edition, and whether it is checked and public.
            written: Its emails.
            others: Errors and warnings of the edition's file that no check of its email has found.
            shows_blocked: Whether an email with an error can be viewed. It can never be copied.
            date: The edition's date in its language, None if its title has it.
        """
        edition, others = folder.edition, tuple(others)
        panels = [tool_panel(folder, written, email, others, shows_blocked=shows_blocked) for email in written.emails]
        shown = (email.parts.get(EmailForm.HTML) for email in written.emails)
        value = SenderPage(
            policy=Markup(sender_policy(html for html in shown if html is not None)),  # noqa: S704 - words and hashes
            title=edition.front.title,
            lang=edition.lang,
            path=edition.path,
            slug=edition.slug,
            day=Day(edition.front.date.isoformat(), date) if date else None,
            site_name=self._settings.site_name,
            site_url=self._settings.site_url,
            contact=self._settings.contact,
            root="../" * (edition.url.count("/") + 1),
            lines=inbox_lines(edition.front),
            asks_for_tool=len(panels) > 1,
            panels=tuple(panels),
            has_draft=shows_blocked or not written.is_blocked,
            links=listed_links(written.body),
            pictures=listed_pictures(written.body),
        )
        return self._templates.get_template("sender.html").render(page=value)
