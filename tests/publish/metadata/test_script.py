"""JSON inside a script element: nothing that anybody writes ends the element or changes what is said."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.publish.metadata.structured import script_json
from tests.support.html import parse
from tests.support.metadata import graph_of

PARTS = (
    "</script>",
    "<script>",
    "<!--",
    "-->",
    "]]>",
    "\\",
    '"',
    "'",
    "&lt;",
    "&amp;",
    "\u2028",
    "\u2029",
    "\x00",
    "\x1f",
)
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(st.characters(exclude_categories=["Cs"]))).map("".join)


@given(TEXTS)
@example("<!--<script>")
@example("\u2028</SCRIPT\n>")
def test_script_json_round_trips(text: str) -> None:
    said = {"@context": "https://schema.org", "@graph": [{"@type": "Article", "headline": text, text: [text, 1, None]}]}
    html = f'<!doctype html><title>T</title><script type="application/ld+json">{script_json(said)}</script><p>after</p>'
    root = parse(html)
    (script,) = root.iter("script")
    assert json.loads(script.text or "") == said
    assert [paragraph.text for paragraph in root.iter("p")] == ["after"]
    assert graph_of(html) == said["@graph"]


@given(TEXTS)
def test_script_json_escapes_special_characters(text: str) -> None:
    assert not set(script_json({text: text})) & set("<>&\u2028\u2029\n\r")


def test_script_json_is_deterministic() -> None:
    assert script_json({"b": 1, "a": ["é"]}) == '{"b":1,"a":["é"]}'
