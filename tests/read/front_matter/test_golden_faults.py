"""What is said of front matter that is written wrongly: each line in each of many ways, and what is in rare.txt."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from newsroom.read.front_matter.frontmatter import FrontMatterText, parse_front_matter
from tests.support.golden import Golden

LINES = (
    "---",
    "title: The garden",
    'subtitle: "Elm: a street"  # a note',
    "summary: >",
    "  It was",
    "    dug.",
    "date: 2024-02-03",
    "areas: [elmham, 'ash']",
    "image:",
    "  src: a.jpg",
    "  alt: A garden",
    "image_large: {src: b.jpg, alt: 'B'}",
    "authors:",
    "  - given: Ada",
    "    family: Elm",
    "  - organisation: Ash",
    "redirect_from:",
    "- /old/",
    "- /older/",
    "# remark",
    "id:",
    "---",
    "Text.",
)
CHANGES: Mapping[str, Callable[[str], str]] = {
    "removed": lambda _: "\0",
    "twice": lambda line: f"{line}\n{line}",
    "no space after the colon": lambda line: line.replace(": ", ":", 1),
    "space before the colon": lambda line: line.replace(":", " :", 1),
    "no colon": lambda line: line.replace(":", "", 1),
    "wide colon": lambda line: line.replace(":", "\uff1a", 1),
    "no-break spaces": lambda line: line.replace(" ", "\xa0"),
    "no-break space at the end": lambda line: f"{line}\xa0",
    "invisible mark at the start": lambda line: f"\u200b{line}",
    "tabs": lambda line: line.replace("  ", "\t"),
    "tab after the colon": lambda line: line.replace(": ", ":\t", 1),
    "one more space": lambda line: f" {line}",
    "two more spaces": lambda line: f"  {line}",
    "one space less": lambda line: line.removeprefix(" "),
    "no indent": str.lstrip,
    "no space after the hyphen": lambda line: line.replace("- ", "-", 1),
    "bullet": lambda line: line.replace("- ", "• ", 1),
    "dash": lambda line: line.replace("- ", "– ", 1),
    "hyphen before it": lambda line: f"- {line}",
    "open quotation": lambda line: line.replace(": ", ': "', 1),
    "quotation and more": lambda line: line.replace(": ", ': "Elm" and ', 1),
    "curly quotation": lambda line: line.replace(": ", ": “", 1) + "”",
    "colon in the value": lambda line: f"{line}: more",
    "hash in the value": lambda line: line.replace(": ", ": #", 1),
    "at sign": lambda line: line.replace(": ", ": @", 1),
    "star": lambda line: line.replace(": ", ": *", 1),
    "tag": lambda line: line.replace(": ", ": !x ", 1),
    "anchor": lambda line: line.replace(": ", ": &x ", 1),
    "open bracket": lambda line: line.replace(": ", ": [", 1),
    "closed too early": lambda line: line.replace(",", "],", 1),
    "bracket not closed": lambda line: line.rstrip("]}"),
    "no comma": lambda line: line.replace(",", "", 1),
    "two commas": lambda line: line.replace(",", ",,", 1),
    "list in a line": lambda line: line.replace(": ", ": - ", 1),
    "value on the next line": lambda line: line.replace(": ", ":\n  ", 1),
    "more on the next line": lambda line: f"{line}\ngoes on",
    "control character": lambda line: f"{line}\x07",
    "in capitals": str.upper,
    "escape": lambda line: line.replace(": ", ': "\\q', 1) + '"',
    "number for a name": lambda line: line.replace(line.strip(" -").partition(":")[0], "12", 1),
}  # fmt: skip

MARKS = str.maketrans({"⏎": "\n", "⇥": "\t", "⍽": "\xa0", "∅": "\u200b"})
"""The marks in rare.txt: the end of a line, a tab, a no-break space, an invisible character."""


def test_faults_match_golden_file(golden: Golden) -> None:
    right = parse_front_matter("\n".join(LINES), "a.md")
    assert not right.problems
    shown = [f"right\n  {dict(right.values)}", *_changed(right)]
    golden.check("front_matter.txt", "\n".join(shown).encode("utf-8", "backslashreplace"))


def _changed(right: FrontMatterText) -> Iterator[str]:
    for name, change in CHANGES.items():
        for number, line in enumerate(LINES):
            if change(line) != line:
                text = "\n".join((*LINES[:number], change(line), *LINES[number + 1 :])).replace("\0\n", "")
                found = parse_front_matter(text, "a.md")
                yield f"{name}: {line}"
                yield from (f"  {problem}" for problem in found.problems)
                yield from _differences(right, found)


def _differences(right: FrontMatterText, found: FrontMatterText) -> Iterator[str]:
    """The fields with another value or on another line than those before them say, and the text if it is another."""
    moved = 0
    for key, line in found.lines.items():
        if right.lines.get(key, 0) + moved != line:
            moved = line - right.lines.get(key, 0)
            yield f"  {'.'.join(map(str, key))} on line {line}"
    yield from (f"  {name}: {value!r}" for name, value in found.values.items() if right.values.get(name) != value)
    if found.other_values:
        yield f"  others: {', '.join(found.other_values)}, on lines {sorted(set(found.other_lines.values()))}"
    if (found.text, found.text_line - right.text_line) != (right.text, moved):
        yield f"  text on line {found.text_line}: {found.text[:60]!r}"


def test_faults_in_rare_front_matter_match_golden_file(golden: Golden) -> None:
    """Lines of rare.txt are front matter, or whole files after a "|"."""
    shown: list[str] = []
    for line in Path(__file__).with_name("rare.txt").read_text(encoding="utf-8").splitlines():
        text = line.removeprefix("|") if line.startswith("|") else f"---⏎{line}⏎---⏎Text."
        found = parse_front_matter(text.translate(MARKS), "a.md")
        lines = {".".join(map(str, key)): number for key, number in found.lines.items()}
        shown += [line, *(f"    {problem}" for problem in found.problems), f"    {dict(found.values)} {lines}"]
        shown.append(
            f"    {dict(found.other_values)} {list(found.other_lines.values())} {found.text_line} {found.text!r}"
        )
    golden.check("front_matter_rare.txt", "\n".join(shown).encode("utf-8", "backslashreplace"))
