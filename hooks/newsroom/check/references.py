"""Whether the areas, principles, pictures and files that front matter names are there."""

import posixpath
from collections.abc import Iterator

from newsroom.document import AnyDocument, KeyPath, Kind
from newsroom.model import Dated, Image, Publication
from newsroom.places import PLACES, place_of
from newsroom.problems import Problem, suggest
from newsroom.read import Reading


def check_references(document: AnyDocument, reading: Reading) -> Iterator[Problem]:
    """Problems with what one document's front matter points to."""
    front = document.front
    if not isinstance(front, Dated):
        return
    for field, slugs, kind in (("areas", front.areas, Kind.AREA), ("principles", front.principles, Kind.PRINCIPLE)):
        known = _slugs(reading, kind)
        for index, slug in enumerate(slugs):
            if slug not in known:
                mend = suggest(slug, known, f"the {field} are {', '.join(sorted(known))}")
                yield Problem(document.path, document.line(field, index), f"`{field}` names '{slug}'", mend)
    images: list[tuple[str, Image | None]] = [("image", front.image)]
    if isinstance(front, Publication):
        images.append(("cover", front.cover))
        if front.file:
            yield from _check_file(document, ("file",), front.file, reading)
    for key, image in images:
        if image:
            yield from _check_file(document, (key, "src"), image.src, reading)


def _slugs(reading: Reading, kind: Kind) -> frozenset[str]:
    folder = next(place.folder for place in PLACES if place.kind is kind)
    paths = (path for path in reading.paths if posixpath.dirname(path) == folder and place_of(path).kind is kind)
    return frozenset(posixpath.basename(path).split(".")[0] for path in paths)


def _check_file(document: AnyDocument, key: KeyPath, target: str, reading: Reading) -> Iterator[Problem]:
    folder = posixpath.dirname(document.path)
    if posixpath.normpath(posixpath.join(folder, target)) not in reading.assets:
        beside = [posixpath.relpath(asset, folder) for asset in reading.assets if asset.startswith(f"{folder}/")]
        mend = suggest(target, beside, f"put it in {folder}/ beside this file, or correct the name")
        name = ".".join(str(part) for part in key)
        yield Problem(document.path, document.line(*key), f"`{name}` names '{target}', which is not there", mend)
