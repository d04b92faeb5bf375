"""Task lists (`- [x] done`) in feeds and email, which cannot show checkboxes."""

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements, replace_with_text


def replace_task_boxes(root: HtmlElement) -> None:
    """Replace each checkbox by a character: "☑" if the task is done, else "☐"."""
    for box in find_elements(root, "input"):
        replace_with_text(box, "☑" if "checked" in box.attrib else "☐")
