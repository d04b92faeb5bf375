"""Reads what is left of withdrawn items: stubs, and files with errors."""

from collections.abc import Mapping, Sequence

from newsroom.content.document import Source, Value
from newsroom.content.folders import PageName, parse_name
from newsroom.content.model.values import is_old_address
from newsroom.content.outline import Outline, RenderedText
from newsroom.content.types import type_for_path
from newsroom.content.withdrawals import Stub, Withdrawal
from newsroom.problems import Problem
from newsroom.read.frontmatter import FrontMatterText
from newsroom.read.validate import validate_front_matter


def read_stub(found: FrontMatterText, path: str, url: str, name: PageName) -> tuple[Withdrawal, Sequence[Problem]]:
    """The withdrawal that a stub records, and the errors in the stub. The item is withdrawn in spite of them."""
    content_type = type_for_path(path)
    source = Source(content_type, path, url, found.values, found.lines, "", RenderedText("", (), Outline()))
    stub = found.problems or validate_front_matter(source, Stub)
    if isinstance(stub, list):
        return unreadable_withdrawal(path, url, found.values, (name.lang,)), stub
    day, own_id, addresses = stub.withdrawn, stub.id, stub.redirect_from
    return Withdrawal(path, content_type, name.slug, name.lang, url, "stub", day, own_id, addresses), ()


def unreadable_withdrawal(
    path: str, url: str | None, values: Mapping[str, Value], languages: tuple[str, ...]
) -> Withdrawal:
    """The withdrawal of a file with errors, as far as it can be read. The first language is the default.

    ``url`` is its address, ``values`` its front matter.
    """
    content_type = type_for_path(path)
    name = parse_name(path, content_type, languages) or PageName(path, languages[0])
    own_id, listed = values.get("id"), values.get("redirect_from")
    addresses = tuple(text for text in listed if is_old_address(text)) if isinstance(listed, list) else ()
    return Withdrawal(
        path=path,
        type=content_type,
        slug=name.slug,
        lang=name.lang,
        url=url,
        state="unreadable",
        own_id=own_id if isinstance(own_id, str) else None,
        old_addresses=tuple(map(str, addresses)),
    )
