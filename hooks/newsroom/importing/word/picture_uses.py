"""Reads how Word's two drawing languages, DrawingML and VML, show pictures."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lxml import etree

from newsroom.importing.html.styles import declarations
from newsroom.importing.word.package import Part
from newsroom.importing.word.pictures import Crop, PictureUse
from newsroom.importing.word.xml import Element, child, every, number, q

_ON = frozenset({"1", "true"})
_PER_DEGREE = 60_000
_PLAIN_OUTLINES = frozenset({"", "rect", "roundRect"})


def uses_in_drawing(drawing: Element, blips: Iterable[Element], part: Part) -> Iterator[PictureUse]:
    """The pictures of a DrawingML drawing, and of its shapes that are filled with a picture."""
    for blip in blips:
        path = _target(blip, ("r:embed", "r:link"), part)
        fill = blip.getparent()
        if path is None or fill is None:
            continue
        picture = next(fill.iterancestors(q("pic:pic"), q("wps:wsp")), None)
        sources = [*_first(drawing, "wp:docPr"), *_first(picture, "pic:cNvPr")]
        frame = next(iter(_first(picture, "a:xfrm")), etree.Element("none"))
        for outline in _first(picture, "a:prstGeom"):
            if outline.get("prst", "") not in _PLAIN_OUTLINES:
                what = f"The picture {PurePosixPath(path).name} has a shape in Word, but is a rectangle here"
                part.log.to_do(f"{what}: check what its corners show.")
        yield PictureUse(
            path,
            _crop(fill),
            (number(frame.get("rot")) or 0) / _PER_DEGREE,
            is_mirrored=frame.get("flipH") in _ON,
            is_flipped=frame.get("flipV") in _ON,
            alt=next((source.get("descr", "") for source in sources if source.get("descr", "").strip()), ""),
            is_decorative=any(
                mark.get("val") in _ON for source in sources for mark in every(source, "adec:decorative")
            ),
            link=_link(sources, part),
        )


def _first(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else every(element, name)[:1]


def _link(sources: Iterable[Element], part: Part) -> str:
    clicks = (click for source in sources for click in every(source, "a:hlinkClick"))
    targets = (part.relationships.get(click.get(q("r:id"), "")) for click in clicks)
    return next((target.target for target in targets if target is not None and target.is_external), "")


def _crop(fill: Element) -> Crop:
    """What is cut off: of the picture (``srcRect``), then of what is larger than its frame (``fillRect`` below 0)."""
    source, frame = child(fill, "a:srcRect"), child(fill, "a:stretch", "a:fillRect")
    left, top, right, bottom = (0 if source is None else _share(source.get(side, "")) for side in "ltrb")
    outside = [0 if frame is None else max(0, -_share(frame.get(side, ""))) for side in "ltrb"]
    width, height = 1 - left - right, 1 - top - bottom
    across, down = 1 + outside[0] + outside[2], 1 + outside[1] + outside[3]
    return Crop(
        left + width * outside[0] / across,
        top + height * outside[1] / down,
        right + width * outside[2] / across,
        bottom + height * outside[3] / down,
    )


def _share(text: str, whole: int = 100_000) -> float:
    """A share as 0.25: "25%", "25000" of a whole of 100,000, ".25" of one of 1, "16384f" of 65,536."""
    units = {"%": 100, "f": 65_536}
    try:
        return float(text.rstrip("%f") or 0) / units.get(text[-1:], whole)
    except ValueError:
        return 0


def uses_in_vml(pictures: Iterable[Element], part: Part) -> Iterator[PictureUse]:
    """The pictures of VML, the drawing language of Word up to 2007."""
    for picture in pictures:
        if picture.tag == q("v:fill") and not (picture.get(q("r:id")) or picture.get(q("o:relid"))):
            continue
        path = _target(picture, ("r:id", "o:relid", "r:pict", "r:href"), part)
        if path is None:
            continue
        shape = picture.getparent()
        style, alt = ("", "") if shape is None else (shape.get("style", ""), shape.get("alt", ""))
        crop = Crop(*(_share(picture.get(f"crop{side}", ""), 1) for side in ("left", "top", "right", "bottom")))
        turn = number(declarations(style).get("rotation", "").removesuffix("deg")) or 0
        yield PictureUse(path, crop, turn, alt=alt)


def _target(element: Element, names: Iterable[str], part: Part) -> str | None:
    """The path of a picture in the file. None, with a note, if it is only linked: then it is on somebody's computer."""
    for name in names:
        relationship = part.relationships.get(element.get(q(name), ""))
        if relationship is not None and not relationship.is_external:
            return relationship.target
        if relationship is not None:
            linked = relationship.target.replace("\\", "/").rsplit("/", 1)[-1].split("?")[0]
            part.log.dropped(f"The picture {linked} is only linked, not in the Word file: add it by hand.")
            return None
    return None
