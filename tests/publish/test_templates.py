"""Templates of pages and of email: what they are not given stops the build."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml.html import document_fromstring

from newsroom.colours import COLOURS_FILE
from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.templates import PageParts, PageTemplates
from newsroom.publish.theme import theme_folder
from newsroom.publish.views import Sitemap
from newsroom.translations import Translations
from tests.support import ROOT, write_files


@pytest.mark.parametrize("text", ["{{ nothing }}", "{{ page.nothing }}", "{% if page.nothing %}{% endif %}"])
def test_unknown_name_is_an_error(tmp_path: Path, text: str) -> None:
    email, value = tmp_path / "email", Sitemap(())
    texts = {"page.html": text, "email/page.html": text, "email/dark.css": "", "email/style.css": ""}
    write_files(tmp_path, texts | {COLOURS_FILE: (ROOT / "overrides" / COLOURS_FILE).read_text(encoding="utf-8")})
    with pytest.raises(UndefinedError, match="nothing"):
        PageTemplates(tmp_path).render("page.html", value, Translations("en"))
    with pytest.raises(UndefinedError, match="nothing"):
        EmailTemplates(email).render("page.html", page=value)


@pytest.mark.parametrize("base", ["", "../../", "/newsroom/"])
def test_frame_prints_each_part_once_and_nothing_for_the_themes_script(base: str) -> None:
    names = [field.name for field in fields(PageParts) if field.name not in ("language", "direction", "base")]
    parts = PageParts(language="cy", direction="rtl", base=base, **{name: f"<!-- {name} -->" for name in names})
    page = PageTemplates(ROOT / "overrides").page(parts)
    tree = document_fromstring(page)
    assert {name: page.count(f"<!-- {name} -->") for name in names} == dict.fromkeys(names, 1)
    assert (tree.get("lang"), tree.body.get("dir")) == ("cy", "rtl")
    files = [address.removeprefix(base) for address in tree.xpath("//@href | //@src")]
    theme = next(file for file in files if file.startswith("assets/stylesheets/main."))
    assert files == [theme, "assets/newsroom.css", "assets/dark.css", "assets/site.js"]
    assert (theme_folder() / theme).is_file()
    assert tree.xpath("//input | //label | //style | //*[@data-md-component='dialog']") == []


def test_ids_of_a_page_are_none_that_a_heading_can_have() -> None:
    templates = [file for file in (ROOT / "overrides").rglob("*.html") if "email" not in file.parts]
    ids = [id_ for file in templates for id_ in re.findall(r'\bid="([^"]*)', file.read_text(encoding="utf-8"))]
    assert len(ids) > 20
    assert [id_ for id_ in ids if not id_.startswith("NW-")] == []
