"""Templates of pages and of email: what they are not given stops the build."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml import html

from newsroom.colours import COLOURS_FILE
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.metadata import Sitemap
from newsroom.publish.templates import PageTemplates, plain_page
from newsroom.publish.theme.material import theme_folder
from newsroom.translations import Translations
from tests.support import SETTINGS, open_newsroom, small_newsroom, write_files
from tests.support.items import story
from tests.support.theme import THEME


@pytest.mark.parametrize("text", ["{{ nothing }}", "{{ page.nothing }}", "{% if page.nothing %}{% endif %}"])
def test_unknown_name_is_an_error(tmp_path: Path, text: str) -> None:
    email, value = tmp_path / "email", Sitemap(())
    texts = {"page.html": text, "email/page.html": text, "email/dark.css": "", "email/style.css": ""}
    write_files(tmp_path, texts | {COLOURS_FILE: (THEME / COLOURS_FILE).read_text(encoding="utf-8")})
    with pytest.raises(UndefinedError, match="nothing"):
        PageTemplates(tmp_path).render("page.html", value, Translations("en"))
    with pytest.raises(UndefinedError, match="nothing"):
        EmailTemplates(email).render("page.html", page=value)


@pytest.mark.parametrize("path", ["docs/index.md", "stories/the-garden.md", "docs/areas/elmham.cy.md", None])
def test_frame_has_each_part_once_and_nothing_for_the_themes_script(tmp_path: Path, path: str | None) -> None:
    files = small_newsroom()
    files["docs/areas/elmham.cy.md"] = files["docs/areas/elmham.md"]
    build = open_newsroom(tmp_path, files, settings={**SETTINGS, "site_url": "https://a.example/elm/"})
    values = build.page_values(build.site.page(path), build.page_html(path)) if path else build.page_values(None)
    templates = PageTemplates(THEME)
    page, parts = templates.page(*values), templates.page_parts(*values)
    tree = html.fromstring(page)
    printed = (parts.head, parts.structured_data, parts.header, parts.body, parts.footer)
    assert [page.count(part) for part in printed if part] == [1] * (4 if path is None else 5)
    assert (tree.get("lang"), tree.xpath("string(body/@dir)")) == ("cy" if path and ".cy." in path else "en", "ltr")
    base = {None: "/elm/", "docs/index.md": "", "stories/the-garden.md": "../../"}.get(path, "../../../")
    theme = next(theme_folder().glob("assets/stylesheets/main.*.css")).name
    linked = [f"{base}assets/{name}" for name in (f"stylesheets/{theme}", "newsroom.css", "dark.css", "site.js")]
    assert tree.xpath("//link[@rel='stylesheet']/@href | //script/@src") == linked
    assert tree.xpath("//*[@class='md-toggle' or @class='md-dialog' or @data-md-component='skip'] | //style") == []


def test_ids_of_a_page_are_none_that_a_heading_can_have() -> None:
    templates = [file for file in (THEME).rglob("*.html") if not {"email", "editor"}.intersection(file.parts)]
    ids = [id_ for file in templates for id_ in re.findall(r'\bid="([^"]*)', file.read_text(encoding="utf-8"))]
    assert len(ids) > 20
    assert [id_ for id_ in ids if not id_.startswith("NW-")] == []


def test_page_whose_templates_are_broken_shows_its_title_and_summary_as_text(tmp_path: Path) -> None:
    texts = {"title": "Elms <b>& oaks", "summary": "How the elms <i>& the oaks on our street were saved, year by year."}
    build = open_newsroom(tmp_path, small_newsroom() | {"stories/a.md": story(**texts)})
    tree = html.fromstring(plain_page(build.site.page("stories/a.md"), ""))
    assert tree.xpath("string(head/title)") == tree.xpath("string(body/h1)") == texts["title"]
    assert tree.xpath("string(body)") == "".join(texts.values())
