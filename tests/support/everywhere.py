"""All text and all files of a site, for tests that something is nowhere in it."""

import gzip
import hashlib
import html
import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_GZIP = b"\x1f\x8b"
_IN_WORDS = str.maketrans({"’": "'", "\xad": None})


def texts_of(site: Path) -> dict[str, str]:
    """What can be read in each file of a site, by its path: decompressed, and with the texts in PDFs and pictures."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): _text(file.read_bytes()) for file in files}


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without its tags."""
    plain = html.unescape(html.unescape(_TAG.sub(" ", text))).translate(_IN_WORDS)
    return _WORD.findall(plain.casefold())


def digests_of(site: Path) -> dict[str, str]:
    """The hash of each file of a site, by its path."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _text(data: bytes) -> str:
    if data.startswith(_GZIP):
        data = gzip.decompress(data)
    more = ""
    if data.startswith(b"%PDF"):
        more = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    elif data.startswith((b"\x89PNG", b"\xff\xd8", b"RIFF")):
        with Image.open(BytesIO(data)) as image:
            more = f"{image.info} {dict(image.getexif())}"
    return f"{data.decode('utf-8', 'replace')} {more}"
