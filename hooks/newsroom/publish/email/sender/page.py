"""The page from which an edition is copied into the mail tool: the verdict, subject, preview, checks, what to paste."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.problems import Problem
from newsroom.publish.email.checks.size import FAIL_AT, WARN_AT, kilobytes
from newsroom.publish.email.edition import WrittenEdition
from newsroom.publish.email.folders import EmailFolder
from newsroom.publish.email.sender.inbox import inbox_lines
from newsroom.publish.email.sender.panel import tool_panel
from newsroom.publish.email.tools import Part
from newsroom.settings import Settings

_PART_NAMES: Mapping[Part, str] = MappingProxyType(
    {Part.HTML: "HTML", Part.TEXT: "plain text", Part.MARKDOWN: "Markdown"}
)
_VIEWS = (
    ("sent", "As sent", "As most people see it: in light colours."),
    ("dark", "Dark", "As people see it whose device is set to dark colours."),
    ("forced", "Forced dark", "All colours turned round, as some mail apps on Android do, pictures too."),
    ("no-styles", "Without styles", "As Gmail shows it where it leaves out the style sheet: all must still be there."),
    ("no-comments", "Without comments", "As listmonk sends it, which takes out comments: all must still be there."),
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
        self._templates.filters["kilobytes"] = kilobytes

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
        return self._templates.get_template("sender.html").render(
            edition=edition,
            front=edition.front,
            edition_date=date,
            site=self._settings,
            root="../" * (edition.url.count("/") + 1),
            lines=inbox_lines(edition.front),
            panels=panels,
            has_draft=shows_blocked or not written.is_blocked,
            part_names=_PART_NAMES,
            views=_VIEWS,
            warn_at=WARN_AT,
            fail_at=FAIL_AT,
        )
