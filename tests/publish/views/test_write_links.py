"""The links of the editors' guide that lead to where an item can be written."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from newsroom.check.placeholders import TEMPLATES
from newsroom.content.types import TYPES
from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.items import page
from tests.support.rendering import body

REPOSITORY = "https://github.example/elm/site"


def links(folder: Path, adds: str | None, **settings: object) -> dict[str, str]:
    """The words and the addresses of the buttons on a page of the guide."""
    files = small_newsroom() | {"docs/contribute.md": page(), "docs/contribute/add.md": page(adds=adds)}
    build = open_newsroom(folder, files, settings={**SETTINGS, **settings})
    shown = body(build, "docs/contribute/add.md" if adds else "docs/contribute.md")
    return {button.text_content(): button.get("href", "") for button in shown.xpath(".//p[@class='nw-actions']/a")}


@pytest.mark.parametrize("name", TEMPLATES)
def test_github_opens_a_new_file_with_the_template(tmp_path: Path, name: str) -> None:
    address = links(tmp_path, name, repository_url=f"{REPOSITORY}/")["Write on GitHub"]
    (content_type,) = (found for found in TYPES if found.name == name)
    given = parse_qs(urlsplit(address).query)
    assert address.startswith(f"{REPOSITORY}/new/main/{content_type.folder}?")
    assert given["value"] == [TEMPLATES[name].text]
    assert len(address) < 4_000
    chosen = f"{content_type.folder}/{given['filename'][0]}"
    (tmp_path / "new").mkdir()
    found = problems_in(tmp_path / "new", {chosen: given["value"][0]})
    assert ("file-name-invalid", chosen) in {(problem.code, problem.path) for problem in found}


def test_only_what_can_be_reached_has_a_link(tmp_path: Path) -> None:
    assert links(tmp_path / "plain", "story") == {}
    assert links(tmp_path / "other", "story", repository_url=REPOSITORY, edit_uri="-/edit/main/") == {}
    assert links(tmp_path / "first", None, repository_url=REPOSITORY) == {}
