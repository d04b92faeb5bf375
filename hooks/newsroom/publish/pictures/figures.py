"""Shows the captions of a text's pictures: the words in quotation marks, which often say who took the picture.

Browsers show the attribute `title` only to people with a mouse, and emails do not have it.
"""

from lxml.html import HtmlElement

from newsroom.markup.policy import INLINE
from newsroom.markup.tree import HEADINGS, ancestors, find_elements, make_element, replace_element

_WORDS = INLINE - {"br"}
_CONTAINERS = frozenset({"blockquote", "dd", "details", "div", "li", "section", "td", "th"})
"""Elements that a figure may be in, beside text (https://html.spec.whatwg.org/#the-figure-element)."""


def make_figures(root: HtmlElement) -> None:
    """Turn each picture of a text that has a title into a figure with a caption, in place.

    A picture with words beside it has the caption after it, in brackets. A heading has no caption.
    """
    for image in find_elements(root, "img"):
        caption, around = (image.get("title") or "").strip(), ancestors(image)
        if not caption or not HEADINGS.isdisjoint(around):
            continue
        picture = _with_link(image)
        parent = picture.getparent()
        if parent is None or (parent.tag == "figure" and parent.find("figcaption") is not None):
            continue
        del image.attrib["title"]
        if parent.tag == "figure":
            parent.append(make_element("figcaption", caption))
        elif not _is_alone_on_its_line(picture, parent):
            _add_in_brackets(picture, caption)
        elif parent.tag == "p" and not parent.attrib:
            _divide(parent, _figure(picture, caption))
        elif parent.tag in _CONTAINERS:
            _figure(picture, caption)
        else:
            _add_in_brackets(picture, caption)


def _with_link(image: HtmlElement) -> HtmlElement:
    """The picture with its sources and with the link around it, if the link has nothing else."""
    picture = image
    while (parent := picture.getparent()) is not None:
        is_link = parent.tag == "a" and len(parent) == 1 and not parent.text_content().strip()
        if not (is_link or parent.tag == "picture"):
            break
        picture = parent
    return picture


def _is_alone_on_its_line(picture: HtmlElement, parent: HtmlElement) -> bool:
    """Whether there are no words before and after a picture, on the line on which it is written."""
    previous, following = picture.getprevious(), picture.getnext()
    before, after = (previous.tail if previous is not None else parent.text) or "", picture.tail or ""
    *lines_before, start = before.split("\n")
    end, *lines_after = after.split("\n")
    begins = not start.strip() and (bool(lines_before) or _has_no_words(previous))
    return begins and not end.strip() and (bool(lines_after) or _has_no_words(following))


def _has_no_words(element: HtmlElement | None) -> bool:
    return element is None or element.tag not in _WORDS or not element.text_content().strip()


def _figure(picture: HtmlElement, caption: str) -> HtmlElement:
    """Replace a picture by a figure."""
    figure = make_element("figure", None, **{"class": "nw-figure"})
    replace_element(picture, figure)
    figure.extend([picture, make_element("figcaption", caption)])
    return figure


def _add_in_brackets(picture: HtmlElement, caption: str) -> None:
    words = make_element("small", f"({caption})")
    words.tail, picture.tail = picture.tail, " "
    picture.addnext(words)


def _divide(paragraph: HtmlElement, figure: HtmlElement) -> None:
    """Divide a paragraph into what is before a figure in it, the figure, and what is after it."""
    rest = make_element("p", (figure.tail or "").lstrip())
    rest.extend(list(figure.itersiblings()))
    rest.tail, paragraph.tail, figure.tail = paragraph.tail, "\n", "\n"
    paragraph.addnext(figure)
    figure.addnext(rest)
    last, first = paragraph[-1] if len(paragraph) else None, rest[0] if len(rest) else None
    if last is not None and last.tag == "br" and not (last.tail or "").strip():
        paragraph.remove(last)
    if first is not None and first.tag == "br" and not rest.text:
        rest.text = (first.tail or "").lstrip()
        rest.remove(first)
    if _is_empty(rest):
        figure.tail = rest.tail
        rest.tail = None
        rest.drop_tree()
    if _is_empty(paragraph):
        paragraph.tail = None
        paragraph.drop_tree()


def _is_empty(paragraph: HtmlElement) -> bool:
    return not len(paragraph) and not (paragraph.text or "").strip()
