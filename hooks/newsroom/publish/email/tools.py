"""Mail tools: the tags with which each lets people unsubscribe, view the edition online, and see who sent it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Tag:
    """What a mail tool fills in for each reader.

    In HTML it is the address of a link, or an ``element`` that stands where the link would; ``text`` is its form
    in the plain-text part.
    """

    text: str
    href: str = ""
    element: str = ""


@dataclass(frozen=True)
class MailTool:
    """One mail tool. A None is ours to fill: from the settings and the edition's own page."""

    name: str
    unsubscribe: Tag | None = None
    view_online: Tag | None = None
    address: str | None = None


def _link(tag: str) -> Tag:
    return Tag(text=tag, href=tag)


MAIL_TOOLS: Mapping[str, MailTool] = MappingProxyType(
    {
        tool.name: tool
        for tool in (
            MailTool("generic"),
            MailTool("mailchimp", _link("*|UNSUB|*"), _link("*|ARCHIVE|*"), "*|HTML:LIST_ADDRESS_HTML|*"),
            MailTool("brevo", _link("{{ unsubscribe }}"), _link("{{ mirror }}")),
            MailTool(
                "campaign-monitor",
                Tag("[unsubscribe]", element="unsubscribe"),
                Tag("[webversion]", element="webversion"),
            ),
            MailTool("mailerlite", _link("{$unsubscribe}"), _link("{$url}")),
            MailTool("dotdigital", _link("http://$UNSUB$"), _link("http://$CANTREAD$")),
            MailTool("listmonk", _link("{{ UnsubscribeURL }}"), _link("{{ MessageURL }}")),
            MailTool("buttondown", _link("{{ unsubscribe_url }}"), _link("{{ email.absolute_url }}")),
        )
    }
)
