"""Values of a type in which everything that may be missing is missing, but for one text, or nothing is."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import partial
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints
from zlib import crc32

from markupsafe import Markup

Path = tuple[str, ...]
"""The names of the fields that lead to a text in a value."""
Type = Any
"""An annotation: a class, ``tuple[X, ...]``, ``X | None`` or a ``Literal``."""
Value = Any


def text_paths(kind: Type, path: Path = ()) -> Iterator[Path]:
    """The paths to all texts in a value of a type."""
    for part in _parts(kind):
        if is_dataclass(part):
            hints = get_type_hints(part)
            for field in fields(part):
                yield from text_paths(hints[field.name], (*path, field.name))
        elif _origin(part) is tuple:
            yield from text_paths(get_args(part)[0], path)
        elif part in (str, Markup):
            yield path


def value_with(
    kind: Type, *wanted: Path, path: Path = (), flag: bool, write: Callable[[Path], str] = ".".join
) -> Value:
    """A value of a type, in which of what may be missing nothing is there but what leads to the wanted texts.

    Args:
        kind: The type.
        wanted: Where the texts are.
        path: Where the value itself is, in a larger one.
        flag: What all flags are.
        write: Gives each text, from its path.
    """

    def make(inner: Type, *name: str) -> Value:
        return value_with(inner, *wanted, path=(*path, *name), flag=flag, write=write)

    is_wanted = any(each[: len(path)] == path for each in wanted)
    part = _parts(kind)[0]
    if NoneType in get_args(kind) and not is_wanted:
        return None
    if is_dataclass(part):
        hints = get_type_hints(part)
        build: Any = part
        return build(**{field.name: make(hints[field.name], field.name) for field in fields(part)})
    if _origin(part) is Literal:
        return get_args(part)[0]
    if _origin(part) is tuple:
        inner = get_args(part)
        if inner[-1] is Ellipsis:
            return (make(inner[0]),) * 2 if is_wanted else ()
        return tuple(make(one) for one in inner)
    if part is bool:
        return flag
    if part is date:
        return date(2026, 1, 2)
    if part is int:
        return 7
    return part(write(path))


def whole_value(kind: Type, *, flag: bool, path: Path = ()) -> Value:
    """A value of a type in which nothing is missing, and no two texts are the same. Each tuple has three items.

    Args:
        kind: The type.
        flag: What all flags are. If it is false, each choice of a ``Literal`` or a union is the last one.
        path: Where the value itself is, in a larger one.
    """

    def make(inner: Type, *name: str) -> Value:
        return whole_value(inner, flag=flag, path=(*path, *name))

    part = _parts(kind)[0 if flag else -1]
    if is_dataclass(part):
        hints = get_type_hints(part)
        build: Any = part
        return build(**{field.name: make(hints[field.name], field.name) for field in fields(part)})
    if _origin(part) is Literal:
        return get_args(part)[0 if flag else -1]
    if _origin(part) is tuple:
        inner = get_args(part)
        if inner[-1] is Ellipsis:
            return tuple(make(inner[0], str(number)) for number in (1, 2, 3))
        return tuple(make(one, str(number)) for number, one in enumerate(inner, 1))
    if part is bool:
        return flag
    number = crc32(".".join(path).encode())
    if part is date:
        return date(2026, 1, 1 + number % 31)
    if part is int:
        return 2 + number % 97
    return part(".".join(path) if part is Markup else f"<{'.'.join(path)}>")


OTHER_FLAGS = " with other flags"
"""The end of what differs, if flags do, too."""


class Variant(NamedTuple):
    """A value that differs in one part, ``what``, from another one; from the whole value, if that is None."""

    what: str
    value: Value
    other: Value = None


def variants(kind: Type, value: Value, name: str = "", seen: set[type] | None = None) -> Iterator[Variant]:
    """Yield the variants of a value in which nothing is missing, or of a part of it, which has a name.

    A part that may be missing is missing; a text is empty; a tuple is empty or has only its first item; a flag and a
    choice are another one. An object with several parts that may be missing has none of them, and only one of them. The
    parts of an object are varied where its class is first ``seen``.
    """
    seen = set() if seen is None else seen
    if NoneType in get_args(kind):
        yield Variant(f"{name} is None", None)
    if isinstance(value, str):
        choices = get_args(kind) if _origin(kind) is Literal else ("",) if NoneType not in get_args(kind) else ()
        yield from (Variant(f"{name} is {other or 'empty'}", other) for other in choices if other != value)
    elif isinstance(value, bool):
        yield Variant(f"{name} is {not value}", not value)
    elif isinstance(value, tuple):
        inner = get_args(_parts(kind)[0])
        if inner[-1] is Ellipsis:
            yield Variant(f"{name} is empty", ())
            yield Variant(f"{name} has one", value[:1])
        for found in variants(inner[0], value[0], f"{name}.1", seen):
            yield _inside(found, lambda first: (first, *value[1:]))
    elif is_dataclass(value) and not isinstance(value, type) and type(value) not in seen:
        seen.add(type(value))
        yield from _variants_of_object(value, name, seen)


def _variants_of_object(value: Value, name: str, seen: set[type]) -> Iterator[Variant]:
    known = get_type_hints(type(value))
    hints = {field.name: known[field.name] for field in fields(value)}
    start = f"{name}." if name else ""
    for part in hints:
        for found in variants(hints[part], getattr(value, part), f"{start}{part}", seen):
            yield _inside(found, partial(_with_part, value, part))
    if sum(map(_is_optional, hints.values())) < 2:
        return
    empty = {part: _empty(hint) for part, hint in hints.items() if _is_optional(hint) or (name and hint is str)}
    others = {part: not old for part, old in vars(value).items() if isinstance(old, bool)}
    for flags, note in ((dict[str, bool](), ""), (others, OTHER_FLAGS))[: 2 if others else 1]:
        bare = replace(value, **empty, **flags)
        yield Variant(f"{start}all is missing{note}", bare)
        for part in empty:
            yield Variant(f"{start}{part} is alone{note}", replace(bare, **{part: getattr(value, part)}), bare)


def _with_part(value: Value, name: str, part: Value) -> Value:
    return replace(value, **{name: part})


def _inside(found: Variant, whole: Callable[[Value], Value]) -> Variant:
    """A variant of a part as one of the whole, which is made from a part."""
    return Variant(found.what, whole(found.value), None if found.other is None else whole(found.other))


def _is_optional(kind: Type) -> bool:
    return NoneType in get_args(kind) or (_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis)


def _empty(kind: Type) -> Value:
    return "" if kind is str else () if _origin(kind) is tuple else None


def _parts(kind: Type) -> tuple[Type, ...]:
    is_union = isinstance(kind, UnionType) or _origin(kind) is Union
    return tuple(part for part in get_args(kind) if part is not NoneType) if is_union else (kind,)


def _origin(kind: Type) -> Any:  # noqa: ANN401 (a special form has no type of its own)
    return get_origin(kind)
