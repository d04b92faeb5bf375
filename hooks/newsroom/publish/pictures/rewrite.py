"""The pictures in a page's HTML exchanged, and everything else left as it stands, byte for byte."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from newsroom.tags import Tag, find_tags


@dataclass(frozen=True)
class ImageTag:
    """An `<img>`: its attributes, of two of one name the first. ``is_alone``: its paragraph holds nothing else."""

    attributes: Mapping[str, str]
    is_alone: bool


@dataclass(frozen=True)
class Replacement:
    """The HTML for an `<img>`, or for its whole paragraph where it stands alone in one."""

    html: str
    is_for_paragraph: bool = False


def replace_images(html: str, replacement_for: Callable[[ImageTag], Replacement | None]) -> str:
    """The HTML with each `<img>` replaced by what it is given; one for which that is None stays as it is."""
    if "<img" not in html.lower():
        return html
    parts: list[str] = []
    position = 0
    tags = [*find_tags(html)]
    for before, tag, after in zip([None, *tags], tags, [*tags[1:], None], strict=False):
        if tag.name != "img" or tag.is_end or tag.is_broken:
            continue
        is_alone = before is not None and after is not None and _is_paragraph_of(before, tag, after, html)
        attributes = {attribute.name: tag.get(attribute.name) or "" for attribute in tag.attributes}
        replacement = replacement_for(ImageTag(attributes, is_alone))
        if replacement:
            first, last = (before, after) if replacement.is_for_paragraph and before and after else (tag, tag)
            parts += [html[position : first.start], replacement.html]
            position = last.end
    return "".join([*parts, html[position:]])


def image_tag(attributes: Mapping[str, str]) -> str:
    """An `<img>` with these attributes."""
    written = (f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<img {' '.join(written)}>"


def _is_paragraph_of(before: Tag, image: Tag, after: Tag, html: str) -> bool:
    is_begun = before.name == "p" and not before.is_end and not before.attributes
    is_ended = after.name == "p" and after.is_end
    around = html[before.end : image.start] + html[image.end : after.start]
    return is_begun and is_ended and not around.strip()
