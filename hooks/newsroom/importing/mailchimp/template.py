"""Finds the text of a campaign in the template around it: without logo, footer, icons and links for subscribers."""

import re
import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsroom.importing.mailchimp.links import is_for_subscribers
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop, element_text, find_by_xpath, parse_body, text_blocks
from newsroom.markup.tree import make_element
from newsroom.problems import shorten

_JOINER = "\N{COMBINING GRAPHEME JOINER}"
_LONGEST_LINE = 400
_LONGEST_FOOTER = 2000
_HEADINGS = ".//h1|.//h2|.//h3|.//h4"


def _having(*classes: str) -> str:
    """An XPath expression for the elements that have one of the classes."""
    tests = (f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in classes)
    return f".//*[{' or '.join(tests)}]"


_PREVIEW = _having("mcnPreviewText")
_TEASER = f".//*[@id='templatePreheader' or @id='preheader']|{_having('preheaderContent', 'preheader')}"
_CHROME = (
    ".//*[@id='templatePreheader' or @id='templateFooter' or @id='canspamBarWrapper' or @id='utilityBar']|"
    + _having(
        *("mcnFollowBlock", "mcnShareBlock", "preheaderContent", "footerContent"),
        *("mceSectionFooter", "mceFooterSection", "mceSocialFollowBlockContainer", "mceSocialFollowIcon"),
    )
)
_HEADER = f".//*[@id='templateHeader']//img|{_having('mceSectionHeader')}//img|{_having('mceLogo')}"
_ICONS = re.compile(
    r"cdn-images\.mailchimp\.com|/monkey_rewards/|-mc-rewards|list-manage\.com/track/open|/icons/social-block"
)
_LOGO = re.compile(r"(?<![^\W_])logo(?![^\W_])", re.IGNORECASE)
"""Matches "our-logo.png" and "Elm Street logo", not "logotherapy.jpg"."""
_TEXTS = _having("mcnTextContent", "mceText", "mcnCodeBlock")
_OTHER_BLOCKS = _having("mceBlockContainer")
_BUTTONS = _having("mcnButtonContent", "mceButton")
_MARKED = ".//a[@class='button']"
"""The links that ``mark_buttons`` has marked."""
_FOR_SUBSCRIBERS = re.compile(
    r"(?:view|read|open|see) (?:this|the|it|our)?\s?(?:e-?mail|newsletter|message|campaign)?\s?(?:in|on) "
    r"(?:your|a|the) (?:web )?browser|(?:e-?mail|newsletter) not displaying"
    r"|view (?:this|it|the)\s?(?:e-?mail|newsletter)? online"
    r"|\bunsubscribe (?:from|here|at)\b|update your (?:subscription )?preferences|forward (?:this |it )?to a friend"
    r"|our mailing address is|(?:you are|you're|you’re) receiving this (?:e-?mail|newsletter|message)"
    r"|you (?:have )?received this (?:e-?mail|newsletter|message) because|why did i get this\?"
    r"|use this area to offer a short|add us to your address book|want to change how you receive"
    r"|powered by (?:intuit )?mailchimp"
    r"|copyright (?:©|\(c\)).{0,80}|(?:©|\(c\)).{0,80}all rights reserved"
    r"|gweld yr e-?bost hwn yn eich porwr|dad-?danysgrifi|diweddaru eich dewisiadau|ein cyfeiriad post"
    r"|cedwir pob hawl|anfon(?:wch)? (?:hwn )?(?:ymlaen )?at ffrind",
    re.IGNORECASE,
)
"""Matches "View this email in your browser" and "Copyright © 2024 Elm Street", not "how to view a garden"."""
_FOOTER = re.compile(r"mailing address|cyfeiriad post|all rights reserved|cedwir pob hawl", re.IGNORECASE)


def take_preview(body: HtmlElement) -> str:
    """Take the line that inboxes showed after the subject from a campaign; empty if it has none."""
    previews = find_by_xpath(body, _PREVIEW)
    found = [text for element in previews if (text := _without_fillers(element_text(element)))]
    for element in previews:
        drop(element)
    if found:
        return found[0]
    for area in find_by_xpath(body, _TEASER):
        lines = (_without_fillers(element_text(block)) for block in text_blocks(area) if not _is_line(block))
        if text := next((line for line in lines if line), ""):
            return text
    return ""


def is_campaign(body: HtmlElement) -> bool:
    """Whether a page is the public copy of a campaign, or an email that Mailchimp made."""
    return bool(find_by_xpath(body, _TEXTS))


def find_text(body: HtmlElement, log: NoteLog) -> HtmlElement:
    """The blocks of a campaign's text, in order, as one element. Changes the body, and reports what is left out."""
    removed: list[str] = []
    for image in find_by_xpath(body, ".//img[@role='presentation']"):
        del image.attrib["role"]  # Mailchimp gives this role to every image without alternative text
    for icon in filter(_is_decoration, find_by_xpath(body, ".//img")):
        drop(icon)
    for element in find_by_xpath(body, _CHROME):
        removed += [f"picture {_picture_name(image)}" for image in find_by_xpath(element, ".//img")]
        _remove(element, removed)
    texts = find_by_xpath(body, _TEXTS)
    for text in texts:
        _remove_footer(text, removed)
    if not texts:
        _remove_lines(body, removed)
    _remove_logos(body, log)
    content = body
    if blocks := _blocks(body):
        content = parse_body("")
        content.extend([_moved(block) for block in blocks])
        removed += [*map(element_text, text_blocks(body)), *_loose_texts(body)]
    quoted = [f"“{shorten(text, 40)}”" for text in dict.fromkeys(removed) if text]
    if quoted:
        log.dropped(f"The parts of the template around the text were left out: {', '.join(quoted)}.")
    return content


