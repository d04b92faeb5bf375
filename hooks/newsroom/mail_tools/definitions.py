"""The mail tools of one network, from mkdocs.yml: built-in ones, from ``tools.toml``, by name, and definitions."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newsroom.mail_tools.marks import tag_start
from newsroom.mail_tools.model import MailTool
from newsroom.problems import Fault, suggest

_WRITE_LIST = "write a list of the mail tools that each edition's email is made for, like [generic]"
_DEFINED = ("label", "marks", "unsubscribe", "view_online", "preferences", "address", "first_name")
_FILE = Path(__file__).with_name("tools.toml")
MAIL_TOOLS: Mapping[str, MailTool] = {
    name: MailTool.model_validate({"name": name, **values})
    for name, values in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
}
"""The built-in mail tools by name."""
GENERIC = MAIL_TOOLS["generic"]
"""Any mail program, without merge tags."""


def read_mail_tools(value: object) -> tuple[tuple[MailTool, ...], tuple[Fault, ...]]:
    """The mail tools from the setting's value in mkdocs.yml, and the faults in it. Tools with faults are left out.

    Args:
        value: A list; each entry is the name of a built-in tool, or a definition with the fields of
            :class:`~newsroom.mail_tools.model.MailTool`.
    """
    if not isinstance(value, list | tuple):
        return (), (Fault("setting-invalid", f"is '{value}', which does not have the right form", _WRITE_LIST),)
    tools: dict[str, MailTool] = {}
    faults: list[Fault] = []
    for entry in value:
        found = tuple(_read_entry(entry))
        faults += (item for item in found if isinstance(item, Fault))
        for tool in (item for item in found if isinstance(item, MailTool)):
            if tool.name in tools:
                faults.append(Fault("setting-repeated", f"names '{tool.name}' twice", "keep one"))
            tools[tool.name] = tool
    return tuple(tools.values()), tuple(dict.fromkeys(faults))


def _read_entry(entry: object) -> Iterator[MailTool | Fault]:
    if isinstance(entry, MailTool):
        yield entry
    elif isinstance(entry, str) and entry in MAIL_TOOLS:
        yield MAIL_TOOLS[entry]
    elif isinstance(entry, str):
        names = sorted(MAIL_TOOLS)
        otherwise = f"use one of {', '.join(names)}, or define it: see 'Mail tools' in PUBLISHING.md"
        yield Fault("setting-invalid", f"names '{entry}', which is unknown", suggest(entry, names, otherwise))
    elif isinstance(entry, Mapping):
        yield from _read_definition(entry)
    else:
        yield Fault("setting-invalid", f"is '{[entry]}', which does not have the right form", _WRITE_LIST)


def _read_definition(values: Mapping[Any, Any]) -> Iterator[MailTool | Fault]:
    """A tool from its definition, or all faults in it."""
    name = values.get("name")
    subject = f"the mail tool '{name}'" if isinstance(name, str) else "a mail tool"
    if name in MAIL_TOOLS:
        fix = f"write '{name}' alone, or give yours another name"
        yield Fault("setting-invalid", f"defines {subject}, which is built in", fix)
        return
    try:
        tool = MailTool.model_validate(values)
    except ValidationError as error:
        wrong = dict.fromkeys(str(details["loc"][0]) for details in error.errors())
        yield from (_field_fault(subject, field, values) for field in wrong)
        return
    faults = tuple(_mark_faults(tool, subject))
    yield from faults or (tool,)


def _field_fault(subject: str, field: str, values: Mapping[Any, Any]) -> Fault:
    known = MailTool.model_fields
    if field not in known:
        return Fault(
            "setting-unknown",
            f"gives {subject} the field '{field}', which does not exist",
            suggest(field, known, f"the fields are name, {', '.join(_DEFINED)}"),
        )
    if values.get(field) in (None, ""):
        return Fault("setting-missing", f"defines {subject} without `{field}`", f"write {known[field].description}")
    what = f"gives {subject} the `{field}` '{values[field]}', which does not have the right form"
    return Fault("setting-invalid", what, f"write {known[field].description}")


def _mark_faults(tool: MailTool, subject: str) -> Iterator[Fault]:
    """The tags that the tool's marks do not find: text of authors that looks like them would not be escaped."""
    start = tag_start(tool)
    texts = [form for form in sorted(tool.tag_forms) if not form.startswith("<")]
    for text in (*texts, *filter(None, [tool.first_name])):
        if not start or not re.search(start, text):
            what = f"gives {subject} the tag '{text}', whose signs are not among its `marks`"
            yield Fault("setting-invalid", what, f"write {MailTool.model_fields['marks'].description}")
