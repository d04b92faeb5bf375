"""Empty a repository of one network's content and settings, and put examples in their place, for another network."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from newsroom.commands.new_file import NewFile
from newsroom.content.folders import PLAIN_WORDS
from newsroom.content.guide.field_guide import GUIDE
from newsroom.content.types import CONTENT_FOLDERS, PAGES_FOLDER
from newsroom.settings import Settings

_FILES = Path(__file__).parent / "files"
_KEPT = (GUIDE, PLAIN_WORDS, f"{PAGES_FOLDER}/synonyms.yml")
"""What suits every network. The pages of the guide are kept too, in the first language."""
_ABOUT_THE_NETWORK = ("README.md", "SECURITY.md", ".github/ISSUE_TEMPLATE")
"""Files that name the network and its addresses. The licence is not among them: its copyright notice must stay."""
_PICTURE = ".github/picture.png"
"""The picture in README.md, which shows the network's own pages."""
_ITS_OWN = re.compile(
    rf"^!\[[^\n]*\]\({re.escape(_PICTURE)}\)\n\n|^(?:areas|principles): \[.*\]\n|(?<=areas, the )ten (?=principles)",
    re.MULTILINE,
)
"""What README.md has of the network besides its name: that picture, and an area and a principle in an example."""


@dataclass(frozen=True)
class Network:
    """The name, the public address and the email address of a network."""

    name: str = "Example Network"
    site_url: str = "https://network.example/"
    contact: str = "hello@network.example"


@dataclass(frozen=True)
class FreshStart:
    """What is deleted, as paths, and what is written."""

    deleted: tuple[str, ...]
    written: tuple[NewFile, ...]

    def apply(self, root: Path) -> None:
        """Delete and write the files, and remove folders that are left empty."""
        for path in self.deleted:
            (root / path).unlink()
        for file in self.written:
            (root / file.path).parent.mkdir(parents=True, exist_ok=True)
            (root / file.path).write_text(file.text, encoding="utf-8", newline="\n")
        for folder in CONTENT_FOLDERS:
            below = sorted((path for path in (root / folder).rglob("*") if path.is_dir()), reverse=True)
            for empty in (path for path in below if not any(path.iterdir())):
                empty.rmdir()


def plan_fresh_start(root: Path, network: Network, today: date, before: Settings | None) -> FreshStart:
    """Plan the fresh start of a repository. Changes nothing.

    Args:
        today: The date of the examples.
        before: The settings of the network whose repository it was; None if they cannot be read.
    """
    picture = [_PICTURE] if (root / _PICTURE).is_file() else []
    deleted = (*(path for path in _content_files(root) if not _is_kept(path)), *picture)
    return FreshStart(deleted, (*_examples(network, today), *_renamed(root, network, before)))


def _content_files(root: Path) -> Iterator[str]:
    for folder in CONTENT_FOLDERS:
        files = (path for path in sorted((root / folder).rglob("*")) if path.is_symlink() or path.is_file())
        yield from (path.relative_to(root).as_posix() for path in files)


def _is_kept(path: str) -> bool:
    is_guide = path.startswith(f"{GUIDE.removesuffix('.md')}/") and path.count(".") == 1
    return path in _KEPT or is_guide


def _examples(network: Network, today: date) -> Iterator[NewFile]:
    host = urlsplit(network.site_url).hostname or ""
    values = {
        "title": _quoted(network.name),
        "publisher": _quoted(network.name),
        "url": _quoted(network.site_url),
        "contact": _quoted(network.contact),
        "signup": _quoted(f"mailto:{network.contact}?subject=Please%20send%20me%20the%20newsletter"),
        "authority": f"{host},{today.isoformat()}",
        "day": today.isoformat(),
        "soon": (today + timedelta(weeks=4)).isoformat(),
        "month": f"{today:%Y-%m}",
        "year": f"{today.year}",
    }
    for file in sorted(path for path in _FILES.rglob("*") if path.is_file()):
        path = file.relative_to(_FILES).as_posix().replace("edition", values["month"])
        yield NewFile(path, Template(file.read_text(encoding="utf-8")).substitute(values))


def _quoted(text: str) -> str:
    """A text in quotation marks, for YAML, of which JSON is a part."""
    return json.dumps(text, ensure_ascii=False)


def _renamed(root: Path, network: Network, before: Settings | None) -> Iterator[NewFile]:
    """The files about the network, with the new name and addresses."""
    if before is None:
        return
    new_texts = {before.contact: network.contact, before.site_url: network.site_url, before.site_name: network.name}
    for name in _ABOUT_THE_NETWORK:
        for file in sorted((root / name).rglob("*.yml")) if (root / name).is_dir() else [root / name]:
            text = old = file.read_text(encoding="utf-8") if file.is_file() else ""
            for found, new in new_texts.items():
                text = text.replace(found, new)
            text = _ITS_OWN.sub("", text) if name == "README.md" else text
            if text != old:
                yield NewFile(file.relative_to(root).as_posix(), text)
