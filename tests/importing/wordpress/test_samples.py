"""All that WordPress's texts become that are rare, and the notes on all cases."""

from pathlib import Path

from newsroom.importing.wordpress.context import ContentContext
from tests.importing.wordpress.test_content import CASES, NOTES, convert
from tests.support.golden import Golden

_SAMPLES = Path(__file__).with_name("samples.txt").read_text("utf-8").removeprefix("=== ").split("\n=== ")


def _notes(context: ContentContext) -> str:
    return "".join(f"{note.kind}: {note.text} “{note.excerpt}”\n" for note in context.log.notes)


def _described(name: str, text: str) -> str:
    markdown, context = convert(text)
    return f"=== {name}\n{markdown}---\n{_notes(context)}"


def test_samples_become_what_they_became(golden: Golden) -> None:
    samples = (sample.partition("\n") for sample in _SAMPLES)
    described = "\n".join(_described(name, text) for name, _, text in samples)
    golden.check("import/wordpress-samples.txt", described.encode())


def test_notes_are_what_they_were(golden: Golden) -> None:
    cases = {**{name: content for name, (content, _) in CASES.items()}, **{text: text for text in NOTES}}
    noted = ((name, _notes(convert(text)[1])) for name, text in cases.items())
    described = "\n".join(f"=== {name}\n{notes}" for name, notes in noted if notes)
    golden.check("import/wordpress-notes.txt", described.encode())
