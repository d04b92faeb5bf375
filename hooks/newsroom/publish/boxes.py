"""The boxes of tasks, `- [x] done`, where nothing but words can be shown: in feeds and in email."""

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements, replace_with_text


def write_boxes(root: HtmlElement) -> None:
    """Put a sign in the place of each box: "☑" where the task is done, "☐" where it is not."""
    for box in find_elements(root, "input"):
        replace_with_text(box, "☑" if "checked" in box.attrib else "☐")
