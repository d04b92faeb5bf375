"""Generates the archive of a WordPress site of any size: its export, its uploads, and words that were never public."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.support.pdfs import pdf
from tests.support.wordpress import ADDRESS, wordpress_attachment, wordpress_export, wordpress_item

SECRET = "Xyzzyplant"
"""Is in everything that must not be published, and nowhere else."""
_STATUSES = ("private", "draft", "pending", "trash", "future")
_COMMENT = (
    f"<wp:comment><wp:comment_author>{SECRET}</wp:comment_author><wp:comment_author_email>{SECRET}@old.example"
    f"</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_content>{SECRET}"
    "</wp:comment_content></wp:comment>"
)
_SENTENCE = (
    "In week {} the neighbours of Elm Street met in the hall, made soup, and talked about what they would do next."
)


@dataclass(frozen=True)
class Sizes:
    """How much is in a generated archive. Every tenth post has a Welsh translation, every 20th is not public."""

    posts: int
    pages: int
    attachments: int


def write_archive(folder: Path, sizes: Sizes) -> tuple[Path, Path]:
    """Write the export and the folder of uploads of a generated archive. Returns both paths."""
    export, uploads = folder / "export.xml", folder / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    export.write_text(wordpress_export(_items(sizes, uploads)), encoding="utf-8")
    return export, uploads


def _items(sizes: Sizes, uploads: Path) -> Iterator[str]:
    first = sizes.posts + sizes.pages + sizes.posts // 10 + 1
    for number in range(1, sizes.posts + 1):
        files = [first + each for each in range(number - 1, sizes.attachments, sizes.posts)]
        yield from _post(number, files, uploads)
        if number % 10 == 0:
            yield _translation(number, sizes.posts + sizes.pages + number // 10)
    for number in range(sizes.posts + 1, sizes.posts + sizes.pages + 1):
        status, word = ("private", SECRET) if number % 20 == 0 else ("publish", "Page")
        text = f"<!-- wp:paragraph --><p>{word}: {_SENTENCE.format(number)}</p><!-- /wp:paragraph -->"
        yield wordpress_item(
            number, text, type_="page", status=status, title=f"{word} {number}", slug=f"{word}-{number}"
        )


def _post(number: int, files: list[int], uploads: Path) -> Iterator[str]:
    is_secret, has_password = number % 20 == 0, number % 40 == 19
    word = SECRET if is_secret or has_password else "Garden"
    day = f"{2010 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}"
    names = {each: f"{day[:4]}/05/{word}-{each}.{'pdf' if each % 5 == 0 else 'jpg'}" for each in files}
    for each, name in names.items():
        yield wordpress_attachment(each, name, parent=number, alt=f"A garden, {each}" if each % 2 else "")
        _write_file(uploads / name, each)
    links = "\n\n".join(_shown(each, name) for each, name in names.items())
    is_classic = number % 2
    text = f"{word}. {_SENTENCE.format(number)}\n\n{links}\n\nMore words\nin two lines." if is_classic else (
        f"<!-- wp:paragraph --><p>{word}. {_SENTENCE.format(number)}</p><!-- /wp:paragraph -->\n\n"
        f"<!-- wp:html -->{links}<!-- /wp:html -->\n\n<!-- wp:latest-posts /-->"
    )  # fmt: skip
    yield wordpress_item(
        number,
        text,
        status=_STATUSES[number // 20 % len(_STATUSES)] if is_secret else "publish",
        password=SECRET if has_password else "",
        title=f"{word} {number}",
        slug=f"{word.lower()}-{number // 2}",  # each slug twice, in different months
        link=f"{ADDRESS}/{day[:4]}/{number}/{word.lower()}-{number // 2}/",
        excerpt=f"{word} of number {number}, in which the neighbours of Elm Street tell what they did."
        if number % 3
        else "",
        day=f"{day} 23:30:00",
        terms=(("category", "news"), ("language", "en"), ("post_translations", f"pll_{number}")),
        meta={"_edit_last": SECRET, "_private_note": SECRET, **({"_thumbnail_id": str(files[0])} if files else {})},
        extra=_COMMENT,
    )


def _shown(number: int, name: str) -> str:
    address = f"{ADDRESS}/wp-content/uploads/{name}"
    if name.endswith(".pdf"):
        return f'<p>See <a href="{address}">report {number}</a>.</p>'
    small = address.replace(".jpg", "-300x200.jpg")
    return f'<figure><a href="{address}"><img class="wp-image-{number}" src="{small}" alt=""></a></figure>'


def _translation(number: int, own: int) -> str:
    terms = (("category", "news"), ("language", "cy"), ("post_translations", f"pll_{number}"))
    status, word = ("private", SECRET) if number % 20 == 0 else ("publish", "Gardd")
    text = f"<p>{word}. Mae'r gymdogaeth yn cwrdd bob wythnos.</p>"
    return wordpress_item(
        own, text, status=status, title=f"{word} {number}", slug=f"{word.lower()}-{number}", terms=terms
    )


def _write_file(path: Path, number: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        path.write_bytes(pdf())
        return
    file = BytesIO()
    Image.new("RGB", (60, 40), (number % 256, number // 256 % 256, 90)).save(file, "JPEG")
    path.write_bytes(file.getvalue())
