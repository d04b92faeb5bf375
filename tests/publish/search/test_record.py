"""The page of an item as the search's engine reads it."""

from newsroom.publish.search.record import Record, record_html, sections_html
from newsroom.publish.text.sections import Section
from tests.support.html import parse

HARD = '<b>"Ŵyn" & more</b>'


def test_text_is_escaped_in_every_part() -> None:
    part = (Section(HARD, HARD, (HARD,)),)
    filters, shown = {"kind": (HARD,)}, {"date": HARD}
    texts = sections_html(part)
    record = Record("a/", "en", HARD, HARD, names=(HARD,), filters=filters, shown=shown, text=texts, file_pages=part)
    root = parse(record_html(record))
    assert [*root.iter("b")] == []
    assert [element.text for tag in ("h1", "h2", "p") for element in root.iter(tag)] == [HARD] * 7
    assert [element.get("id") for element in root.iter("h2")] == [HARD] * 2
    marked = [element.get("data-value") for element in root.iter("i")]
    assert marked == [HARD, HARD, "0000-00-00 a/"]
