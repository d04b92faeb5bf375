"""Which pictures the site shows, where each is named first, and how large they are, from their headers alone."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.content.document import Source
from newsroom.problems import CANNOT_OPEN, Problem
from newsroom.publish.cache import Cache
from newsroom.publish.pictures.complete import check_complete_file
from newsroom.publish.pictures.decode import Header, PictureError, read_header
from newsroom.publish.pictures.markup import PictureSize
from newsroom.publish.pictures.svg import is_drawing, read_drawing
from newsroom.publish.pictures.variants import FALLBACK_FORMATS, height_for, widths_for
from newsroom.read.uses import file_uses


@dataclass(frozen=True)
class Use:
    """Where a picture is named: a file and its line, None for a picture that only templates could name.

    ``is_shown``: it is shown there or elsewhere, not only linked to.
    """

    path: str
    line: int | None
    is_shown: bool

    def problem(self, asset: str, error: PictureError) -> Problem:
        """What is wrong with the picture."""
        return Problem(error.code, self.path, self.line, f"the picture '{asset}' {error.what}", error.fix)


@dataclass(frozen=True)
class PlannedPicture:
    """A picture of the site: its path in the repository and on the site, and what pages say of it.

    ``sized`` is None where it cannot be read, and without widths where it has no variants: it is a drawing, or only
    linked to.
    """

    asset: str
    path: str
    use: Use
    sized: PictureSize | None


def plan_pictures(
    sources: Iterable[Source], assets: Mapping[str, str], root: Path, cache: Cache
) -> tuple[tuple[PlannedPicture, ...], tuple[Problem, ...]]:
    """The pictures among the site's ``assets`` (paths below ``root``, each with its path on the site), and Problems.

    ``sources`` are those of pages that are shown. The ``cache`` keeps which files were found to be whole.
    """
    uses = _first_uses(sources)
    planned: list[PlannedPicture] = []
    problems: list[Problem] = []
    for asset, path in assets.items():
        use = uses.get(asset) or Use(asset, None, is_shown=False)
        suffix = posixpath.splitext(asset)[1].lower()
        if not (use.is_shown or suffix in FALLBACK_FORMATS or is_drawing(asset)):
            continue
        sized = None
        try:
            sized = _picture_size(root / asset, suffix, cache, is_shown=use.is_shown)
        except PictureError as error:
            problems.append(use.problem(asset, error))
        planned.append(PlannedPicture(asset, path, use, sized))
    return tuple(planned), tuple(problems)


def read_picture_file(file: Path) -> bytes:
    """What a picture's file holds. Raises PictureError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise PictureError(*CANNOT_OPEN) from error


def _picture_size(file: Path, suffix: str, cache: Cache, *, is_shown: bool) -> PictureSize:
    if is_drawing(file.name):
        drawing = read_drawing(read_picture_file(file))
        return PictureSize(drawing.width, drawing.height)
    if suffix not in FALLBACK_FORMATS:
        raise PictureError(
            "picture-type-unsupported", "is of a kind that browsers do not show", "save it as JPEG or PNG"
        )
    header = _header(file, cache)
    if header.is_animated:
        fix = "save it as one still picture, or link to a film: readers must be able to stop what moves"
        raise PictureError("picture-animated", "is animated", fix)
    widths = widths_for(header.width, header.height)
    height = height_for(widths[-1], (header.width, header.height))
    return PictureSize(widths[-1], height, widths if is_shown else ())


def _header(file: Path, cache: Cache) -> Header:
    try:
        with file.open("rb") as opened:
            if not opened.read(1):
                raise PictureError("picture-damaged", "is empty", "put the picture itself in its place")
            opened.seek(0)
            header = read_header(opened)
        check_complete_file(file, cache)
        return header
    except OSError as error:
        raise PictureError(*CANNOT_OPEN) from error


def _first_uses(sources: Iterable[Source]) -> dict[str, Use]:
    """By the asset's path, the first place that shows it, or else that links to it."""
    found: dict[str, Use] = {}
    for source in sources:
        for use in file_uses(source):
            if use.path not in found or (use.is_shown and not found[use.path].is_shown):
                found[use.path] = Use(source.path, use.line, use.is_shown)
    return found
