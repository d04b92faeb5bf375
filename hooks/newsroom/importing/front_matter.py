"""Writes the front matter of a draft: the fields of the template of its type, in the template's order."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from newsroom.check.placeholders import TEMPLATES
from newsroom.content.types import AnyType
from newsroom.read.front_matter.frontmatter import parse_front_matter

_LEAST_SCOPE = ("web",)


@dataclass(frozen=True)
class FrontMatterDraft:
    """What is known and guessed of an item's front matter.

    Attributes:
        values: The values by the names of the fields.
        kind: Its kind, if a text of its type can be of several.
        author: Who wrote it.
    """

    content_type: AnyType
    values: Mapping[str, object]
    kind: str | None
    author: str | None

    @property
    def needs_consent(self) -> bool:
        """Whether a person has to agree to it."""
        return self.kind in self.content_type.consent_kinds


class _Dumper(yaml.SafeDumper):
    """Writes tuples as lists on one line, like ``[derby, swansea]``, and each value where it is, without aliases."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


_Dumper.add_representer(tuple, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, True))


def written_front_matter(draft: FrontMatterDraft) -> str:
    """The lines of the front matter. A field that is needed and not known has the template's words: the check asks."""
    template = TEMPLATES.get(draft.content_type.name)
    model = draft.content_type.model
    needed = {info.alias or name for name, info in model.model_fields.items() if info.is_required()}
    known = {**_people(draft), **draft.values}
    fields: dict[str, object] = {}
    others = {name: value for name, value in draft.values.items() if name in draft.content_type.fields}
    blanks = parse_front_matter(template.text, template.file).values if template else others
    for name, blank in blanks.items():
        if name == "kind":
            fields[name] = draft.kind or blank
        elif name == "consent":
            if draft.needs_consent and isinstance(blank, dict):
                fields[name] = _consent(blank)
        elif name in known or name in needed:
            fields[name] = known.get(name, blank)
    return _dumped({**fields, **others, "draft": True})


def _dumped(fields: Mapping[str, object]) -> str:
    """Fields as YAML, each value on one line."""
    return yaml.dump(dict(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


def _consent(blank: Mapping[str, object]) -> dict[str, object]:
    """The template's consent, without the day on which it was given, and only for the website."""
    return {name: _LEAST_SCOPE if name == "scope" else value for name, value in blank.items() if name != "given"}


def _people(draft: FrontMatterDraft) -> dict[str, object]:
    """The author in each of the fields that may name people."""
    if not draft.author:
        return {}
    given, _, family = draft.author.rpartition(" ")
    creator = {"given": given, "family": family} if given else {"organisation": family}
    return {"author": {"name": draft.author}, "from": [{"name": draft.author}], "authors": [creator]}
