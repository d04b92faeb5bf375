"""Proposes ``map.yml`` for an export: every type, category, tag and author, with how many items each has."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import yaml

from newsroom.english import count_things
from newsroom.importing.guess import Topic
from newsroom.importing.wordpress.index import ExportIndex
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.rules import LEAVE_OUT

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
