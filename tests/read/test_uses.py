"""Which files a page uses: one answer for checks, pictures, emails and what is published."""

from pathlib import Path

from newsroom.read import read
from newsroom.read.uses import file_uses
from tests.support import write_files
from tests.support.items import publication

IMAGE = {"alt": "A", "src": "lead.png"}
TEXT = """\
![A tree](a%20tree.jpg) and [a report](../docs/report.pdf#page=2), not [elsewhere](https://elm.example/a.pdf).

![The talk](talk.mp3)
"""


def test_a_page_uses_what_its_fields_name_and_what_its_text_shows_or_links_to(tmp_path: Path) -> None:
    cover = IMAGE | {"src": "../cover.png"}
    write_files(tmp_path, {"publications/a.md": publication(TEXT, image=IMAGE, cover=cover, file="a.pdf")})
    source = read(tmp_path, ("en",)).sources["publications/a.md"]
    found = [(use.path, use.line, use.is_shown, use.reference is not None) for use in file_uses(source)]
    assert found == [
        ("publications/lead.png", 7, True, False),
        ("cover.png", 8, True, False),
        ("publications/a.pdf", 9, False, False),
        ("publications/a tree.jpg", 12, True, True),
        ("docs/report.pdf", 12, False, True),
        ("publications/talk.mp3", 14, False, True),
        ("publications/talk.vtt", 14, False, True),
    ]
