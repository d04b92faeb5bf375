"""The supported mail tools, and their merge tags: to unsubscribe, to view the edition online, to show the sender.

The tags are from the manuals of the tools. How a sender pastes an email is described in :mod:`sender.steps`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

_TEMPLATE_LANGUAGE = r"\{(?=[{%#])"
"""Matches the first brace of ``{{ value }}``, ``{% tag %}`` and ``{# comment #}`` (Jinja, Liquid), not of ``{a}``."""


class EmailForm(StrEnum):
    """The forms of an email."""

    HTML = "html"
    TEXT = "txt"
    MARKDOWN = "md"

    @property
    def ending(self) -> str:
        """The ending of its file's name. It is ``txt`` for Markdown, because MkDocs makes pages of ``.md`` files."""
        return "txt" if self is EmailForm.MARKDOWN else self.value


@dataclass(frozen=True)
class Tag:
    """A merge tag, which a mail tool fills in for each reader.

    ``text`` is the tag for the plain-text part. For HTML it has one of three forms: ``href`` is the address of a link,
    ``element`` is the name of an element that replaces the link, and ``html`` is printed as it is.
    """

    text: str
    href: str = ""
    element: str = ""
    html: str = ""


@dataclass(frozen=True)
class MailTool:
    """One mail tool. If it has no tag for something, the settings and the edition's page are used.

    ``label`` is the tool's name for people. ``tag_start`` is a regular expression that matches the first character of
    whatever the tool would read as a merge tag, and only that character. ``counts_clicks``: the tool can replace each
    link by a longer address of its own, to count clicks.
    """

    name: str
    label: str
    tag_start: str | None = None
    unsubscribe: Tag | None = None
    view_online: Tag | None = None
    address: Tag | None = None
    parts: tuple[EmailForm, ...] = (EmailForm.HTML, EmailForm.TEXT)
    counts_clicks: bool = True


def _link(tag: str) -> Tag:
    return Tag(text=tag, href=tag)


MAIL_TOOLS: Mapping[str, MailTool] = MappingProxyType(
    {
        tool.name: tool
        for tool in (
            MailTool("generic", "Outlook, Gmail or another mail program", counts_clicks=False),
            MailTool(
                "mailchimp",
                "Mailchimp",
                # Matches the * of *|FNAME|*, not of *emphasis*.
                tag_start=r"\*(?=\|)",
                unsubscribe=_link("*|UNSUB|*"),
                view_online=_link("*|ARCHIVE|*"),
                address=Tag("*|LIST:ADDRESS|*", html="*|HTML:LIST_ADDRESS_HTML|*"),
            ),
            MailTool("brevo", "Brevo", _TEMPLATE_LANGUAGE, _link("{{ unsubscribe }}"), _link("{{ mirror }}")),
            MailTool(
                "campaign-monitor",
                "Campaign Monitor",
                # Matches the [ of [firstname] and [name,fallback=friend], not of [1] or ![alt].
                tag_start=r"(?<!!)\[(?=[A-Za-z]+(?:,[^\[\]]*)?\])",
                unsubscribe=Tag("[unsubscribe]", element="unsubscribe"),
                view_online=Tag("[webversion]", element="webversion"),
            ),
            MailTool(
                "mailerlite",
                "MailerLite",
                r"\{(?=\$)",
                unsubscribe=_link("{$unsubscribe}"),
                view_online=_link("{$url}"),
            ),
            MailTool(
                "dotdigital",
                "Dotdigital",
                # Matches the $ of $UNSUB$ and the @ of @NAME@, not of $5 or a@b.example.
                tag_start=rf"{_TEMPLATE_LANGUAGE}|\$(?=\w+\$)|@(?=\w+@)",
                unsubscribe=_link("http://$UNSUB$"),
                view_online=_link("http://$CANTREAD$"),
            ),
            MailTool("listmonk", "listmonk", r"\{(?=\{)", _link("{{ UnsubscribeURL }}"), _link("{{ MessageURL }}")),
            MailTool(
                "buttondown",
                "Buttondown",
                _TEMPLATE_LANGUAGE,
                unsubscribe=_link("{{ unsubscribe_url }}"),
                view_online=_link("{{ email.absolute_url }}"),
            ),
            MailTool("notify", "GOV.UK Notify", r"\((?=\()", parts=(EmailForm.MARKDOWN,), counts_clicks=False),
        )
    }
)
