"""Templates of pages and of email: what they are not given stops the build."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from newsroom.publish.email.templates import EmailTemplates
from newsroom.publish.templates import PageTemplates
from newsroom.publish.views import Sitemap
from newsroom.translations import Translations


@pytest.mark.parametrize("text", ["{{ nothing }}", "{{ page.nothing }}", "{% if page.nothing %}{% endif %}"])
def test_an_unknown_name_is_an_error(tmp_path: Path, text: str) -> None:
    for name in ("page.html", "dark.css", "style.css"):
        (tmp_path / name).write_text(text if name == "page.html" else "", encoding="utf-8")
    value = Sitemap(())
    with pytest.raises(UndefinedError, match="nothing"):
        PageTemplates(tmp_path).render("page.html", value, Translations("en"))
    with pytest.raises(UndefinedError, match="nothing"):
        EmailTemplates(tmp_path).render("page.html", page=value)
