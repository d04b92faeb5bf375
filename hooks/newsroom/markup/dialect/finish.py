"""The last look at a tree: what only its readers need goes, and its text is made fit for the serializer."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from newsroom.markup.dialect.tree import ESCAPED, LINE, OWN_LINK


class Finisher(Treeprocessor):
    """Removes lines and marks, and escapes each `&`.

    Python-Markdown's serializer takes a `&` with a word after it, as in "&copy;", for an entity
    (``markdown.serializers.RE_AMP``), but here the tree holds what readers are to see. The text of code is escaped.
    """

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element in root.iter():
            element.attrib.pop(LINE, None)
            element.attrib.pop(OWN_LINK, None)
            for name, value in element.items():
                if "&" in value:
                    element.set(name, value.replace("&", "&amp;"))
            if element.text and element.tag != "code":
                element.text = _escape_text(element.text)
            if element.tail:
                element.tail = _escape_text(element.tail)


def _escape_text(text: str) -> str:
    return text.replace(ESCAPED, "").replace("&", "&amp;")
