"""Makes Pagefind's index reproducible, and its metadata, which every search loads, small.

Pagefind writes filters in a random order. Its metadata names each page by a hash, and contains the order of pages by
date. Here pages have numbers, in a folder named by a hash of the index, and the order is a file of its own.

Pagefind's binary files are gzipped CBOR (RFC 8949) after a signature; only the types that they use are supported here.
The format is not documented. Therefore `pyproject.toml` pins Pagefind exactly, and `tests/publish/search` must pass
before an upgrade.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_SIGNATURE = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
_METADATA_PARTS = 6
_GZIP_HEADER = bytes.fromhex("1f8b08000000000002ff")
"""RFC 1952, section 2.3: deflate, no flags, no time, the slowest algorithm, an unknown system.

``gzip.compress`` leaves the last byte to zlib or to Python, which differ by Python's version.
"""
IndexValue = int | str | list["IndexValue"]


@dataclass(frozen=True)
class CompactIndex:
    """A compact index: its changed files, and the new path of each page's fragment."""

    files: Mapping[str, bytes]
    fragments: Mapping[str, str]


def compact_index(files: Mapping[str, bytes]) -> CompactIndex:
    """Return the compact form of an index; ``files`` maps paths to contents, without fragments.

    Raises ValueError if the format is not supported.
    """
    kept = {path: data for path, data in files.items() if not path.endswith((".pf_filter", ".pf_meta", _ENTRY))}
    fragments: dict[str, str] = {}
    entry = json.loads(files[_ENTRY])
    for lang, facts in sorted(entry["languages"].items()):
        meta = decode_file(files[f"pagefind.{facts['hash']}.pf_meta"])
        if not isinstance(meta, list) or len(meta) != _METADATA_PARTS:
            raise ValueError("the metadata has other parts")
        version, pages, chunks, filters, sorts, fields = meta
        names: list[IndexValue] = []
        for name, old in _pairs(filters):
            new, filter_data = _name_by_content(
                lang, _sort_filter_values(decode_file(files[f"filter/{old}.pf_filter"]))
            )
            kept[f"filter/{new}.pf_filter"] = filter_data
            names.append([name, new])
        folder = _digest(encode_item(pages))[:8]
        numbered_pages: list[IndexValue] = []
        for number, (old, length) in enumerate(_pairs(pages)):
            fragments[f"fragment/{old}.pf_fragment"] = f"fragment/{folder}/{number}.pf_fragment"
            numbered_pages.append([f"{folder}/{number}", length])
        for name, order in _pairs(sorts):
            kept[f"order/{lang}-{name}.json"] = json.dumps(order, separators=(",", ":")).encode()
        compact_metadata: list[IndexValue] = [version, numbered_pages, chunks, sorted(names, key=str), [], fields]
        facts["hash"], data = _name_by_content(lang, compact_metadata)
        kept[f"pagefind.{facts['hash']}.pf_meta"] = data
    entry["languages"] = dict(sorted(entry["languages"].items()))
    kept[_ENTRY] = json.dumps(entry, separators=(",", ":")).encode()
    return CompactIndex(kept, fragments)


def decode_file(data: bytes) -> IndexValue:
    """Return the content of one of Pagefind's binary files. Raises ValueError."""
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("no signature")
    try:
        item, end = _decode_item(plain, len(_SIGNATURE))
    except IndexError as error:
        raise ValueError("it ends too soon") from error
    if end != len(plain):
        raise ValueError("more or less than one item")
    return item


def gzip_reproducibly(data: bytes) -> bytes:
    """Return data as a gzip file. The header is the same under every version of Python."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    trailer = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join((_GZIP_HEADER, packer.compress(data), packer.flush(), trailer))


def encode_item(item: IndexValue) -> bytes:
    """Return an item in CBOR with the shortest encoding of numbers (RFC 8949, section 4.2.1)."""
    if isinstance(item, int):
        return _encode_head(_UNSIGNED, item)
    if isinstance(item, str):
        text = item.encode()
        return _encode_head(_TEXT, len(text)) + text
    return _encode_head(_ARRAY, len(item)) + b"".join(map(encode_item, item))


def _sort_filter_values(item: IndexValue) -> IndexValue:
    """Return a filter with its values in alphabetical order."""
    if not isinstance(item, list) or len(item) != 2 or not isinstance(item[1], list):
        raise ValueError("a filter has other parts")
    return [item[0], sorted(item[1], key=str)]


def _pairs(item: IndexValue) -> list[tuple[IndexValue, IndexValue]]:
    pairs = item if isinstance(item, list) else []
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise ValueError("a list is not one of pairs")
    return [(pair[0], pair[1]) for pair in pairs if isinstance(pair, list)]


def _name_by_content(lang: str, item: IndexValue) -> tuple[str, bytes]:
    """Return a file name, which is a hash of the content, and the file's bytes."""
    data = encode_item(item)
    return f"{lang}_{_digest(data)[:10]}", gzip_reproducibly(_SIGNATURE + data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _decode_item(data: bytes, position: int) -> tuple[IndexValue, int]:
    major, short = data[position] >> 5, data[position] & 31
    if short > 27 or major not in (_UNSIGNED, _TEXT, _ARRAY):
        raise ValueError(f"an item of the kind {major}, {short}")
    width = 1 << (short - 24) if short >= 24 else 0
    position += 1
    value = int.from_bytes(data[position : position + width], "big") if width else short
    position += width
    if major == _TEXT:
        return data[position : position + value].decode(), position + value
    if major == _UNSIGNED:
        return value, position
    items: list[IndexValue] = []
    for _ in range(value):
        item, position = _decode_item(data, position)
        items.append(item)
    return items, position


def _encode_head(major: int, value: int) -> bytes:
    if value < 24:
        return bytes([major << 5 | value])
    power = next(power for power in range(4) if value < 1 << (8 << power))
    return bytes([major << 5 | 24 + power]) + value.to_bytes(1 << power, "big")
