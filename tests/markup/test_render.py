"""The core renders a text to the same bytes as the engine does."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.markup import Dialect, Location, parse_dialect, render
from newsroom.problems import ContentError
from tests.support import TODAY, open_newsroom
from tests.support.engine import build, make_repository
from tests.support.everything import everything
from tests.support.images import picture
from tests.support.pdfs import pdf
from tests.support.pieces import page, story
from tests.support.rendering import dialect
from tests.support.rendering import render as render_page

NOWHERE = Location("stories/a.md", "stories/a/", {})
LINKS = """\
See [the home page](../docs/index.md), [about](../docs/about.md "Who we are"), [a list](index.md), [a heading](#here),
[its own page](linked.md#here), [a query](../docs/about.md?print=1), [Welsh](stori.cy.md), [the feed](../feed.xml),
[a file](<a guide.pdf>), [the same](a%20guide.pdf), <https://example.org/?a=1&b=2>, <ada@example.org>,
[a telephone](tel:+441), [elsewhere](https://example.org/stories/a.md), [by name][about] and [about].

[about]: ../docs/about.md "About"

## Here

[![A gate](gate.png "A caption"){ .wide width=20 }](../docs/areas/elmham.md) ![a gate][gate] ![decorative](gate.png)

[gate]: gate.png

- [in a list](everything.md)
    > [in a quote](everything.md) `[not a link](everything.md)`

| [in a table](everything.md) | `a|b` |
|---|---|
| ![A gate](gate.png) | &copy; &amp; < > |

<div markdown="1">
[in HTML](everything.md) <a href="https://example.org/">a tag</a>
</div>
<p><a href="#here">raw</a> </p>

A note[^1], the HTML, a line break\\
and `code with <tags>`.  Escaped \\[brackets\\](everything.md) and \\*stars\\*.

*[HTML]: HyperText Markup Language

[^1]: With [a link](../docs/about.md) and ![a gate](gate.png).

!!! note "A [link](everything.md) in a title"
    ```html
    <a href="everything.md">code</a>
    ```

Term
:   [In a definition](everything.md)
"""
RECORDER = '''\
"""Writes down the HTML of every page's body, before anything else sees it."""

from pathlib import Path


def on_page_content(html, page, config, **_):
    file = Path(config.config_file_path).parent / "rendered" / page.file.src_uri
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(html.encode())
'''


def _files() -> Mapping[str, str | bytes]:
    return {
        **everything(),
        "stories/linked.md": story(LINKS, title="Links of every sort", date="2026-02-01"),
        "stories/gate.png": picture(),
        "stories/a guide.pdf": pdf(),
        "docs/deep/er/index.md": page("[Up](../../index.md) and [beside](beside.md).", title="Deep"),
        "docs/deep/er/beside.md": page("[To the index](index.md), [home](../../index.cy.md).", title="Beside"),
    }


def test_every_page_has_the_bytes_that_the_engine_writes(tmp_path: Path) -> None:
    repository = tmp_path / "engine"
    repository.mkdir()
    make_repository(repository, _files())
    settings = repository / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("hooks:\n", "hooks:\n  - record.py\n"))
    (repository / "record.py").write_text(RECORDER)
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    core = open_newsroom(tmp_path / "core", _files(), today=TODAY)
    pages = {web_page.path: render_page(core, web_page).encode() for web_page in core.site.pages}
    recorded = repository / "rendered"
    by_engine = {p.relative_to(recorded).as_posix(): p.read_bytes() for p in recorded.rglob("*") if p.is_file()}
    assert len([html for html in by_engine.values() if html]) > 10
    assert pages == by_engine


def test_what_a_text_defines_is_not_kept_for_the_next() -> None:
    first = render(
        "The LAC.[^1]\n\n*[LAC]: Coordinator\n\n[^1]: A note.\n\n[a]: https://example.org/", dialect(), NOWHERE
    )
    assert "Coordinator" in first
    assert render("The LAC, [a].", dialect(), NOWHERE) == "<p>The LAC, [a].</p>"


def test_links_without_an_address_do_no_harm() -> None:
    assert 'id="x"' in render('<div markdown="1"><a id="x">words</a></div>', dialect(), NOWHERE)


@pytest.mark.parametrize(
    ("listed", "extensions", "configs"),
    [
        (None, (), {}),
        (["abbr", {"toc": {"toc_depth": 2}}, "tables"], ("abbr", "toc", "tables"), {"toc": {"toc_depth": 2}}),
        ({"abbr": None, "toc": {"toc_depth": 2}}, ("abbr", "toc"), {"toc": {"toc_depth": 2}}),
        ([{"abbr": None}], ("abbr",), {}),
        ("abbr", (), {}),
    ],
)
def test_the_dialect_is_what_mkdocs_yml_lists(
    listed: object, extensions: tuple[str, ...], configs: Mapping[str, object]
) -> None:
    found = parse_dialect(listed)
    assert found.extensions == extensions
    assert {name: config for name, config in found.configs.items() if config} == configs


@pytest.mark.parametrize("bad", [Dialect(("no_such_extension",)), Dialect(("toc",), {"toc": {"no_such_setting": 1}})])
def test_an_extension_that_cannot_be_used_is_a_problem_of_mkdocs_yml(bad: Dialect) -> None:
    with pytest.raises(ContentError) as raised:
        render("Words.", bad, NOWHERE)
    (problem,) = raised.value.problems
    assert str(problem).startswith("mkdocs.yml: `markdown_extensions` cannot be used (")
    assert str(problem).endswith("; correct the name of the extension or its settings, or install it.")
