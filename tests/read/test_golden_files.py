"""What is said of files with rare names and contents, all in one repository (tests/golden/rare_files.txt)."""

from pathlib import Path

from newsroom.commands.check import check_content
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.golden import Golden
from tests.support.items import area, event, newsletter, page, publication, story, vacancy

NAMES = (
    *str.split("con.png prn.png aux.png nul.png com0.png com¹.png com².png com³.png lpt5.png lpt¹.png com10.png"),
    *str.split("lptx.png xcon.png conx.png CON.old.png a.avif.1.png a.gif.12.jpg a.jfif.email.png a.jpe.1.png"),
    *str.split("a.jpeg.1.png a.png.1.webp a.webp.1.jpg a.pdf.1.png a.jpg.x.png a.jpg.email2.png a.svg.1.png tree.png."),
    *str.split("a#b.png a&b.png a+b.png a%b.png a?b.png a*b.png a:b.png a<b.png a>b.png a|b.png a\\b.png É.png é.PNG"),
    *(" a.png", "a.png ", 'a"b.png', "a\u202eb.png", "a\u2028b.png", "a\ue000b.png", "a\tb.png", "(x) y.png", "X.png"),
    *(
        "x.png",
        f"{'x' * 97}.png",
        f"{'x' * 96}.png",
        f"{'é' * 98}.png",
        f"{'日' * 65}y.png",
        f"{'日' * 66}.png",
        "日.png",
    ),
)
PAGES = (
    *str.split("a.fr.md a.CY.md A.md a_b.md a--b.md a.b.cy.md a.easy.md a.Easy-Read.md a.cy.easy.md index.md 1.md"),
    *str.split("-a.md a-.md sub/x.md é.md a.markdown a.MD a.md.txt a.Markdown .x.md .x.MD ._y.md .#y.md .~y.md .md"),
    *str.split(".x.txt .x.markdown .git/x.md .github/x.md .obsidian/x.md .stversions/x.md .trash/x.md .vscode/x.md"),
    *(".x/y.md", ".x/.y.md", "~$x.md", "a b.md", "Sub Folder/x.md"),
)
EDITIONS = (
    *str.split("2024-13 2024-1 2024-00 spring 2024-03-09-spring 2024-03-09 2024-03-32 2024 24-03 2024-03-Spring"),
    "2024-02-30",
)
ROOT_FOLDERS = (
    *str.split("bench build dist env hooks node_modules overrides scripts site tests venv vendor preview preview-1"),
    *str.split("Tests drafts story Stories storys newsletter publication events event areas news posts blog people"),
    ".hidden",
)
ROOT_FILES = str.split(
    "agents changelog code_of_conduct contributing license readme security support README READMES garden.cy"
)
STORY = story()
CONFLICT = "<<<<<<< ours\n{}\n||||||| base\nx\n=======\n{}\n>>>>>>> theirs\n"
FILES: dict[str, str | bytes] = {
    **{f"docs/assets/{name}": b"x" for name in NAMES},
    **{f"stories/{name}": STORY for name in PAGES},
    **{f"newsletters/{name}.md": newsletter(title=name) for name in EDITIONS},
    **{f"{folder}/a.md": STORY for folder in ROOT_FOLDERS},
    **{f"{name}.md": STORY for name in ROOT_FILES},
    "docs/Our Areas/x.md": page(),
    "docs/our-areas/x.md": page(title="Areas"),
    "docs/areas/sub/x.md": area(),
    "edition.md": newsletter(),
    "report.markdown": publication(),
    "gathering.md": "\n---\n# a\n\n  \n" + event().removeprefix("---\n"),
    "job.MD": vacancy(),
    "area.md": area(),
    "plain.md": page(),
    "kind.md": "---\n kind: x\n---\n",
    "rule.md": "---\n\nWords: one\n",
    "words.md": "Words.",
    "newsletter/a.png": b"x",
    "publications2/a.png": b"x",
    "posts2/a.md": "Words.",
    "docs/a-utf-16.md": STORY.encode("utf-16-le"),
    "docs/a-utf-16-mark.md": STORY.encode("utf-16"),
    "docs/a-utf-32.md": STORY.encode("utf-32"),
    "docs/a-byte.md": "---\ntitle: É\r\rŴ ".encode() + b"\xe9\n---\n",
    "docs/a-control.md": "---\ntitle: A\r\nsummary: \x02\n---\n",
    "docs/conflict.md": STORY.replace("Words.", CONFLICT.format("One", "Two")),
    "docs/conflict-alone.md": STORY + "<<<<<<< a\n\n<<<<<<< b\n>>>>>>> c\n>>>>>>> d\n=======\n",
    "docs/conflict-fields.md": "---\n" + CONFLICT.format("title: A: b", "title: A: c") + "date: [\n---\n\nA\n=======\n",
    "docs/underlined.md": page("One\n=======\n\n<<<<<<<\n\n>>>>>>>", title="Underlined"),
    "docs/long-line.md": page("[" * 4000 + "\n[", title="Long"),
    "docs/long-lines.md": page("\n" * 10_000, title="Lines"),
    "docs/pictures.md": page(f"![a](data:image/png;base64,{'A' * 300_000})", title="Pictures"),
    "docs/malformed.md": page("[a](http://[) [b](https://elm.example:99999/) [c](https://elm.example:1/)", title="Bad"),
    "docs/old-addresses.yml": (
        "# comment\n  # comment\n\n/a/: /stories/\n'/?cat=3': /stories/ # note\n\"/b/\": /events/  \n"
        "'/c/\": /stories/\n/d/:/stories/\n/e/: stories/\n/f: /stories/\n/g/: /gone/\n/a/: /stories/\n"
        "/stories/: /stories/\n/h.pdf: /stories/\n /i/: /stories/\nj: /stories/\n/k/ : /stories/\n"
        "/l/: /stories/ note\n/m/: /\n/../n/: /stories/\n"
    ),
    "docs/synonyms.yml": (
        "# comment\n\nLonely: isolated, 'On  my own' # note\nlonely: alone\njobs: [work, \"Vacancies\"]\na b\n"
        ": c\nd:\ne: f,, g\nh: i: j\nk: {l: m}\nn: n\n- o: p\n q: r\ns:\n  - t\n\n  - u: v, w\nx:\n - y\n"
        "z: # note\n\n# note\n- aa\nab: ac\n- ad\nae:\naf: ag\n’ah’: it’s\nai: it's\n-aj: ak\n"
    ),
    "docs/synonyms.cy.yml": "unig: ynysig\n",
    "docs/synonyms.fr.yml": "a: b\n",
}


def test_what_is_said_of_rare_files_matches_golden_file(tmp_path: Path, golden: Golden) -> None:
    write_files(tmp_path, {**small_newsroom(), **FILES})
    found = check_content(tmp_path, SETTINGS, today=TODAY).problems
    shown = (str(problem) for problem in found if problem.code not in ("title-repeated", "file-unused"))
    golden.check("rare_files.txt", "\n".join(shown).encode("utf-8", "backslashreplace"))
