"""The body of an email: an edition's rendered HTML, taken apart at its sections and made fit to leave the site."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import html as lxml_html
from lxml.html import HtmlElement

_ADDRESSES = ("href", "src")
_SECTION = "h2"


@dataclass(frozen=True)
class EmailSection:
    """A section: its heading's words and id (both empty for what stands before the first), and its content."""

    title: str
    id: str
    content: HtmlElement

    @property
    def html(self) -> str:
        """The content as HTML, without its heading."""
        return inner_html(self.content)


def email_sections(rendered: str, page_url: str, ids: Container[str]) -> tuple[EmailSection, ...]:
    """The sections of an edition, in order, from its page's HTML and its absolute address.

    A section begins at each second-level heading whose id is among ``ids``: the ids of the edition's sections.
    Every address is absolute afterwards. What stands before the first section comes as one without a title.
    """
    root = lxml_html.fragment_fromstring(rendered, create_parent="div")
    for element in root.iter():
        for name in _ADDRESSES:
            if name in element.attrib:
                element.attrib[name] = urljoin(page_url, element.attrib[name])
    return tuple(section for section in _split(root, ids) if section.title or section.html.strip())


def inner_html(element: HtmlElement) -> str:
    """What stands inside an element, as HTML."""
    text = str(lxml_html.tostring(element, encoding="unicode"))
    return text[text.index(">") + 1 : text.rindex("</")]


def _split(root: HtmlElement, ids: Container[str]) -> Iterator[EmailSection]:
    current = EmailSection("", "", _container(root.text))
    for child in list(root):
        if child.tag == _SECTION and child.get("id") in ids:
            yield current
            title = " ".join(child.text_content().split())
            current = EmailSection(title, child.get("id") or "", _container(child.tail))
        else:
            current.content.append(child)
    yield current


def _container(text: str | None) -> HtmlElement:
    container = lxml_html.Element("div")
    container.text = text
    return container
