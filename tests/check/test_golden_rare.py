"""What is said of rare texts: one story, edition or page for each line of rare.txt (tests/golden/rare.txt)."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.support import problems_in, small_newsroom
from tests.support.golden import Golden
from tests.support.images import picture
from tests.support.items import CONSENT, event, newsletter, publication, story
from tests.support.pdfs import pdf

GONE = CONSENT | {"withdrawn": "2026-01-01"}
AROUND: dict[str, str | bytes] = {
    "docs/tree.jpg": picture(),
    "docs/talk.mp3": b"ID3",
    "docs/talk.vtt": "WEBVTT\n",
    "stories/tree 2.jpg": picture(),
    "docs/report.pdf": pdf(),
    "docs/a.docx": b"PK",
    "docs/robots.txt": "User-agent: *\n",
    "docs/.hidden.md": "x",
    "stories/Bad Name.md": story(),
    "stories/Bad#Name.md": story(),
    "stories/x-draft.md": story(draft=True),
    "stories/x-future.md": story(date="2099-01-01"),
    "stories/x-gone.md": story("![A](x-gone.jpg)", consent=GONE),
    "stories/x-gone.jpg": picture(),
    "stories/x-stub.md": "---\nwithdrawn: 2026-01-01\n---\n",
    "stories/x-old.md": story("![A](x-old.jpg)", consent=CONSENT | {"review_by": "2001-01-01"}),
    "stories/x-old.jpg": picture(),
    "stories/x-broken.md": "---\ntitle: A: b\n---\n\n## X\n",
}
"""What the texts lead to, with a withdrawn, an expired and a future item, and names that are not allowed."""

KINDS: Mapping[str, tuple[str, Callable[[], str]]] = {
    "F ": ("stories", story),
    "M ": ("newsletters", newsletter),
    "N ": ("newsletters", newsletter),
    "P ": ("publications", publication),
    "E ": ("docs/events", event),
}
"""By the beginning of a line: the folder of its item, and how the item is made."""


def test_what_is_said_of_rare_texts_matches_golden_file(tmp_path: Path, golden: Golden) -> None:
    """In rare.txt, "⏎" is the end of a line; a line is a story's text, an edition's after "N", or fields."""
    lines = Path(__file__).with_name("rare.txt").read_text(encoding="utf-8").splitlines()
    files = {_path(number, line): _text(line) for number, line in enumerate(lines)}
    found = problems_in(tmp_path, {**small_newsroom(), **AROUND, **files})
    by_path = defaultdict(list)
    for problem in found:
        if problem.code != "title-repeated":
            by_path[problem.path].append(problem)
    shown: list[str] = []
    for path, line in zip(files, lines, strict=True):
        shown.append(line)
        shown += [f"    {problem}".replace(path, "it") for problem in by_path[path]]
    golden.check("rare.txt", "\n".join(shown).encode("utf-8", "backslashreplace"))


def _path(number: int, line: str) -> str:
    folder, _ = KINDS.get(line[:2], ("stories", story))
    name = f"{2000 + number // 12}-{number % 12 + 1:02}" if folder == "newsletters" else f"r{number}"
    return f"{folder}/{name}.md"


def _text(line: str) -> str:
    kind, text = line[:2], line.replace("⏎", "\n")
    if kind == "N ":
        return newsletter(text[2:])
    if kind not in KINDS:
        return story(text, title="A rare text")
    fields = text[2:].split("\n")
    names = {field.partition(":")[0] for field in fields}
    start, *others = KINDS[kind][1]().split("\n")
    kept = [other for other in others if other.partition(":")[0] not in names]
    return "\n".join((start, *fields, *kept))
