"""All that WordPress's texts become that are rare, and the notes on all cases."""

from pathlib import Path

from newsroom.importing.wordpress.autop import add_paragraphs
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


def test_paragraphs_in_all_blocks_are_what_they_were(golden: Golden) -> None:
    names = (
        *("address", "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "dialog", "div"),
        *(
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
        ),
        *(
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "map",
            "math",
            "menu",
            "nav",
            "ol",
            "p",
            "section",
            "summary",
            "table",
        ),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul", "pre", "script", "style", "svg", "textarea", "object"),
        *("video", "audio", "span", "center"),
    )
    parts = [f"<{name} a='b'>c\n \n d<br>\ne</{name.upper()}>f\n\n\ng<{name}/>\r\nh" for name in names]
    parts += [
        "<div\nid='x'>a</div >\rb<br/>\nc<br />\n  d",
        "<p>a<div>b</p>c</div>d",
        "</div>a\n\n<pre>b</pre> c",
        "<pre></pre>a\n\n<script></script>b\n\nc",
        "<p>a</p> \n <div>b</div>\n\n c \n",
        "\x001\x00",
    ]
    golden.check("import/wordpress-paragraphs.html", "\n".join(map(add_paragraphs, parts)).encode())
