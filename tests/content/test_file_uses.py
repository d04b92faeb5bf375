"""The files that a page uses, for checks, pictures, emails and publishing."""

from pathlib import Path

from newsroom.read import load_content
from tests.support import write_files
from tests.support.items import publication

IMAGE = {"alt": "A", "src": "lead.png"}
TEXT = """\
![A tree](a%20tree.jpg) and [a report](../docs/report.pdf#page=2), not [elsewhere](https://elm.example/a.pdf).

![The talk](talk.mp3)
"""


def test_used_files_come_from_fields_and_text(tmp_path: Path) -> None:
    cover = IMAGE | {"src": "../cover.png"}
    write_files(tmp_path, {"publications/a.md": publication(TEXT, image=IMAGE, cover=cover, file="a.pdf")})
    source = load_content(tmp_path, ("en",)).sources["publications/a.md"]
    found = [(use.path, use.line, use.is_shown, use.reference is not None) for use in source.file_uses]
    assert found == [
        ("publications/lead.png", 7, True, False),
        ("publications/a.pdf", 9, False, False),
        ("cover.png", 8, True, False),
        ("publications/a tree.jpg", 12, True, True),
        ("docs/report.pdf", 12, False, True),
        ("publications/talk.mp3", 14, False, True),
        ("publications/talk.vtt", 14, False, True),
    ]
