"""Rewrites the HTML that Word, OneNote and Google Docs save, so that it has the elements it looks like."""

import re

from lxml.html import HtmlElement

from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop, drop_all, find_by_xpath

_LEVEL = re.compile(r"\blst-kix_(\w+)-(\d)\b")
"""Matches "lst-kix_ab12-1": the list "ab12", at its second level."""
_COMMENT_MARK = re.compile(r"#cmnt(?:_ref)?\d+|#_msocom_\d+|#_msoanchor_\d+")
_LEFT_OUT = (
    (
        "Comments were",
        "//*[contains(@style,'mso-element:comment') or contains(@style,'mso-element: comment')]"
        "|//*[starts-with(@class,'MsoComment')]"
        "|//*[@class='msocomanchor' or @class='msocomtxt' or @class='msocomoff']",
    ),
    (
        "Text that was deleted while changes were tracked was",
        "//del[@cite or @datetime]|//*[contains(@class,'msoDel')]",
    ),
    (
        "The headers and footers of pages were",
        "//*[contains(@style,'mso-element:header') or contains(@style,'mso-element:footer')]",
    ),
    (
        "The list of contents, which long pages here have by themselves, was",
        "//*[starts-with(@class,'MsoToc') or @role='doc-toc']",
    ),
)
_INSERTED = "//ins[@cite or @datetime]"


def clean_office_html(root: HtmlElement, log: NoteLog) -> None:
    """Remove comments, deleted text, headers and contents lists, and nest lists that only look nested."""
    _remove_linked_comments(root, log)
    for name, xpath in _LEFT_OUT:
        if drop_all(find_by_xpath(root, xpath)):
            log.dropped(f"{name} left out.")
    for inserted in find_by_xpath(root, _INSERTED):
        inserted.drop_tag()
    _nest_google_lists(root)


def _remove_linked_comments(root: HtmlElement, log: NoteLog) -> None:
    """Remove the marks of comments, and the comments to which they lead, in Google Docs' HTML."""
    marks = [link for link in find_by_xpath(root, "//a[@href]") if _COMMENT_MARK.search(link.get("href", ""))]
    for link in marks:
        is_comment = link.get("id", "").startswith("cmnt") and not link.get("id", "").startswith("cmnt_ref")
        block: HtmlElement | None = link
        while block is not None and is_comment and block.tag != "div":
            block = block.getparent()
        found = block if block is not None else link
        if found.getparent() is not None:
            drop(found)
    if marks:
        log.dropped("Comments were left out.")


def _nest_google_lists(root: HtmlElement) -> None:
    """Put the lists of deeper levels, which Google Docs writes after each other, into the item above them."""
    for item_list in find_by_xpath(root, "//ul[@class]|//ol[@class]"):
        level = _LEVEL.search(item_list.get("class", ""))
        before = item_list.getprevious()
        if not level or int(level[2]) == 0 or before is None or before.tag not in ("ul", "ol"):
            continue
        target = before
        for _ in range(int(level[2]) - 1):
            deeper = find_by_xpath(target, "./li[last()]/*[self::ul or self::ol][last()]")
            if not deeper:
                break
            target = deeper[-1]
        items = find_by_xpath(target, "./li[last()]")
        if items:
            items[-1].append(item_list)
    for later in find_by_xpath(root, "//ul[@class]|//ol[@class]"):
        _join_with_list_before(later)


def _join_with_list_before(item_list: HtmlElement) -> None:
    """Continue a list that a deeper list interrupted."""
    before, level = item_list.getprevious(), _LEVEL.search(item_list.get("class", ""))
    if before is None or not level or before.tag != item_list.tag or "start" in item_list.get("class", "").split():
        return
    other = _LEVEL.search(before.get("class", ""))
    if other and other.groups() == level.groups():
        before.extend(list(item_list))
        item_list.drop_tree()
