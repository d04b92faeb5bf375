"""All facts of an export without its texts: which items there are, and which of them belong together."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote

from newsroom.content.web_address import split_address
from newsroom.importing.wordpress.export import ReportProgress, read_channel, read_items
from newsroom.importing.wordpress.model import ExportedSite, Item
from newsroom.importing.wordpress.xml import is_complete

_UPLOADS = "/wp-content/uploads/"
_SIZE = re.compile(r"(?:-\d+x\d+|-scaled)(?=\.\w+$)")
"""Matches what WordPress adds to the names of smaller pictures: "-300x200" in "tree-300x200.jpg"."""
_SCALED = re.compile(r"-scaled(?=\.\w+$)")
_JETPACK = re.compile(r"(?:https?:)?//i\d\.wp\.com/")
"""Matches the beginning of "https://i0.wp.com/old.example/tree.jpg", Jetpack's address of "old.example/tree.jpg"."""
_MONTH_FOLDER = re.compile(r"(?:^|/)(\d{4}/\d{2}/[^/]+)$")
"""Finds the usual place of an upload in the address of a host for files: "2019/05/tree.jpg"."""
_ID_PARAMETERS = ("p", "page_id", "attachment_id")
ATTACHMENT = "attachment"
_PATTERN = "wp_block"
_REPEATED = "Another item of the export has its number, and only one of them can be imported: copy it by hand."
_WITHOUT_NUMBER = "It has no number in the export, without which it cannot be recognised: copy it by hand."
_ALSO_HIDDEN = "The export has it twice, and once it was not public: look which is right, and copy it by hand."
INTERNAL_TYPES = frozenset(
    (
        *("nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block"),
        *("wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face"),
        *("acf-field", "acf-field-group", "elementor_library", "et_pb_layout", "wpcf7_contact_form", "polylang_mo"),
        *("feedback", "vc4_templates", "vc_grid_item", "custom-css-js", "amn_smtp", "jp_mem_plan", "mc4wp-form"),
        *("flamingo_inbound", "flamingo_outbound", "flamingo_contact", "nf_sub", "edd_payment", "shop_order"),
        *(
            "wpforms",
            "wpforms_log",
            "scheduled-action",
            "mailpoet_page",
            "is_search_form",
            "wp_log",
            "tablepress_table",
        ),
    )
)
"""Types with which WordPress and plugins keep their own data, without a page for readers."""


@dataclass(frozen=True)
class ExportIndex:
    """The items of an export by their ids, without their texts, but with the captions of attachments.

    Attributes:
        channel: What the export says of its site.
        items: The public items, attachments among them, in the order of their ids.
        withheld: The uploads that items name which were not public, as ``Item.withheld_files``.
        hidden: How many items were not public, by what they were, like "post, private".
        repeated: The titles of items that cannot be imported beside another one, each with the reason.
        patterns: The texts of synced patterns, which other texts show, by their ids.
        incomplete: The names of the files without an end.
    """

    channel: ExportedSite
    items: Mapping[int, Item]
    hidden: Mapping[str, int]
    withheld: Set[str]
    repeated: Mapping[str, str]
    patterns: Mapping[int, str]
    incomplete: tuple[str, ...]
    _numbers_by_path: Mapping[str, int]
    _children: Mapping[int, Sequence[int]]
    _file_hosts: Set[str]

    def texts(self) -> Iterator[Item]:
        """The public items that readers had as pages: all but attachments and what plugins keep."""
        return (item for item in self.items.values() if item.type != ATTACHMENT and item.type not in INTERNAL_TYPES)

    def attachments_of(self, number: int) -> Iterator[Item]:
        """The attachments that were uploaded to an item, in the order of its gallery."""
        found = (self.items[child] for child in self._children.get(number, ()))
        return iter(sorted(found, key=lambda item: (item.order, item.number)))

    def attachment_at(self, address: str) -> Item | None:
        """The attachment whose file, or a smaller picture of it, is at an address."""
        path = _path_of_file(address)
        for candidate in (path, _SIZE.sub("", path), _SIZE.sub("", _SIZE.sub("", path)), _with_scaled(path)):
            number = self._numbers_by_path.get(candidate)
            if candidate and number is not None and self.items[number].type == ATTACHMENT:
                return self.items[number]
        return None

    def item_at(self, address: str) -> Item | None:
        """The item whose page is at an address of the old site; None for another site."""
        parts = split_original(address)
        number = next((int(value) for value in _ids_in(parts.query)), None)
        if not self.is_own(address):
            return None
        if number is not None:
            return self.items.get(number)
        found = self._numbers_by_path.get(_normal(parts.path))
        return None if found is None else self.items.get(found)

    def is_own(self, address: str) -> bool:
        """Whether an address leads to the old site, or to the host of its files."""
        host = split_original(address).hostname
        own = split_original(self.channel.address).hostname or ""
        if not host:
            return address.startswith(("/", "?"))
        return host.removeprefix("www.") == own.removeprefix("www.") or host in self._file_hosts


