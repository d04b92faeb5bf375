"""All that is read from small Word files with what is rare in one."""

from io import BytesIO

from PIL import Image

from newsroom.importing.word import read_docx
from tests.importing.word.samples import SAMPLES, sample_file
from tests.support.golden import Golden


def _described(name: str) -> str:
    found = read_docx(sample_file(name))
    lines = [found.html, f"title: {found.title}, subtitle: {found.subtitle}"]
    for src, data in found.pictures.items():
        with Image.open(BytesIO(data)) as image:
            shown = image.convert("RGB")
        corners = [shown.getpixel((x, y)) for x in (0, shown.width - 1) for y in (0, shown.height - 1)]
        lines.append(f"{src}: {shown.size} {corners}")
    lines += [f"{note.kind}: {note.text} “{note.excerpt}”" for note in found.notes]
    return "\n".join(lines)


def test_samples_are_read_as_they_were(golden: Golden) -> None:
    described = "\n\n".join(f"=== {name}\n{_described(name)}" for name in SAMPLES)
    golden.check("import/word-samples.txt", f"{described}\n".encode())
