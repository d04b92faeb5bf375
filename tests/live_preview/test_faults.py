"""What the preview shows if pages cannot be made."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from live_preview.faults import describe_fault


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>\n{% if %}", "story.html, line 2: TemplateSyntaxError: "),
        ("<p>\n\n{{ page.titel.x }}", "story.html, line 3: UndefinedError: "),
    ],
)
def test_fault_in_template_has_its_line(tmp_path: Path, template: str, expected: str) -> None:
    (tmp_path / "story.html").write_text(template)
    shown: list[str] = []
    with describe_fault(shown.append):
        templates = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True)
        templates.get_template("story.html").render(page={})
    assert [text[: len(expected)] for text in shown] == [expected]


def test_fault_elsewhere_has_no_line() -> None:
    shown: list[str] = []
    with describe_fault(shown.append):
        raise ValueError("no map")
    assert shown == ["ValueError: no map"]
