"""Pictures, files and links of a text: from the old site's addresses to files of this repository."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from lxml.html import HtmlElement

from newsroom.content.formats import DOCUMENTS, PICTURES, RECORDINGS, file_ending, plain_name
from newsroom.importing.tree import drop, find_by_xpath
from newsroom.importing.wordpress.context import ContentContext
from newsroom.importing.wordpress.index import ATTACHMENT, ExportIndex, path_in_uploads, split_original, without_size
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.plan import Plan
from newsroom.importing.wordpress.uploads import Uploads

_COPIED = DOCUMENTS | RECORDINGS
_PICTURE_ID = re.compile(r"\bwp-image-(\d+)\b")

_OWN_PLACE = re.compile(r"more-\d+|comments?(?:-\d+)?|respond|content|primary|main|top|page")
"""Matches the places that WordPress makes on each page, whatever its text."""


class UploadedPictures(Mapping[str, bytes]):
    """The bytes of uploaded pictures by their keys, read when they are asked for."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads

    def __getitem__(self, name: str) -> bytes:
        data = self._uploads.read(unquote(name.removeprefix(_KEY))) if name.startswith(_KEY) else None
        if data is None:
            raise KeyError(name)
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


_KEY = "upload:"


def _key_of(name: str) -> str:
    """The key of an uploaded file: an address, so that it stays as it is when it is written as HTML and read again."""
    return f"{_KEY}{quote(name)}"


@dataclass
class PlacedFiles:
    """The attachments that a text uses.

    Attributes:
        links: Those that it links to, by the names that their files get beside it.
        pictures: Those that it shows, by their keys in the pictures.
    """

    links: dict[str, Item] = field(default_factory=dict)
    pictures: dict[str, Item] = field(default_factory=dict)


