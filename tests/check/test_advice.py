"""Advice on wording: on its line, for each kind of text, and only where the words are the author's own."""

from collections.abc import Mapping
from pathlib import Path

from newsroom.codes import Severity
from newsroom.commands.check import check_content
from newsroom.problems import Problem
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import newsletter, story
from tests.support.wordings import Reported

WORDS = "# A comment\nUtilise, utilised: use, or used # or another word\nin order to: to\nimpactful:\nvary: change\n"
SHORT = "We walked along the canal. "
LONG = "We walked along the canal and " + "over the hill and " * 6 + "home."
LIST = "We met Ada, Ben, Cat, Dee and Eve, and we went " + "over the hill and " * 6 + "home."
IMAGE = {"image": {"src": "a.png", "alt": "Picture of an elm"}}
STORY = "stories/a.md"


def advice_on(root: Path, files: Mapping[str, str | bytes]) -> list[Problem]:
    """The advice on some files beside a small newsroom, for which the Welsh dictionary lacks one word."""
    write_files(root, {**small_newsroom(), "docs/words-to-avoid.yml": WORDS, "stories/a.png": picture(), **files})
    found = check_content(
        root, SETTINGS, today=TODAY, misspelt=lambda lang, words: words & {"cymunedd"} if lang == "cy" else frozenset()
    )
    return [problem for problem in found.problems if problem.severity is Severity.ADVICE]


# Each story, and its line and code for each entry of advice. The text begins on line 8.
TEXTS = {
    "own-line": (f"{SHORT}\n{LONG}\n", ["9 advice-sentence-long"]),
    "item": (f"- One\n- {LONG}", ["9 advice-sentence-long"]),
    "list-in-sentence": (LIST, []),
    "short": (SHORT * 20, []),
    "quotation": (f"> {LONG} Utilise it.", []),
    "avoided": (
        "We *utilised*\nit in\norder to play.\n\nIMPACTFUL!",
        ["12 advice-word", "8 advice-word", "9 advice-word"],
    ),
    "code": (
        "<p><samp>utilise</samp> <kbd>utilise</kbd> <code>utilise</code> <span lang='cy'>utilise</span></p>\n\n"
        "<pre>utilise</pre>\n\nVary it as you may.[^1]<br>Utilised.\n\n[^1]: In  order\n    to.",
        ["12 advice-word", "12 advice-word", "14 advice-word"],
    ),
    "as-long-as-it-may-be": (
        f"{'Word ' * 29}word.\n\n{'Word ' * 30}word.\n\n{'Word ' * 27}a, b; c, d, e.",
        ["10 advice-sentence-long"],
    ),
    "sentences": (
        f"{'Word ' * 24}e.g. word word word word word word.\n\n"
        f"“{'Word ' * 24}word.” (Word word word word word word?) [Word]!",
        ["8 advice-sentence-long"],
    ),
    "not-avoided": ('Reutilised, utilised-ish, `utilise`, [garden](../docs/about.md "utilise")', []),
    "headings": ("## WHAT WE DID\n\n## NHS\n\n## UK\n\nWords.", ["8 advice-heading-capitals"]),
    "short-headings": (
        "## A BBC\n\n## A NHSX B\n\n## THE BBC\n\n## WORDS\n\n## OUR WORDS 5\n\nWords.",
        ["10 advice-heading-capitals", "16 advice-heading-capitals"],
    ),
    "pictures-of": (
        "![an image of a](a.png)\n\n![the photograph showing a](a.png)\n\n![Graphic  of a](a.png)\n\n![photo a](a.png)",
        ["10 advice-alt-redundant", "12 advice-alt-redundant", "8 advice-alt-redundant"],
    ),
    "pictures": ("![A photo of an elm](a.png)\n\n![Photographer](a.png)", ["8 advice-alt-redundant"]),
    "misspelt": (
        "Two.\n\nWe recieve post.[^1]\n\nWe recieve.\n\n[^1]: It was seperate.",
        ["10 advice-spelling", "12 advice-spelling", "14 advice-spelling"],
    ),
    "not-misspelt": ("Mr Teh, colour and color, `teh`, TEH.", []),
    "welsh-words": ('<p lang="cy">We recieve</p>\n\n<span lang="cy">recieve</span>', []),
}
FILES = {
    "stories/front.md": (
        story(title="An elm, teh", summary=f"Utilise it. {LONG}"),
        ["2 advice-spelling", "4 advice-sentence-long", "4 advice-word"],
    ),
    "stories/lead.md": (story(title="Lead", **IMAGE), ["6 advice-alt-redundant"]),
    "stories/poem.md": (
        story(LONG, title="Poem", kind="poem", author="Ada", consent_not_needed="It is about a hill"),
        [],
    ),
    "stories/front.cy.md": (story(f"## WHAT WE DID\n\nY cymunedd, recieve, utilise. {LONG}"), ["10 advice-spelling"]),
    "stories/future.md": (story(LONG, title="Future", date="2027-01-01"), ["8 advice-sentence-long"]),
    "newsletters/2024-03.md": (newsletter(f"## Hello\n\n{LONG}"), ["11 advice-sentence-long"]),
}


def test_advice_is_on_its_line(tmp_path: Path, reported: Reported) -> None:
    cases = FILES | {f"stories/{name}.md": (story(text, title=name), found) for name, (text, found) in TEXTS.items()}
    found: dict[str, list[str]] = {path: [] for path in cases}
    for line in sorted(reported(advice_on(tmp_path, {path: text for path, (text, _) in cases.items()}))):
        path, _, advice = line.rstrip("?").partition(":")
        if not path.startswith("docs/"):
            found[path].append(advice)
    assert found == {path: expected for path, (_, expected) in cases.items()}


def test_unreadable_lines_of_the_list_are_reported(tmp_path: Path, reported: Reported) -> None:
    files = {"docs/words-to-avoid.yml": "utilise: use\nno colon\n: x\n", STORY: story("Utilise it.")}
    path = "docs/words-to-avoid.yml"
    expected = [f"{path}:2 words-to-avoid-invalid?", f"{path}:3 words-to-avoid-invalid?", f"{STORY}:8 advice-word?"]
    assert reported(advice_on(tmp_path, files)) == expected


def test_site_without_a_list_avoids_no_words(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom() | {STORY: story("We utilise it.")})
    found = check_content(tmp_path, SETTINGS, today=TODAY, misspelt=lambda _lang, _words: frozenset())
    assert found.problems == ()


def test_private_data_is_not_quoted(tmp_path: Path) -> None:
    body = f"NHS number 943 476 5919 {LONG[3:]}"
    (problem,) = advice_on(tmp_path, {STORY: story(body)})
    assert "5919" not in problem.sentence
