"""Plans the pictures of a site from their headers: which ones it shows, where they are used, and their sizes."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.cache import Cache
from newsroom.content.document import Source
from newsroom.content.formats import is_drawing
from newsroom.problems import CANNOT_OPEN, Problem
from newsroom.publish.pictures.complete import check_complete_file
from newsroom.publish.pictures.decode import Header, PictureError, read_header
from newsroom.publish.pictures.markup import PictureSize
from newsroom.publish.pictures.svg import read_drawing
from newsroom.publish.pictures.variants import FALLBACK_FORMATS, height_for, widths_for


@dataclass(frozen=True)
class Use:
    """The first use of a picture: a file and a line, which is None if only templates may use it.

    ``is_shown``: a page shows it, and does not only link to it.
    """

    path: str
    line: int | None
    is_shown: bool

    def problem(self, asset: str, error: PictureError) -> Problem:
        """Return the error in the picture, with the place of its use."""
        return Problem(error.code, self.path, self.line, f"the picture '{asset}' {error.what}", error.fix)


@dataclass(frozen=True)
class PlannedPicture:
    """A picture of the site: its path in the repository and on the site, its first use, and its sizes.

    ``sized`` is None if the file has an error. It has no widths if the picture has no variants, since it is a drawing
    or only linked to.
    """

    asset: str
    path: str
    use: Use
    sized: PictureSize | None


def plan_pictures(
    sources: Iterable[Source], assets: Mapping[str, str], root: Path, cache: Cache
) -> tuple[tuple[PlannedPicture, ...], tuple[Problem, ...]]:
    """Return the pictures of a site, and their errors.

    Args:
        sources: The sources of all shown pages.
        assets: Maps the path of each published file in the repository to its path on the site.
        cache: Records which files are complete.
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
    """Return the content of a picture's file. Raises PictureError."""
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
            header = read_header(opened)
        check_complete_file(file, cache)
        return header
    except OSError as error:
        raise PictureError(*CANNOT_OPEN) from error


def _first_uses(sources: Iterable[Source]) -> dict[str, Use]:
    """Return, for each file, the first place that shows it, or else the first that links to it."""
    found: dict[str, Use] = {}
    for source in sources:
        for use in source.file_uses:
            if use.path not in found or (use.is_shown and not found[use.path].is_shown):
                found[use.path] = Use(source.path, use.line, use.is_shown)
    return found