class ArchiveFiles:
    """Finds what addresses of the old site lead to now.

    Args:
        plan: Which file each item becomes.
        taken: The paths of files of the site that no import wrote.
    """

    def __init__(self, index: ExportIndex, uploads: Uploads, plan: Plan, taken: Set[str]) -> None:
        self._index = index
        self._uploads = uploads
        self._plan = plan
        self._names = _file_names(index, {posixpath.basename(path) for path in taken})
        self.pictures = UploadedPictures(uploads)

    def picture_key(self, attachment: Item) -> str | None:
        """The key in ``pictures`` of an attachment; None if it is not in the uploads."""
        found = self._uploads.find(path_in_uploads(attachment))
        return None if found is None else _key_of(found)

    def place(self, body: HtmlElement, path: str, context: ContentContext) -> PlacedFiles:
        """Change the addresses in a text that becomes the file at ``path``. Returns the attachments that it uses."""
        placed = PlacedFiles()
        for image in find_by_xpath(body, ".//img"):
            self._place_picture(image, placed, context)
        for player in find_by_xpath(body, ".//audio|.//video"):
            self._link_to_recording(player, context)
        for link in find_by_xpath(body, ".//a[@href]"):
            self._place_link(link, path, placed.links, context)
        return placed

    def file_data(self, attachment: Item) -> bytes | None:
        """The bytes of an attachment; None if it is not in the uploads."""
        found = self._uploads.find(path_in_uploads(attachment))
        return None if found is None else self._uploads.read(found)

    def _place_picture(self, image: HtmlElement, placed: PlacedFiles, context: ContentContext) -> None:
        source = image.get("src") or image.get("data-src") or ""
        match = _PICTURE_ID.search(image.get("class", ""))
        attachment = self._index.items.get(int(match[1])) if match else None
        if attachment is None or attachment.type != ATTACHMENT:
            attachment = self._index.attachment_at(source) if self._index.is_own(source) else None
        if attachment:
            image.set("alt", image.get("alt") or attachment.first_meta("_wp_attachment_image_alt"))
            key = self.picture_key(attachment)
        else:
            below = _below_uploads(source) if self._index.is_own(source) else ""
            found = self._uploads.find(without_size(below)) or self._uploads.find(below)
            key = _key_of(found) if found else None
        for name in ("data-src", "srcset", "data-lazy-src"):
            image.attrib.pop(name, None)
        if key:
            image.set("src", key)
            if attachment:
                placed.pictures[key] = attachment
        elif self._index.is_own(source):
            context.log.dropped(
                f"The picture {posixpath.basename(split_original(source).path)} is not in the uploads.",
            )
            drop(image)

    def _link_to_recording(self, player: HtmlElement, context: ContentContext) -> None:
        """Make a link of a player, if it plays a file of the old site."""
        sources = (each.get("src") for each in (player, *find_by_xpath(player, ".//source")))
        address = next((source for source in sources if source), "")
        if self._index.is_own(address):
            if poster := player.get("poster"):
                context.log.dropped("The still picture of a video is left out.", poster)
            words = "Recording" if player.tag == "audio" else "Video"
            player.clear(keep_tail=True)
            player.tag, player.text = "a", words
            player.set("href", address)

    def _place_link(self, link: HtmlElement, path: str, files: dict[str, Item], context: ContentContext) -> None:
        address = (link.get("href") or "").strip()
        if not self._index.is_own(address) or address.startswith("#"):
            return
        attachment = self._index.attachment_at(address)
        item = attachment or self._index.item_at(address)
        has_picture = bool(find_by_xpath(link, ".//img"))
        if item and item.number in self._plan.files:
            target = posixpath.relpath(self._plan.files[item.number].path, posixpath.dirname(path))
            link.set("href", f"{target}{_heading_in(address)}")
        elif item and item.type == ATTACHMENT and file_ending(path_in_uploads(item)) in _COPIED:
            self._place_file(link, item, files, context)
        elif has_picture and (item or file_ending(split_original(address).path) in PICTURES):
            link.drop_tag()  # it led to the picture in full size
        elif item is None and split_original(address).path.strip("/") == "":
            link.set("href", posixpath.relpath("docs/index.md", posixpath.dirname(path)))
        else:
            name = posixpath.basename(split_original(address).path.rstrip("/")) if item else ""
            what = (
                "A link to a page or file of the old site that is not imported was removed; its words are still there"
            )
            context.log.to_do(f"{what}{f': {name}' if name else ''}.", link.text_content())
            link.drop_tag()

    def _place_file(self, link: HtmlElement, item: Item, files: dict[str, Item], context: ContentContext) -> None:
        if self._uploads.find(path_in_uploads(item)) is None:
            name = posixpath.basename(path_in_uploads(item))
            context.log.dropped(
                f"The file {name} is not in the uploads: the link to it was removed.",
                link.text_content(),
            )
            link.drop_tag()
            return
        files[self._names[item.number]] = item
        link.set("href", self._names[item.number])


def _file_names(index: ExportIndex, taken: set[str]) -> Mapping[int, str]:
    """A name for the file of each attachment that is copied, none twice."""
    names: dict[int, str] = {}
    for number, item in index.items.items():
        path = path_in_uploads(item) if item.type == ATTACHMENT else ""
        ending = file_ending(path)
        if ending in _COPIED:
            stem = plain_name(posixpath.splitext(posixpath.basename(path))[0]) or "file"
            name = f"{stem}{ending}" if f"{stem}{ending}" not in taken else f"{stem}-{number}{ending}"
            taken.add(name)
            names[number] = name
    return names


def _heading_in(address: str) -> str:
    """The heading in an address as this site names it, like "#the-menu"; the check says so if there is none.

    WordPress writes "h-" before the words of a heading.
    """
    name = unquote(split_original(address).fragment)
    return f"#{name.removeprefix('h-')}" if name and not _OWN_PLACE.fullmatch(name) else ""


def _below_uploads(address: str) -> str:
    return split_original(address).path.partition("/uploads/")[2]
