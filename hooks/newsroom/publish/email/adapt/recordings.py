"""Recordings, which no inbox plays: videos become pictures that lead to them, and sounds become links."""

from collections.abc import Iterator

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.problems import Fault
from newsroom.publish.email.adapt.tree import all_of, is_in_link, replace
from newsroom.publish.email.addresses import host_of
from newsroom.publish.recordings import AMONG_WORDS, link_words, watch_address
from newsroom.translations import Translations

RECORDINGS = ("iframe", "video", "audio")
"""The elements that play something."""


def link_recordings(content: HtmlElement, t: Translations) -> Iterator[Fault]:
    """Put a link in the place of each recording, whose addresses are absolute; a video's has the class "video"."""
    for element in all_of(content, *RECORDINGS):
        title = element.get("title") or ""
        source = element.find(".//source")
        address = element.get("src") or (source.get("src") if source is not None else None)
        if not address:
            what = f"the <{element.tag}> has no address to lead to, and is left out of the email"
            yield Fault("email-recording-address-missing", what, "write its src")
            element.drop_tree()
            continue
        watch = watch_address(address) if element.tag == "iframe" else address
        if not title:
            what = f"the <{element.tag}> of {host_of(address)} has no title, which its link in the email needs"
            yield Fault("email-recording-title-missing", what, 'write title="what it is" in it')
        in_link = is_in_link(element)
        link = lxml_html.Element("span") if in_link else lxml_html.Element("a", href=watch or address)
        link.text = link_words(str(element.tag), t, title, is_known=watch is not None)
        if watch and element.tag != "audio" and not in_link:
            link.set("class", "video")
        replace(element, link if _is_among_words(element) else _paragraph(link))


def _is_among_words(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in AMONG_WORDS


def _paragraph(element: HtmlElement) -> HtmlElement:
    paragraph = lxml_html.Element("p")
    paragraph.append(element)
    return paragraph
