"""Values of a type in which everything that may be missing is missing, but for one text, or nothing is."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
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


def _parts(kind: Type) -> tuple[Type, ...]:
    is_union = isinstance(kind, UnionType) or _origin(kind) is Union
    return tuple(part for part in get_args(kind) if part is not NoneType) if is_union else (kind,)


def _origin(kind: Type) -> Any:  # noqa: ANN401 (a special form has no type of its own)
    return get_origin(kind)
