"""The text of a post or page as plain HTML: without the forms in which WordPress and its plugins keep it."""

from lxml.html import HtmlElement, fromstring

from newsroom.importing.html.left_out import INDENTED
from newsroom.importing.tree import drop, element_text, find_by_xpath, inner_html, parse_body, write_emoji
from newsroom.importing.wordpress.autop import add_paragraphs
from newsroom.importing.wordpress.blocks import footnotes_html, has_block_comments, read_blocks
from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.embeds import embed_html, replace_bare_addresses
from newsroom.importing.wordpress.shortcodes import expand_shortcodes

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"


def content_to_html(content: str, context: ContentContext) -> HtmlElement:
    """The tree of a text, in a ``div``. ``context`` gets the notes."""
    if has_block_comments(content):
        html = expand_shortcodes(read_blocks(content, context), context)
    else:
        html = add_paragraphs(expand_shortcodes(replace_bare_addresses(content, context), context))
    if context.footnotes and "data-fn=" in html and 'class="wp-block-footnotes"' not in html:
        html += footnotes_html(context.footnotes)
    body = parse_body(html.replace("\x00", ""))
    write_emoji(body)
    for change in (_embeds, _files, _galleries, _pull_quotes, _verses, _spacers):
        change(body, context)
    return body


def _with_class(body: HtmlElement, name: str) -> list[HtmlElement]:
    return find_by_xpath(body, f".//*[{_CLASS.format(name)}]")


def _embeds(body: HtmlElement, context: ContentContext) -> None:
    """Make links of the addresses in embed blocks; their captions stay."""
    for wrapper in _with_class(body, "wp-block-embed__wrapper"):
        html = embed_html(element_text(wrapper), context) if not find_by_xpath(wrapper, ".//iframe|.//a") else ""
        if html:
            _replace(wrapper, html)


def _files(body: HtmlElement, _context: ContentContext) -> None:
    """Remove the viewer and the second link, "Download", of a file's block."""
    for block in _with_class(body, "wp-block-file"):
        for viewer in find_by_xpath(block, ".//object"):
            viewer.drop_tree()
        links = find_by_xpath(block, ".//a")
        addresses = [link.get("href") for link in links]
        for number, link in enumerate(links):
            if link.get("href") in addresses[:number]:
                link.drop_tree()


def _galleries(body: HtmlElement, _context: ContentContext) -> None:
    """Take the figures of a gallery out of its list."""
    for element in find_by_xpath(
        body, f".//*[{_CLASS.format('blocks-gallery-item')} or {_CLASS.format('blocks-gallery-grid')}]"
    ):
        if element.tag in ("ul", "ol", "li"):
            element.tag = "div"
    for gallery in _with_class(body, "wp-block-gallery"):
        if gallery.tag in ("ul", "figure"):
            gallery.tag = "div"


def _pull_quotes(body: HtmlElement, _context: ContentContext) -> None:
    for cite in find_by_xpath(body, ".//blockquote/cite|.//blockquote/footer"):
        cite.tag = "p"


def _verses(body: HtmlElement, context: ContentContext) -> None:
    """Make paragraphs with line breaks of verses, which WordPress keeps with their ends of lines."""
    for verse in _with_class(body, "wp-block-verse"):
        if verse.tag == "pre":
            text = verse.text_content()
            if indented := INDENTED.search(text):
                what = "The spaces at the beginning of the lines of a verse were left out: in a poem, write them again."
                context.log.dropped(what, indented[1])
            what = "A verse: if the whole text is a poem, write `kind: poem`."
            context.log.guessed(what, text.strip().partition("\n")[0])
            _replace(verse, add_paragraphs(inner_html(verse)))


def _spacers(body: HtmlElement, _context: ContentContext) -> None:
    for spacer in _with_class(body, "wp-block-spacer"):
        drop(spacer)


def _replace(element: HtmlElement, html: str) -> None:
    """Put HTML in the place of an element; the text after it stays."""
    new = fromstring(f"<div>{html}</div>")
    new.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, new)
