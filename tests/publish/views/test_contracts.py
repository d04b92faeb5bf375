"""Each template prints what its type has, and nothing else: misspelt names, in any branch, and fields without a use."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import pytest
from jinja2 import nodes

from newsroom.publish.editor import EditorPage
from newsroom.publish.email.sender import SenderPage
from newsroom.publish.email.views import ButtonLink, EmailEdition, VideoLink
from newsroom.publish.metadata import Sitemap
from newsroom.publish.pdf.printed import PrintedPage
from newsroom.publish.views import PageFrame
from tests.support.contracts import PAGE_CLASSES, ContractChecker, Loop, reading_expressions
from tests.support.theme import THEME

PAGES = THEME
EMAIL = PAGES / "email"
FRAME = ("head", "structured_data", "preview", "header", "footer")
PAGE_CONTRACTS: Mapping[str, Mapping[str, type]] = {
    **{page.template: {"page": page} for page in PAGE_CLASSES},
    **{f"frame/{name}.html": {"page": PageFrame} for name in FRAME},
    **{page.head_template: {"page": page} for page in PAGE_CLASSES if page.head_template},
    Sitemap.template: {"page": Sitemap},
    "editor/index.html": {"page": EditorPage},
    PrintedPage.template: {"page": PrintedPage},
}
EMAIL_CONTRACTS: Mapping[str, Mapping[str, type]] = {
    **{f"layout.{ending}": {"email": EmailEdition} for ending in ("html", "txt", "md")},
    "button.html": {"link": ButtonLink},
    "video.html": {"link": VideoLink},
    "dark.css": {"outlook": bool},
    "sender.html": {"page": SenderPage},
}
ALL = [(PAGES, *contract) for contract in PAGE_CONTRACTS.items()] + [
    (EMAIL, *contract) for contract in EMAIL_CONTRACTS.items()
]
THE_THEMES = {"main.html", "sitemap.xml", "frame/palette.html"}
"""Templates that the engine renders: what they may use is in main.html."""


def checked(folder: Path) -> ContractChecker:
    """A checker that has checked all templates in a folder."""
    checker = ContractChecker(folder)
    for template, values in (PAGE_CONTRACTS if folder == PAGES else EMAIL_CONTRACTS).items():
        checker.check(template, values)
    return checker


def templates(folder: Path) -> set[str]:
    """The templates of ours in a folder."""
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.suffix in (".html", ".xml")}
    others = ("partials/", "email/") if folder == PAGES else ()
    return {name for name in found if not name.startswith(others)} - THE_THEMES


@pytest.mark.parametrize(
    ("folder", "template", "values"), ALL, ids=lambda value: value if isinstance(value, str) else ""
)
def test_templates_use_only_fields_of_their_value(folder: Path, template: str, values: Mapping[str, type]) -> None:
    assert ContractChecker(folder).check(template, values) == []


@pytest.mark.parametrize("folder", [PAGES, EMAIL], ids=["pages", "email"])
def test_every_name_in_every_template_is_checked(folder: Path) -> None:
    checker = checked(folder)
    assert templates(folder) - checker.seen == set()
    for template in templates(folder):
        missed = [node for node in reading_expressions(checker.tree(template)) if id(node) not in checker.seen_nodes]
        assert [(template, node.lineno, str(node)) for node in missed] == []


@pytest.mark.parametrize(
    ("folder", "template", "values"), ALL, ids=lambda value: value if isinstance(value, str) else ""
)
def test_misspelt_field_is_found(folder: Path, template: str, values: Mapping[str, type]) -> None:
    checker = ContractChecker(folder)
    checker.check(template, values)
    for part in sorted(checker.seen):
        for field in [*checker.tree(part).find_all(nodes.Getattr)][-1:]:
            right, field.attr = field.attr, f"{field.attr}e"
            assert any(f"{part}, line {field.lineno}: " in fault for fault in checker.check(template, values))
            field.attr = right


def test_every_field_is_printed_by_a_template() -> None:
    used = checked(PAGES).used | checked(EMAIL).used
    roots = [*PAGE_CLASSES, PageFrame, Sitemap, EmailEdition, ButtonLink, VideoLink, SenderPage]
    known = {kind for root in roots for kind in _parts(root)}
    unused = {(kind.__name__, field.name) for kind in known for field in fields(kind)} - {
        (kind.__name__, name) for kind, name in used if kind is not Loop
    }
    assert unused == set()


def test_all_types_are_frozen_and_documented() -> None:
    roots = [*PAGE_CLASSES, PageFrame, Sitemap, EmailEdition, ButtonLink, VideoLink, SenderPage]
    for kind in {kind for root in roots for kind in _parts(root)}:
        assert cast("Any", kind).__dataclass_params__.frozen, kind
        assert kind.__doc__, kind
        assert not kind.__doc__.startswith(f"{kind.__name__}("), f"{kind.__name__} has no docstring of its own"


def _parts(kind: type) -> Iterator[type]:
    """A dataclass and all that its fields hold."""
    yield kind
    for annotation in get_type_hints(kind).values():
        for part in _classes(annotation):
            if is_dataclass(part):
                yield from _parts(part)


def _classes(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)
