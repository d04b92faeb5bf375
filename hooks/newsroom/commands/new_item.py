"""Writes a new item, like a story or an event, in which editors fill in the blanks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import ValidationError

from newsroom.check.placeholders import TEMPLATES
from newsroom.commands.new_file import NewFile, NewFileError, chosen_language
from newsroom.content.document import Value
from newsroom.content.model import Timed
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES, AnyType
from newsroom.importing.names import slug_for
from newsroom.open_build import load_build
from newsroom.problems import suggest_file
from newsroom.publish.build_options import BuildOptions
from newsroom.read.filenames import is_reserved
from newsroom.read.front_matter.frontmatter import parse_front_matter
from newsroom.read.front_matter.validate import value_fault
from newsroom.site_settings import site_settings

TYPES_WITH_TITLE = tuple(found for found in DATED_TYPES if found.file_name.made_from == "title")
"""The types of which a new file is named after its title."""
_UNKNOWN = frozenset({"ends"})
"""Fields whose value in a template does not fit a known moment."""
_LONGEST_NAME = 60


@dataclass(frozen=True)
class ItemFields:
    """What is known of a new item. ``topics`` are the names of its topics by field, like "derby" in "areas".

    ``kind`` is "" for a type without kinds. ``moment`` is the value of its type's ``moment_field``; "" if not known.
    """

    title: str
    kind: str
    date: str
    topics: Mapping[str, Sequence[str]]
    moment: str = ""


def topics_of_site(root: Path, values: object, today: date) -> Mapping[str, Mapping[str, str]]:
    """Return the topics that a new item may name: by field, the name of each with its title.

    Raises:
        ContentError: The settings are not valid.
    """
    settings = site_settings(values, root)
    library = load_build(root, settings, BuildOptions(today=today), is_checked=False).context.library
    documents = [found for found in library.as_preview().documents if found.lang == settings.default_language]
    return {
        found.topic_field: {each.slug: each.front.heading for each in documents if each.type is found}
        for found in TOPIC_TYPES
    }


def moment_field_of(content_type: AnyType) -> str:
    """The field of a type that says when an item is, like `starts`; "" if items are over on no day."""
    return content_type.model.moment_field if issubclass(content_type.model, Timed) else ""


def new_item(
    root: Path,
    values: object,
    today: date,
    content_type: AnyType,
    item: ItemFields,
    *,
    name: str | None,
    lang: str | None,
) -> NewFile:
    """Return a new item, in which editors have to fill in the blanks.

    The blanks have the text of the template, or are left out where they are needed: ``newsroom check`` reports both.

    Args:
        values: The settings as they are in mkdocs.yml.
        today: The day on which it comes to the site.
        content_type: Its type, one of ``TYPES_WITH_TITLE``.
        item: What is known of it.
        name: The name of its file; None to make it from the title.
        lang: Its language; None for the site's own.

    Raises:
        ContentError: The settings are not valid.
        NewFileError: There is such a file already, or a value is not valid.
    """
    settings = site_settings(values, root)
    _, suffix = chosen_language(lang, settings)
    known = topics_of_site(root, values, today)
    for topic_field, chosen in item.topics.items():
        for topic in chosen:
            if topic not in known[topic_field]:
                fix = suggest_file(topic, known[topic_field], topic_field, f"docs/{topic_field}")
                raise NewFileError(f"'{topic}' is not one of the {topic_field}; {fix}")
    name = slug_for(item.title, longest=_LONGEST_NAME, default="") if name is None else name
    if not name or is_reserved(name):
        what = f"'{name or item.title}' gives no name that a file can have"
        raise NewFileError(f"{what}; give another one, like --name {content_type.file_name.example}")
    if not re.fullmatch(content_type.file_name.pattern, name):
        raise NewFileError(f"'{name}' cannot be the name of a file; {content_type.file_name.help}, with --name")
    path = f"{content_type.folder}/{name}{suffix}.md"
    if (root / path).exists():
        raise NewFileError(f"{path} exists already; give another name with --name")
    template = parse_front_matter(TEMPLATES[content_type.name].text, path)
    fields = _fields(template.values, content_type, item, today)
    for field in filter(None, ("date", moment_field_of(content_type))):
        if field in fields and (fault := day_fault(content_type, field, fields[field])):
            raise NewFileError(fault)
    front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)
    return NewFile(path, f"---\n{front}---\n{template.text}")


def day_fault(content_type: AnyType, field: str, day: object) -> str | None:
    """What is wrong with the day in a field of a type, like `starts`, and how to write it; None if it is valid."""
    try:
        content_type.model.model_validate({field: day})
    except ValidationError as error:
        for details in error.errors():
            if details["loc"] == (field,):
                fault = value_fault(details)
                return f"{fault.what}; {fault.fix}"
    return None


def _fields(
    template: Mapping[str, Value], content_type: AnyType, item: ItemFields, today: date
) -> Mapping[str, object]:
    """The front matter: what is known, and the blanks of the template."""
    topics = {name: list(chosen) for name, chosen in item.topics.items()}
    fields: dict[str, object] = {**template, "title": item.title, "date": item.date, **topics}
    if item.kind:
        fields["kind"] = item.kind
    if item.moment:
        fields |= {moment_field_of(content_type): item.moment} | dict.fromkeys(_UNKNOWN.intersection(template), "")
    if item.date != today.isoformat():
        fields["added"] = today.isoformat()
    if item.kind not in content_type.consent_kinds:
        fields.pop("consent", None)
    if isinstance(consent := fields.get("consent"), dict):
        fields["consent"] = {name: value for name, value in consent.items() if name != "given"}
    return {name: value for name, value in fields.items() if value != []}
