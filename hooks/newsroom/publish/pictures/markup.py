"""The HTML of one picture: a `<picture>` with a file for every screen, or a plain `<img>` for a drawing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from newsroom.publish.pictures.rewrite import ImageTag, Replacement, image_tag, replace_images
from newsroom.publish.pictures.variants import FORMS, Form, fallbacks, variant_path

BODY_SIZES = "(min-width: 675px) 620px, 92vw"
"""How wide a picture among a page's words is shown, for the HTML attribute `sizes`."""
_NARROW = 620
"""Pictures of fewer pixels are shown no wider than they are."""
_DECORATIVE = "decorative"


@dataclass(frozen=True)
class Sized:
    """A picture's width and height in pixels, where they are known, and the widths of its variants, if any."""

    width: int | None
    height: int | None
    widths: tuple[int, ...] = ()


def picture_html(attributes: Mapping[str, str], sized: Sized, *, sizes: str, eager: bool) -> str:
    """The HTML of a picture.

    ``attributes`` are those of its `<img>`, ``src`` among them; what they say goes before what is known. ``eager``:
    it is the one picture of the page that readers see first; all others wait until they are near.
    """
    loading = {"fetchpriority": "high"} if eager else {"loading": "lazy"}
    size = _size(attributes, sized)
    own_width = size.get("width", "")
    if "width" in attributes and own_width.isdecimal() and sized.widths and int(own_width) < sized.widths[-1]:
        sizes = f"{own_width}px"
    elif sized.width and sized.width < _NARROW:
        sizes = f"min({sized.width}px, 92vw)"
    src = attributes["src"]
    smaller = _candidates(fallbacks(src, sized.widths)) if sized.widths else ""
    choice = {"srcset": f"{smaller}, {src} {sized.widths[-1]}w", "sizes": sizes} if smaller else {}
    waits = {} if "loading" in attributes else loading
    image = image_tag({"src": src, **choice, **attributes, **waits, "decoding": "async", **size})
    if not sized.widths:
        return image
    sources = (
        f'<source type="{form.media_type}" srcset="{escape(_srcset(src, sized.widths, form))}" sizes="{escape(sizes)}">'
        for form in FORMS
    )
    return f"<picture>{''.join(sources)}{image}</picture>"


def figure_html(picture: str, caption: str) -> str:
    """A picture, in HTML, with the words below it."""
    return f'<figure class="nw-figure">{picture}<figcaption>{escape(caption, quote=False)}</figcaption></figure>'


def alternative(text: str) -> str:
    """The words that stand for a picture: none where editors say that it is `decorative`."""
    return "" if text.strip().casefold() == _DECORATIVE else text


def without_decorative(html: str) -> str:
    """The HTML in which pictures that are said to be `decorative` have an empty alternative text."""

    def emptied(tag: ImageTag) -> Replacement | None:
        alt = tag.attributes.get("alt", "")
        return Replacement(image_tag({**tag.attributes, "alt": ""})) if alternative(alt) != alt else None

    return replace_images(html, emptied) if _DECORATIVE in html.casefold() else html


def _size(attributes: Mapping[str, str], sized: Sized) -> dict[str, str]:
    """Width and height in CSS pixels: as wide or as high as the author wants it, in the picture's own proportion."""
    given = {name: attributes[name] for name in ("width", "height") if name in attributes}
    if len(given) == 2 or sized.width is None or sized.height is None:
        return given
    if not given:
        return {"width": str(sized.width), "height": str(sized.height)}
    (name, value), *_ = given.items()
    if not value.isdecimal():
        return given
    if name == "width":
        return {"width": value, "height": str(max(1, round(int(value) * sized.height / sized.width)))}
    return {"width": str(max(1, round(int(value) * sized.width / sized.height))), "height": value}


def _srcset(src: str, widths: tuple[int, ...], form: Form) -> str:
    """The attribute `srcset` for one form: the address and the width of each file."""
    return _candidates((width, variant_path(src, width, form)) for width in widths)


def _candidates(files: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{address} {width}w" for width, address in files)
