"""The links of a campaign: buttons, and addresses that lead through Mailchimp or to what only subscribers have."""

import re
from urllib.parse import urlunsplit

from lxml.html import HtmlElement

from newsroom.content.web_address import split_address
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import element_text, find_by_xpath
from newsroom.problems import shorten

_SUBSCRIBER_TAG = re.compile(r"\*\|(?:UNSUB|ARCHIVE|UPDATE_PROFILE|FORWARD|REWARDS|ABOUT_LIST|LIST_ADDRESS_VCARD)")
_SUBSCRIBER_ADDRESS = re.compile(
    r"//[\w.-]*(?:list-manage\d?\.com/(?:unsubscribe|profile|vcard|about|contact-form)|forward-to-friend\d?\.com)"
    r"|//(?:www\.)?mailchimp\.com/(?:email-referral|monkey-rewards)"
)
"""Match the links of footers, such as "https://elm.us1.list-manage.com/unsubscribe?u=1", not "…/track/click?u=1"."""
_HOSTS = (
    *("list-manage.com", "list-manage1.com", "list-manage2.com", "campaign-archive.com", "campaign-archive1.com"),
    *("campaign-archive2.com", "eepurl.com", "mailchi.mp", "mcusercontent.com", "gallery.mailchimp.com"),
)
_FILES = ("mcusercontent.com", "gallery.mailchimp.com")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)\Z", re.IGNORECASE)
_BUTTONS = ("mcnButton", "mcnButtonContent", "mceButton", "mceButtonLink")


def is_for_subscribers(text: str) -> bool:
    """Whether an address or a text leads to what only subscribers have, like their preferences."""
    return bool(_SUBSCRIBER_TAG.search(text) or _SUBSCRIBER_ADDRESS.search(text))


def mark_buttons(body: HtmlElement) -> None:
    """Give the links that look like buttons in Mailchimp's builders the class of a button."""
    for link in find_by_xpath(body, ".//a[@href]"):
        around = [link, *link.iterancestors()]
        if any(name in each.get("class", "").split() for each in around for name in _BUTTONS):
            for part in list(link.iterdescendants("b", "em", "font", "i", "span", "strong", "u")):
                part.drop_tag()  # a button has its own look
            href = link.get("href", "")
            link.attrib.clear()
            link.attrib.update({"href": href, "class": "button"})


def clean_links(body: HtmlElement, log: NoteLog) -> None:
    """Remove the links that readers of the site cannot follow, and report those that depend on Mailchimp."""
    for link in find_by_xpath(body, ".//a[@href]"):
        _clean_link(link, log)


def _clean_link(link: HtmlElement, log: NoteLog) -> None:
    written = link.get("href", "").strip()
    address = _without_tags(written)
    words = element_text(link)
    if "*|" in address or is_for_subscribers(written) or _is_own_picture(link, address):
        link.drop_tag()
        if words:
            log.dropped("A link that works only in an email was removed; its words are still there.", words)
        return
    address = _without_subscriber(address)
    link.set("href", address)
    if _host(address).endswith(_FILES):
        what = "A file is kept by Mailchimp, as long as the account exists. Put it beside the edition, and link to it"
        log.to_do(f"{what}: {shorten(address, 120)}", address)
    elif _is_of_mailchimp(address):
        what = "A link leads through Mailchimp, which counts its readers. Open it, and write where it leads"
        log.to_do(f"{what}: {shorten(address, 120)}", address)


def _without_tags(address: str) -> str:
    """An address without the parameters that Mailchimp would fill in for each subscriber."""
    before, mark, query = address.partition("?")
    kept = [part for part in query.split("&") if "*|" not in part]
    return f"{before}{mark if kept and query else ''}{'&'.join(kept)}" if "*|" in query else address


def _without_subscriber(address: str) -> str:
    """The address of a counted link without the number of the subscriber whose email it was in."""
    parts = split_address(address)
    if not _is_of_mailchimp(address) or "/track/click" not in parts.path:
        return address
    kept = [part for part in parts.query.split("&") if not part.startswith("e=")]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _is_own_picture(link: HtmlElement, address: str) -> bool:
    """Whether a picture leads to itself in full size."""
    is_picture = bool(find_by_xpath(link, ".//img")) and _PICTURE.search(address.partition("?")[0])
    return bool(is_picture) and _host(address).endswith(_FILES)


def _is_of_mailchimp(address: str) -> bool:
    host = _host(address)
    return any(host == name or host.endswith(f".{name}") for name in _HOSTS)


def _host(address: str) -> str:
    return (split_address(address).hostname or "").lower()
