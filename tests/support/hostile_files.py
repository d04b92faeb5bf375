"""Hostile files of each format that is read, generated from a seed: damaged, nested, repeated and spliced."""

import random
import traceback
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from newsroom.open_build import load_build
from newsroom.problems import ContentError
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.pictures.complete import check_complete
from newsroom.publish.pictures.decode import PictureError, decode, read_header
from newsroom.publish.pictures.svg import clean_svg, render_drawing
from newsroom.read.media.pdf import read_pdf, read_pdf_text
from newsroom.site_settings import site_settings
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.items import story
from tests.support.payloads import payloads
from tests.support.pdfs import pdf, pdf_of, repeated_page

_PIECES = (
    *(payload.text for payload in payloads()),
    *("[", "]", "(", ")", "![", "](", "<a ", "<", ">", "<!", "<![", "<!--", "-->", "```\n", "> ", "- ", "1. ", "    "),
    *("|", "\n|-|-|\n", "\n\n", "\n", "*", "**", "_", "~~", "`", "[^1]", "\n[^1]: ", "\n*[x]: ", "\n: ", "{ .x }", "&", "\\"),
    *("!!! note\n", "<b>", "</b>", "<td>", "<svg>", "<table>", "<select>", "http://a.b", "www.a.b", "a@b.c", "\u202e", "\ufeff"),
    *("\x00", "\u2028", "\ud7ff", "\U0010ffff", "\x85", "é", "words ", "# ", "===\n", "---\n", "$", "=="),
)  # fmt: skip
_YAML = (
    *("title: ", "- ", "{", "}", "[", "]", "&a ", "*a", "!!python/object:os.system ", "? ", ": ", "|\n", ">\n", "'", '"'),
    *("\n", "  ", "\t", "#", "%YAML 1.1\n", "---\n", "...\n", "<<: *a\n", "2026-02-30", "0x1F", ".inf", "null", "~", "1e999"),
    *("title: x\n", "date: 2026-01-01\n", "areas: [a, b]\n", "consent:\n  ref: a\n", "image: {src: x}\n", "\\x", "@", "`"),
)  # fmt: skip
_SVG = (
    *("<g>", "</g>", "<use href='#a'/>", "<g id='a'>", "<path d='M0 0L9 9'/>", "<script/>", "<style>*{fill:red}</style>"),
    *("<filter id='f'><feGaussianBlur stdDeviation='90'/></filter>", "<rect filter='url(#f)' width='9' height='9'/>"),
    *("<mask id='m'><rect width='9' height='9'/></mask>", "<rect mask='url(#m)' width='9' height='9'/>", "<text>x</text>"),
    *("<pattern id='p' width='.01' height='.01'><rect width='1' height='1'/></pattern>", "<rect fill='url(#p)' width='99' height='99'/>"),
    *("<line x2='99999' stroke='red' stroke-dasharray='.001'/>", "<linearGradient id='l' href='#l'/>", "&a;", "<!---->"),
    *("<marker id='k'><path d='M0 0L9 9' marker-mid='url(#k)'/></marker>", "<image href='data:,'/>", "<clipPath id='c' clip-path='url(#c)'/>"),
)  # fmt: skip
Make = Callable[[random.Random], bytes]


