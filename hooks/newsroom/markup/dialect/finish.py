"""Finishes a tree: removes internal attributes, and escapes text for the serializer."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from newsroom.markup.dialect.tree import ESCAPED, HIDDEN_BREAK, LINE, OWN_LINK, RAW_BREAK


class Finisher(Treeprocessor):
    """Removes line numbers and marks, and escapes each `&`.

    Python-Markdown's serializer treats `&` and a word, as in "&copy;", as an entity
    (``markdown.serializers.RE_AMP``), but this tree has the text that readers see. The text of code is escaped already.
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
    return text.replace(ESCAPED, "").replace(HIDDEN_BREAK, "").replace(RAW_BREAK, "").replace("&", "&amp;")