def _blocks(body: HtmlElement) -> list[HtmlElement]:
    """The elements of Mailchimp's builders that have texts, buttons and pictures, in order; none if it was not used.

    See https://mailchimp.com/help/ for "classic builder" (mcn…) and "new builder" (mce…).
    """
    made = set(find_by_xpath(body, f"{_TEXTS}|{_BUTTONS}"))
    if not made:
        return []
    made |= set(find_by_xpath(body, _MARKED))
    pictures = {_with_link(image) for image in find_by_xpath(body, ".//img")}
    wanted = made | pictures
    # blocks without a class of their own, like that for code
    others = (block for block in find_by_xpath(body, _OTHER_BLOCKS) if element_text(block))
    wanted |= {block for block in others if wanted.isdisjoint(block.iterdescendants())}
    return [element for element in body.iter() if element in wanted and not _is_inside(element, wanted)]


def _loose_texts(body: HtmlElement) -> Iterator[str]:
    """The texts beside blocks, like what somebody wrote above a campaign that they forwarded."""
    blocks = set(text_blocks(body))
    for element in body.iter():
        if isinstance(element, HtmlElement) and element.tag not in ("script", "style"):
            around = (element, *element.iterancestors())
            texts = (element.text, *(child.tail for child in element))
            if blocks.isdisjoint(around):
                yield from (" ".join(text.split()) for text in texts if text and text.strip())


def _with_link(image: HtmlElement) -> HtmlElement:
    """A picture, or the link around it."""
    found = image
    for parent in image.iterancestors("a", "span"):
        if element_text(parent) or len(find_by_xpath(parent, ".//img")) > 1:
            break
        found = parent if parent.tag == "a" else found
    return found


def _is_inside(element: HtmlElement, wanted: set[HtmlElement]) -> bool:
    return any(parent in wanted for parent in element.iterancestors())


def _moved(block: HtmlElement) -> HtmlElement:
    """A block without its place in the template's tables, where the text after it stays."""
    if block.tail:
        block.addprevious(make_element("span"))
        block.getprevious().tail = block.tail
    if block.tag in ("a", "img"):
        around = parse_body("")
        block.tail = None
        around.append(block)
        return around
    block.tag, block.tail = "div", None
    block.attrib.clear()
    return block


def _is_decoration(image: HtmlElement) -> bool:
    return bool(_ICONS.search(image.get("src", "")))


def _remove_logos(body: HtmlElement, log: NoteLog) -> None:
    """Remove the pictures of the template's header, and a logo before the text."""
    found = dict.fromkeys(find_by_xpath(body, _HEADER))
    for element in body.iter("img", "p", "h1", "h2", "li"):
        if element.tag != "img" and element_text(element):
            break
        if element.tag == "img" and _LOGO.search(f"{element.get('alt', '')} {element.get('src', '')}"):
            found[element] = None
    for image in found:
        if image.tag == "img":
            log.dropped(f"The picture of the header was left out: {_picture_name(image)}.")
        _remove(_with_link(image), [])


def _picture_name(image: HtmlElement) -> str:
    return shorten(image.get("alt", "").strip() or image.get("src", "").rpartition("/")[2], 80)


def _remove_footer(block: HtmlElement, removed: list[str]) -> None:
    """Remove the lines for subscribers from a block; all of it, if it is the footer."""
    links = find_by_xpath(block, ".//a[@href]")
    text = element_text(block)
    is_footer = _FOOTER.search(text) and any(is_for_subscribers(link.get("href", "")) for link in links)
    if is_footer and len(text) <= _LONGEST_FOOTER and not find_by_xpath(block, _HEADINGS):
        _empty(block, removed)
    else:
        _remove_lines(block, removed)


def _remove_lines(block: HtmlElement, removed: list[str]) -> None:
    """Remove the lines for subscribers, and the address that follows such a line."""
    is_next = False
    for line in list(text_blocks(block)):
        text = element_text(line)
        if is_next or _is_line(line):
            is_next = not is_next and text.endswith(":")
            if line is block:
                _empty(line, removed)
            else:
                _remove(line, removed)


def _empty(block: HtmlElement, removed: list[str]) -> None:
    removed.append(element_text(block))
    for child in list(block):
        block.remove(child)
    block.text = None


def _is_line(block: HtmlElement) -> bool:
    """Whether a line is only for subscribers: how to unsubscribe, where to read it in a browser, and the like."""
    text = element_text(block)
    if len(text) > _LONGEST_LINE:
        return False
    links = find_by_xpath(block, ".//a[@href]")
    texts = (text, *(link.get("href", "") for link in links))
    return bool(_FOR_SUBSCRIBERS.search(text)) or any(map(is_for_subscribers, texts))


def _remove(element: HtmlElement, removed: list[str]) -> None:
    if element.getparent() is not None:
        removed.append(_without_fillers(element_text(element)))
        drop(element)


def _without_fillers(text: str) -> str:
    """A line without the invisible characters that keep inboxes from showing what follows it."""
    return " ".join("".join(sign for sign in text if sign != _JOINER and unicodedata.category(sign) != "Cf").split())