def hostile_files(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many files, each with its format. The same seed gives the same files."""
    chance = random.Random(seed)
    makers = tuple(_MAKERS.items())
    for number in range(count):
        name, make = makers[number % len(makers)]
        yield name, make(chance)


def crash_on(name: str, data: bytes, root: Path) -> str:
    """Do everything with a file that a check and a build do. Return the end of the traceback, "" if there is none.

    ``root`` is a folder for this alone, empty at first.
    """
    try:
        _read(name, data, root)
    except Exception:  # noqa: BLE001 - content may cause no exception at all
        return traceback.format_exc(limit=-3)
    return ""


def _read(name: str, data: bytes, root: Path) -> None:
    if name == "svg":
        _reads(lambda: clean_svg(data), lambda: render_drawing(data, 1200))
    elif name == "pdf":
        read_pdf(data)
        read_pdf_text(data)
    elif name in _PICTURES:
        _reads(lambda: read_header(BytesIO(data)), lambda: check_complete(data), lambda: decode(data, 1200))
    else:
        _read_text_file(name, data, root)


def _reads(*steps: Callable[[], object]) -> None:
    for step in steps:
        try:
            step()
        except PictureError:
            return


def _read_text_file(name: str, data: bytes, root: Path) -> None:
    path = "docs/synonyms.yml" if name == "synonyms" else "stories/x.md"
    write_files(root, ({} if (root / "docs").is_dir() else small_newsroom()) | {"docs/synonyms.yml": b"", path: data})
    build = load_build(root, site_settings(SETTINGS), BuildOptions(today=TODAY, preview=True))
    try:
        for page in build.site.pages:
            if page.document and page.document.path == "stories/x.md":
                build.page_html(page.path)
    except ContentError:
        pass


def _mix(pieces: tuple[str, ...], chance: random.Random) -> str:
    if chance.random() < 0.3:
        return chance.choice(pieces) * chance.choice((10, 100, 1000, 5000))
    return "".join(chance.choice(pieces) * chance.choice((1, 1, 1, 2, 20)) for _ in range(chance.randrange(1, 60)))


def _markdown(chance: random.Random) -> bytes:
    return story(_mix(_PIECES, chance)).encode("utf-8", "surrogatepass")


def _yaml(chance: random.Random) -> bytes:
    return f"---\n{_mix(_YAML, chance)}\n---\nWords.\n".encode()


def _synonyms(chance: random.Random) -> bytes:
    return _mix((*_YAML, *_PIECES[-40:]), chance).encode()


def _noise(chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((0, 1, 50, 5000, 200_000)))


def _drawing(chance: random.Random) -> bytes:
    start = chance.choice(
        ("", "<?xml version='1.0'?>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "<?xml-stylesheet href='a'?>")
    )
    size = chance.choice(
        ("", "width='9' height='9'", "viewBox='0 0 9 9'", "width='1e9' height='1e9'", "viewBox='0 0 1 1e9'")
    )
    drawing = f"{start}<svg xmlns='http://www.w3.org/2000/svg' {size}>{_mix(_SVG, chance)}</svg>".encode()
    return _changed(drawing, chance) if chance.random() < 0.3 else drawing


def _changed(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes changed, cut out, repeated or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(changed) or 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = chance.randbytes(1)
            case 1:
                changed[at : at + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0")
                )
            case 2:
                del changed[at : at + chance.randrange(1, 200)]
            case _:
                changed[at:at] = changed[at : at + 100] * chance.choice((1, 50))
    return bytes(changed)


def _picture(form: str) -> Make:
    written = BytesIO()
    frames = [Image.effect_noise((60, 40), 60).convert("RGB")] * 2
    frames[0].save(
        written, form, **({"save_all": True, "append_images": frames[1:]} if form in ("GIF", "WEBP") else {})
    )
    return lambda chance: _changed(written.getvalue(), chance)


def _png_bomb(chance: random.Random) -> bytes:
    """A PNG that claims to be larger than it is, with a short stream that expands."""
    width, height = (chance.choice((1, 5000, 7000, 60_000, 2**31 - 1)) for _ in range(2))
    header = width.to_bytes(4) + height.to_bytes(4) + bytes((8, chance.choice((0, 2, 3, 6)), 0, 0, chance.randrange(2)))
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1_000_000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4) for name, data in chunks
    )


_PDFS = (pdf(3), pdf_of("Hello", "World"), repeated_page(50), pdf_of("(" * 2000))


def _pdf(chance: random.Random) -> bytes:
    data = chance.choice(_PDFS)
    words = (b"/Kids", b"/Count", b"/Type", b"/Pages", b"/Parent", b"0 R", b"stream", b"<<", b">>", b"[", b"obj")
    if chance.random() < 0.5:
        data = data.replace(chance.choice(words), chance.choice(words), chance.randrange(1, 9))
    return _changed(data, chance)


_PICTURES = frozenset({"JPEG", "PNG", "GIF", "WEBP", "AVIF", "PNG bomb"})
_MAKERS: Mapping[str, Make] = {
    "Markdown": _markdown,
    "YAML": _yaml,
    "synonyms": _synonyms,
    "bytes": _noise,
    "svg": _drawing,
    "pdf": _pdf,
    **{form: _picture(form) for form in sorted(_PICTURES - {"PNG bomb"})},
    "PNG bomb": _png_bomb,
}