def read_index(paths: Sequence[Path], progress: ReportProgress) -> ExportIndex:
    """Read all facts of the files of an export. Raises ImportRefusedError if one of them is none."""
    items: dict[int, Item] = {}
    hidden: Counter[str] = Counter()
    secret: set[int] = set()
    withheld: set[str] = set()
    repeated: dict[str, str] = {}
    patterns: dict[int, str] = {}
    for item in read_items(paths, progress):
        facts = replace(item, content="", excerpt=item.excerpt if item.type == ATTACHMENT else "")  # its caption
        if item.hidden:
            secret.update((item.number,) if item.number else ())
            withheld.update(item.withheld_files)
            hidden[f"{item.type}, {item.hidden}"] += 1
        elif not item.number or items.setdefault(item.number, facts) != facts:
            repeated[f"{item.title} ({item.link})"] = _REPEATED if item.number else _WITHOUT_NUMBER
        elif item.type == _PATTERN:
            patterns[item.number] = item.content
    for number in secret & items.keys():
        item = items.pop(number)
        patterns.pop(number, None)
        repeated[f"{item.title} ({item.link})"] = _ALSO_HIDDEN
    _remove_hidden_attachments(items, secret, hidden)
    incomplete = tuple(path.name for path in paths if not is_complete(path))
    listed = {number: items[number] for number in sorted(items)}
    numbers_by_path: dict[str, int] = {}
    children: dict[int, list[int]] = {}
    file_hosts: set[str] = set()
    for item in listed.values():
        for address in _paths_of(item):
            numbers_by_path.setdefault(address, item.number)
        if item.type == ATTACHMENT and (host := split_original(item.attachment_address).hostname):
            file_hosts.add(host)
        if item.type == ATTACHMENT:
            children.setdefault(item.parent, []).append(item.number)
    return ExportIndex(
        channel=read_channel(paths),
        items=listed,
        hidden=dict(sorted(hidden.items())),
        withheld=withheld,
        repeated=repeated,
        patterns=patterns,
        incomplete=incomplete,
        _numbers_by_path=numbers_by_path,
        _children=children,
        _file_hosts=file_hosts,
    )


def _remove_hidden_attachments(items: dict[int, Item], secret: set[int], hidden: Counter[str]) -> None:
    """Remove the attachments of items that were not public, and those of these attachments, like a film's picture."""
    while found := [item for item in items.values() if item.type == ATTACHMENT and item.parent in secret]:
        for item in found:
            del items[item.number]
            secret.add(item.number)
            hidden["attachment, of an item that was not public"] += 1


def path_in_uploads(attachment: Item) -> str:
    """Where the file of an attachment is in the folder of uploads: "2019/05/tree.jpg"."""
    return attachment.first_meta("_wp_attached_file").lstrip("/") or _path_of_file(attachment.attachment_address)


def original_names(path: str) -> Iterable[str]:
    """The paths at which the original of an attachment may be, best first: WordPress calls a smaller one "-scaled"."""
    return dict.fromkeys((_SCALED.sub("", path), path, _with_scaled(path)))


def without_size(path: str) -> str:
    """The path of the picture that a smaller one was made from: "tree.jpg" for "tree-300x200.jpg"."""
    return _SIZE.sub("", path)


def split_original(address: str) -> SplitResult:
    """The parts of an address, of Jetpack's copy those of the original."""
    return split_address(_JETPACK.sub("https://", address, count=1))


def _paths_of(item: Item) -> Iterator[str]:
    if item.type == ATTACHMENT:
        yield _path_of_file(item.attachment_address)
        yield path_in_uploads(item)
    if item.link and not split_original(item.link).query:
        yield _normal(split_original(item.link).path)


def _path_of_file(address: str) -> str:
    """The path of a file below the folder of uploads, or its whole path elsewhere."""
    path = unquote(split_original(address).path if "//" in address or address.startswith("/") else address)
    if _UPLOADS in path:
        return path.partition(_UPLOADS)[2]
    match = _MONTH_FOLDER.search(path)
    return match[1] if match else path


def _with_scaled(path: str) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}-scaled{ending}"


def _normal(path: str) -> str:
    return f"{unquote(path).rstrip('/').lower()}/"


def _ids_in(query: str) -> Iterator[str]:
    parameters = parse_qs(query)
    return (parameters[name][0] for name in _ID_PARAMETERS if name in parameters and parameters[name][0].isdecimal())
