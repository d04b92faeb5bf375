"""Mail tools: the tags with which each lets people unsubscribe, view the edition online, and see who sent it.

The tags are those of the tools' own manuals. Where and how a sender pastes an email stands with the sender's page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

_TEMPLATE_LANGUAGE = r"\{(?=[{%#])"
"""Jinja, Liquid and Django: ``{{ a value }}``, ``{% a statement %}``, ``{# a comment #}``."""


class Part(StrEnum):
    """The forms of an email."""

    HTML = "html"
    TEXT = "txt"
    MARKDOWN = "md"

    @property
    def ending(self) -> str:
        """The ending of its file's name. Markdown is text as well; a file that ends in `.md` would be a page."""
        return "txt" if self is Part.MARKDOWN else self.value


@dataclass(frozen=True)
class Tag:
    """What a mail tool fills in for each reader.

    In HTML it is the address of a link, ``href``, or an ``element`` that stands where the link would, or it stands
    for itself, ``html``; ``text`` is its form in the plain-text part.
    """

    text: str
    href: str = ""
    element: str = ""
    html: str = ""


@dataclass(frozen=True)
class MailTool:
    """One mail tool. A None is ours to fill: from the settings and the edition's own page.

    ``label`` is what the tool calls itself. ``tag_start`` is a regular expression for the first character of
    whatever the tool would read as a tag of its own; it matches that one character and nothing else. ``counts_clicks``:
    it can put a longer address of its own in each link's place, to see which links are clicked.
    """

    name: str
    label: str
    tag_start: str | None = None
    unsubscribe: Tag | None = None
    view_online: Tag | None = None
    address: Tag | None = None
    parts: tuple[Part, ...] = (Part.HTML, Part.TEXT)
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
                tag_start=r"\*(?=\|)",
                unsubscribe=_link("*|UNSUB|*"),
                view_online=_link("*|ARCHIVE|*"),
                address=Tag("*|LIST:ADDRESS|*", html="*|HTML:LIST_ADDRESS_HTML|*"),
            ),
            MailTool("brevo", "Brevo", _TEMPLATE_LANGUAGE, _link("{{ unsubscribe }}"), _link("{{ mirror }}")),
            MailTool(
                "campaign-monitor",
                "Campaign Monitor",
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
            MailTool("notify", "GOV.UK Notify", r"\((?=\()", parts=(Part.MARKDOWN,), counts_clicks=False),
        )
    }
)
