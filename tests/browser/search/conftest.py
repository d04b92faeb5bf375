"""A newsroom whose words are known."""

from collections.abc import Iterator

import pytest

from tests.support import small_newsroom
from tests.support.browser import serve
from tests.support.engine import built
from tests.support.items import page, publication, stories, story
from tests.support.pdfs import pdf_of
from tests.support.workers import fill_once, shared_folder

HOSTILE_TITLE = "A <img src=x onerror=window.broken=1> & <b>bold</b> title"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a newsroom whose words are known: two languages, a PDF, hostile titles, more than a page."""
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        **stories(25, areas=["elmham"], kind="reflection"),
        "stories/bank.md": story("Every transaction was slow, the clerk said.", title="At the bank"),
        "stories/storm.md": story("Then lightning struck the old elm.", title="The storm"),
        "stories/hostile.md": story("A gargoyle &lt;script&gt;window.broken=1&lt;/script&gt;.", title=HOSTILE_TITLE),
        "stories/cafe.md": story("We met at the café by the tŷ.", title="Café"),
        "docs/cymraeg.cy.md": page("Mae’r tŷ ger y môr.", title="Y tŷ", summary="Am y tŷ."),
        "publications/deep.md": publication(title="Deep", file="deep.pdf", link=None),
        "publications/deep.pdf": pdf_of("Nothing here.", "A quagga grazed beyond the wa-\nter tower."),
        "stories/secret.md": story("A quokka.", title="Secret", draft=True),
    }
    folder = fill_once(shared_folder(tmp_path_factory) / "search", lambda folder: built(folder, files))
    with serve(folder / "site") as served:
        yield served
