"""All that HTML becomes which programs seldom write, and the notes on all cases."""

from pathlib import Path

from newsroom.importing.html import html_to_markdown
from tests.importing.html.test_cases import CASES, NOTES
from tests.support.golden import Golden

_SAMPLES = Path(__file__).with_name("samples.txt").read_text("utf-8").removeprefix("=== ").split("\n=== ")


def _notes(html: str) -> str:
    found = html_to_markdown(html, first_heading=1)
    return "".join(f"{note.kind}: {note.text} “{note.excerpt}”\n" for note in found.notes)


def _described(sample: str) -> str:
    name, _, html = sample.partition("\n")
    found = html_to_markdown(html)
    return f"=== {name}\n{found.markdown}---\n{'|'.join(found.pictures)}\n{_notes(html)}"


def test_samples_become_what_they_became(golden: Golden) -> None:
    golden.check("import/html-samples.txt", "\n".join(map(_described, _SAMPLES)).encode())


def test_notes_are_what_they_were(golden: Golden) -> None:
    sources = (*(html for html, _ in CASES.values()), *NOTES)
    noted = ((html, _notes(html)) for html in sources)
    golden.check("import/html-notes.txt", "\n".join(f"{html}\n{notes}" for html, notes in noted if notes).encode())
