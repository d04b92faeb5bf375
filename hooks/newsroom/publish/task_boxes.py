"""The boxes of tasks, `- [x] done`, where nothing but words can be shown: in feeds and in email."""

from lxml.html import HtmlElement

from newsroom.markup.tree import all_of, replace_by_text


def replace_task_boxes(root: HtmlElement) -> None:
    """Put a sign in the place of each box: "☑" where the task is done, "☐" where it is not."""
    for box in all_of(root, "input"):
        replace_by_text(box, "☑" if "checked" in box.attrib else "☐")
