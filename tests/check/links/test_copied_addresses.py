"""An address that works only where it was copied, on a computer or in a mail tool, gives one error that says so."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import SUMMARY, newsletter, publication, story
from tests.support.wordings import Reported

S, N, P = "stories/x.md", "newsletters/2024-05.md", "publications/x.md"
FIRST_LINE = {S: 8, N: 9}
LOCAL = [
    r"![A room](C:\Users\ann\warm.jpg)",
    r"![A room](C:\Users\ann\warm room.jpg)",
    r"![A room](<C:\Users\ann\warm room.jpg>)",
    r"[words](D:/reports/x.pdf)",
    r"[words](file:///C:/Users/ann/my plan.pdf)",
    "<file:///home/ann/x.pdf>",
    r"[words](%USERPROFILE%\x.pdf)",
    "![A room](~/Pictures/x.jpg)",
    "[words](/Users/ann/x.pdf)",
    r'<a href="C:\Users\ann\my plan.pdf">words</a>',
    r'<img src="C:\warm room.jpg" alt="A room">',
]
SHARED = [
    r"![A room](\\server\share\x.jpg)",
    r"[words](\\\\server\share\my plan.pdf)",
    "[words](file://server/x.pdf)",
    r'<img src="\\server\share\x.jpg" alt="A room">',
]


@pytest.mark.parametrize(
    ("body", "place"), [*((body, "own computer") for body in LOCAL), *((body, "office’s network") for body in SHARED)]
)
def test_file_on_a_computer_is_one_error(tmp_path: Path, body: str, place: str, reported: Reported) -> None:
    found = problems_in(tmp_path, small_newsroom() | {S: story(body)})
    assert reported(found) == [f"{S}:{FIRST_LINE[S]} link-scheme-invalid"]
    assert place in found[0].what


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (r"C:\Users\ann\my plan.pdf", "link-scheme-invalid"),
        (r"\\server\my plan.pdf", "link-scheme-invalid"),
        ("my plan.pdf", "link-definition-missing"),
        ("{{ unsubscribe_url }}", "merge-tag-link"),
    ],
)
def test_unread_definition_is_reported_on_its_line(tmp_path: Path, address: str, code: str, reported: Reported) -> None:
    found = problems_in(tmp_path, small_newsroom() | {S: story(f"[One][A] and [two][a].\n\n[a]: {address}")})
    assert reported(found) == [f"{S}:{FIRST_LINE[S] + 2} {code}"]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (S, story(image={"src": r"C:\Users\ann\warm room.jpg", "alt": "A room"}), "field-file-missing"),
        (S, story(image={"src": r"\\server\share\x.jpg", "alt": "A room"}), "field-file-missing"),
        (S, story(image={"src": "C:\temp.jpg", "alt": "A room"}), "field-file-missing"),
        (S, story().replace("kind:", 'image:\n  src: "C:\\Users\\x.jpg"\nkind:'), "front-matter-backslash"),
        (P, publication(link=None, file="file:///C:/Users/ann/x.docx"), "field-file-missing"),
    ],
)
def test_field_with_a_file_on_a_computer_is_one_error(
    tmp_path: Path, path: str, text: str, code: str, reported: Reported
) -> None:
    found = problems_in(tmp_path, small_newsroom() | {path: text})
    assert [line.split()[1] for line in reported(found)] == [code]
    assert "names" in found[0].what
    assert "is a file on your" in found[0].what or "names a file on your" in found[0].what


@pytest.mark.parametrize(
    "address",
    [
        *(
            "*|ARCHIVE|*",
            "{{ unsubscribe_url }}",
            "{{{unsubscribe}}}",
            "%%view%%",
            "%UNSUBSCRIBELINK%",
            "{unsubscribe}",
        ),
        *("[[UNSUB_LINK_EN]]", "[webversion]", "{$unsubscribe}", "http://$UNSUB$", "{{%20unsubscribe_url%20}}"),
        "https://e.example/?id={{ contact.ID }}",
    ],
)
@pytest.mark.parametrize("path", [S, N])
def test_merge_tag_as_an_address_is_one_error(tmp_path: Path, path: str, address: str, reported: Reported) -> None:
    body = f"Or [leave us]({address}) now."
    text = story(body) if path == S else newsletter(f"## Hello\n\n{body}")
    found = reported(problems_in(tmp_path, small_newsroom() | {path: text}))
    assert [line.split(" ")[1] for line in found] == ["merge-tag-link"]


def test_merge_tag_beside_a_link_to_one_is_reported(tmp_path: Path, reported: Reported) -> None:
    body = '## Hello\n\n*|FNAME|*, [a](*|A|*) <a href="*|B|*">b</a>\n\n![c](*|C|*)\n\n[d][d]\n\n[d]: *|D|*'
    found = reported(problems_in(tmp_path, small_newsroom() | {N: newsletter(body, summary=SUMMARY)}))
    assert [line.removeprefix(f"{N}:").split(" ")[1] for line in found] == [
        *["merge-tag-written?", "merge-tag-link", "merge-tag-link", "merge-tag-link", "merge-tag-link"],
    ]


def test_other_addresses_are_not_taken_for_copied_ones(tmp_path: Path, reported: Reported) -> None:
    body = (
        "[a](%20my.md) [b]([about.md]) [c](home/x.md) [d](c.md) https://e.example/users/jo/a.pdf https://e.example/~a"
    )
    found = reported(problems_in(tmp_path, small_newsroom() | {S: story(body)}))
    assert found == [f"{S}:{FIRST_LINE[S]} link-missing"] * 4
