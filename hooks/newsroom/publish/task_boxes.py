"""Task lists (`- [x] done`) in feeds and email, which cannot show checkboxes."""

from lxml.html import HtmlElement

from newsroom.markup.tree import all_of, replace_by_text


def replace_task_boxes(root: HtmlElement) -> None:
    """Replace each checkbox by a character: "☑" if the task is done, else "☐"."""
    for box in all_of(root, "input"):
        replace_by_text(box, "☑" if "checked" in box.attrib else "☐")
