"""What each item of an export becomes: the rules in ``map.yml``, and the file that is proposed first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from newsroom.english import count_things
from newsroom.importing.guess import Topic
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.index import ExportIndex
from newsroom.importing.wordpress.model import Item, Term

LEAVE_OUT = "leave out"
_Outcome = Literal["story", "newsletter", "publication", "page", "leave out"]
_DOMAINS: Mapping[str, str] = {"category": "categories", "post_tag": "tags"}
_FIRST_LINES = """\
# What each item of the WordPress export becomes: story, newsletter, publication, page or leave out.
# The first rule that says it counts: those of categories, then tags, other terms, and types.
# `kind`, `areas` and `principles` may be in every rule, like: news: {as: story, kind: news, areas: [elmham]}
# The numbers are those of published items. Change what is wrong, then run the same command again.
"""
_KINDS: Mapping[str, dict[str, object]] = {
    r"newsletters?|bulletins?|cylchlythyr(?:au)?": {"as": "newsletter"},
    r"publications?|reports?|research|evaluations?|resources?|cyhoeddiad(?:au)?|adroddiad(?:au)?": {
        "as": "publication"
    },
    r"news|newyddion|announcements?|press.*|updates?": {"kind": "news"},
    r"interviews?|cyfweliad(?:au)?": {"kind": "interview"},
    r"poems?|poetry|cerddi?": {"kind": "poem"},
    r"guest.*": {"kind": "guest-blog"},
    r"blogs?|reflections?|opinion": {"kind": "reflection"},
}
_TYPES: Mapping[str, str] = {"post": "story", "page": "page"}
_IGNORED_TERMS = frozenset({"language", "post_translations", "term_language", "nav_menu", "post_format", "author"})
_NO_PEOPLE = frozenset({"admin", "administrator", "editor", "webmaster", "wordpress"})


class Rule(BaseModel):
    """What a type, a category or a tag says of its items; nothing is said by what is missing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    becomes: _Outcome | None = Field(None, alias="as")
    kind: str | None = None
    areas: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()


def _rule(value: object) -> object:
    """A rule from its short form, which is only what its items become."""
    return {"as": value} if isinstance(value, str) else (value or {})


_Rules = Annotated[Mapping[str, Annotated[Rule, BeforeValidator(_rule)]], BeforeValidator(lambda value: value or {})]


class Rules(BaseModel):
    """The rules of one import: for types, categories, tags and other terms by their slugs; authors' names by logins."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    types: _Rules = Field(default_factory=dict)
    categories: _Rules = Field(default_factory=dict)
    tags: _Rules = Field(default_factory=dict)
    terms: _Rules = Field(default_factory=dict)
    authors: Annotated[Mapping[str, str | None], BeforeValidator(lambda value: value or {})] = Field(
        default_factory=dict
    )

    def for_item(self, item: Item) -> Rule:
        """What all rules say of an item together. Categories decide before tags, and these before the type."""
        found = list(self._matching(item))
        return Rule(
            **{"as": next((rule.becomes for rule in found if rule.becomes), LEAVE_OUT)},
            kind=next((rule.kind for rule in found if rule.kind), None),
            areas=tuple(dict.fromkeys(area for rule in found for area in rule.areas)),
            principles=tuple(dict.fromkeys(name for rule in found for name in rule.principles)),
        )

    def author(self, login: str, names: Mapping[str, str]) -> str | None:
        """The name of an author for readers; None where the rules leave it out."""
        return self.authors[login] if login in self.authors else names.get(login) or None

    def _matching(self, item: Item) -> Iterator[Rule]:
        for group in ("categories", "tags", "terms"):
            rules: _Rules = getattr(self, group)
            yield from (rules[term.slug] for term in item.terms if _group(term) == group and term.slug in rules)
        if item.type in self.types:
            yield self.types[item.type]


def _group(term: Term) -> str:
    return _DOMAINS.get(term.domain, "terms")


def read_rules(path: Path, areas: Iterable[str], principles: Iterable[str]) -> Rules:
    """Read ``map.yml``. Raises ImportRefusedError, which names each error."""
    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        rules = Rules.model_validate(values)
    except (OSError, UnicodeDecodeError) as error:
        raise ImportRefusedError(f"{path} cannot be read.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}" if mark else str(path)
        raise ImportRefusedError(
            f"{place} is not valid YAML: {getattr(error, 'problem', None) or 'look at it'}."
        ) from error
    except ValidationError as error:
        lines = (f"{path}: {_place(each['loc'])}: {each['msg']}" for each in error.errors())
        raise ImportRefusedError("\n".join(lines)) from error
    if faults := [*_unknown(rules, "areas", set(areas)), *_unknown(rules, "principles", set(principles))]:
        raise ImportRefusedError("\n".join(f"{path}: {fault}" for fault in faults))
    return rules


def _place(location: tuple[int | str, ...]) -> str:
    return " → ".join(str(part) for part in location) or "the file"


def _unknown(rules: Rules, field: str, known: set[str]) -> Iterator[str]:
    for group in ("types", "categories", "tags", "terms"):
        for name, rule in getattr(rules, group).items():
            for wanted in getattr(rule, field):
                if wanted not in known:
                    yield f"{group} → {name}: there is no file for '{wanted}' in the site's {field}"


def propose_rules(index: ExportIndex, topics: tuple[Topic, ...]) -> str:
    """The text of a first ``map.yml``. Nothing in it is decided: a person reads it before anything is written."""
    items = list(index.texts())
    types = Counter(item.type for item in items)
    lines = ["", "types:"]
    for name, count in types.most_common():
        guess = {"as": _TYPES.get(name) or _guess(name, "", ()).get("as", LEAVE_OUT)}
        lines.append(_line(name, guess, count_things(count, "item")))
    for title, domain in (("categories", "category"), ("tags", "post_tag"), ("terms", None)):
        lines += ["", f"{title}:", *_term_lines(items, domain, topics)]
    lines += ["", "authors:  # the name that readers see, or null to name nobody"]
    for login, count in Counter(item.author for item in items if item.author).most_common():
        name = index.channel.authors.get(login) or login
        is_person = login.lower() not in _NO_PEOPLE and name.lower() not in _NO_PEOPLE
        lines.append(_line(login, name if is_person else None, count_things(count, "item")))
    return "\n".join([_FIRST_LINES, *lines[1:]]) + "\n"


def _term_lines(items: list[Item], domain: str | None, topics: tuple[Topic, ...]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for item in items:
        for term in item.terms:
            is_wanted = (
                term.domain == domain if domain else term.domain not in (*_IGNORED_TERMS, "category", "post_tag")
            )
            if is_wanted and term.slug:
                counts[term.slug] += 1
                names[term.slug] = term.name
    for slug, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield _line(slug, _guess(slug, names[slug], topics), f"{names[slug]}, {count_things(count, 'item')}")


def _guess(slug: str, name: str, topics: tuple[Topic, ...]) -> dict[str, object]:
    for pattern, rule in _KINDS.items():
        if re.fullmatch(pattern, slug, re.IGNORECASE) or re.fullmatch(pattern, name, re.IGNORECASE):
            return rule
    found: dict[str, object] = {}
    for topic in topics:
        if topic.slug == slug or topic.name.lower() == name.lower():
            found[topic.field] = [topic.slug]
    return found


def _line(name: str, value: object, comment: str) -> str:
    text = yaml.safe_dump({name: value}, allow_unicode=True, default_flow_style=True, width=10_000).strip()
    return f"  {text[1:-1]}  # {' '.join(comment.split())}"
