"""The page from which an edition is copied into the mail tool: the verdict, subject, preview, checks, what to paste."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.problems import Problem
from newsroom.publish.email.edition import WrittenEdition
from newsroom.publish.email.folders import EmailFolder
from newsroom.publish.email.sender.inbox import InboxLine, inbox_lines
from newsroom.publish.email.sender.panel import ToolPanel, tool_panel
from newsroom.publish.views.values import Day
from newsroom.settings import Settings


@dataclass(frozen=True)
class ViewChoice:
    """A way to look at the email: its name for the script, its label, and what it shows."""

    name: str
    label: str
    meaning: str


@dataclass(frozen=True)
class SenderPage:
    """What ``sender.html`` prints.

    ``title``, ``lang``, ``path`` and ``slug`` are the edition's; ``day`` is None where its title says it. ``root`` is
    the way to the site's root. ``asks_for_tool``: there are several mail tools to choose from. ``has_draft``: there is
    a message to open in a mail program.
    """

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
    views: tuple[ViewChoice, ...] = (
        ViewChoice("sent", "As sent", "As most people see it: in light colours."),
        ViewChoice("dark", "Dark", "As people see it whose device is set to dark colours."),
        ViewChoice("forced", "Forced dark", "All colours turned round, as some mail apps on Android do, pictures too."),
        ViewChoice(
            "no-styles",
            "Without styles",
            "As Gmail shows it where it leaves out the style sheet: all must still be there.",
        ),
        ViewChoice(
            "no-comments",
            "Without comments",
            "As listmonk sends it, which takes out comments: all must still be there.",
        ),
    )


class SenderPages:
    """The sender's pages of a site, from the templates in one folder."""

    def __init__(self, templates: Path, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(
        self,
        folder: EmailFolder,
        written: WrittenEdition,
        others: Iterable[Problem] = (),
        *,
        shows_blocked: bool,
        date: str | None = None,
    ) -> str:
        """The page of one edition, as HTML. Its links are relative to itself, so that it works from a folder too.

        ``others`` are Problems of the edition's file that no check of its email has found. ``shows_blocked``: the
        files of an email with an error are there to look at, though not to copy. ``date`` is the edition's, in its
        language, where its title does not have it.
        """
        edition, others = folder.edition, tuple(others)
        panels = [tool_panel(folder, written, email, others, shows_blocked=shows_blocked) for email in written.emails]
        value = SenderPage(
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
        )
        return self._templates.get_template("sender.html").render(page=value)
