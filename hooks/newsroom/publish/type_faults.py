"""Checks that nothing is missing to publish each content type: templates, drawings of cards, texts for readers."""

from collections.abc import Collection, Iterator
from pathlib import Path

from newsroom.content.types import TYPES, AnyType
from newsroom.content.types.base import Look
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem, suggest
from newsroom.translations import Translations


def type_faults(templates: Path, translations: Collection[Translations]) -> Iterator[Problem]:
    """Yield an error for a maintainer for each thing that a content type lacks.

    Args:
        templates: The folder of the site's templates. Only the texts are checked if it has no ``main.html``, which
            every page needs, as where content is checked alone.
    """
    drawings = {path.stem for path in (templates / "cards").glob("*.svg")} - {"card"}
    for found in TYPES:
        if (templates / "main.html").is_file():
            for look in dict.fromkeys((found.look, *found.looks.values())):
                yield from _look_faults(found, look, templates, drawings)
        for t in translations:
            yield from _text_faults(found, t)
        if found.has_email and not issubclass(found.model, Newsletter):
            yield _fault(found, "has `has_email`, but no fields for an email", "derive its model from Newsletter")


def _look_faults(found: AnyType, look: Look, templates: Path, drawings: Collection[str]) -> Iterator[Problem]:
    if not (templates / look.template).is_file():
        base = "item.html" if found.is_dated else "page.html"
        fix = f"add {templates.name}/{look.template}, which may extend {base}"
        yield _fault(found, f"has no template {look.template}", fix)
    if look.card not in drawings:
        otherwise = f"use one of {', '.join(sorted(drawings))}, or add {templates.name}/cards/{look.card}.svg"
        fix = suggest(look.card, drawings, otherwise)
        yield _fault(found, f"names the drawing '{look.card}' for its card, which does not exist", fix)


def _text_faults(found: AnyType, t: Translations) -> Iterator[Problem]:
    missing = [f"'{name}'" for name in dict.fromkeys(_text_names(found)) if not t.has(name)]
    if missing:
        file = f"hooks/newsroom/locale/{t.lang}.po"
        fix = f"add {', '.join(missing)} to {file}, or for now in English to `texts` in the record"
        yield _fault(found, "lacks texts for readers", fix)


def _text_names(found: AnyType) -> Iterator[str]:
    """Yield the names of the texts that every page, list, feed and filter of a type needs."""
    for genre in found.kinds or (found.label or found.name,):
        yield f"kind.{genre}"
    if found.has_kinds:
        yield from (f"kinds.{kind}" for kind in found.kinds)
    if found.is_dated:
        yield from (f"{found.address}.title", f"{found.address}.summary", f"{found.address}.all")
    if found.topic_field:
        yield from (f"{found.address}.title", f"{found.address}.all", f"footer.{found.address}")
        yield from (f"search.{found.name}", f"topics.{found.topic_field}")
    if found.in_menu:
        yield f"{found.address}.title"
    yield from found.facts


def _fault(found: AnyType, what: str, fix: str) -> Problem:
    path = f"hooks/{found.model.__module__.replace('.', '/')}.py"
    return Problem("content-type-incomplete", path, None, f"the content type '{found.name}' {what}", fix)
