"""The messages about private data. Very private values are masked: everybody can read the logs of checks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsroom.check.private.finding import Finding, Kind
from newsroom.check.private.passages import find_private_data
from newsroom.codes import CODES
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Fault, Problem, shorten

_ALLOW = "or add it to `allow` with a reason"
_FAULTS: Mapping[Kind, Fault] = {
    Kind.EMAIL: Fault(
        "private-email",
        "'{shown}' looks like a person's email address",
        f"write one of a role, like hello@elm.example, {_ALLOW}",
    ),
    Kind.PHONE: Fault("private-phone", "'{shown}' is a telephone number", f"delete it, {_ALLOW}"),
    Kind.POSTCODE: Fault(
        "private-postcode",
        "'{shown}' is a full postcode, which names a few houses",
        f"write its first half only, {_ALLOW}",
    ),
    Kind.ADDRESS: Fault(
        "private-address",
        "'{shown}' looks like the address of a home",
        f"leave out the number of the house, {_ALLOW}",
    ),
    Kind.BIRTH: Fault("private-birth-date", "'{shown}' is a date of birth", f"write the year or nothing, {_ALLOW}"),
    Kind.AGE: Fault(
        "private-age",
        "'{shown}' is a person's exact age",
        f"write it less exactly, like 'in her sixties', {_ALLOW}",
    ),
    Kind.NHS: Fault("private-nhs-number", "'{shown}' is an NHS number", "delete it"),
    Kind.INSURANCE: Fault("private-insurance-number", "'{shown}' is a National Insurance number", "delete it"),
    Kind.BANK: Fault("private-bank-details", "'{shown}' looks like bank details", f"delete it, {_ALLOW}"),
    Kind.DRIVE: Fault(
        "private-drive-link",
        "'{shown}' leads into somebody's online storage",
        f"put the file beside this one and link to it, {_ALLOW}",
    ),
}
_LETTERS_SHOWN: Mapping[Kind, int] = {Kind.NHS: 3, Kind.INSURANCE: 2, Kind.BANK: 2}
"""The kinds that are masked, and how many letters and digits of each value are shown."""


def fault_of(finding: Finding) -> Fault:
    """What is wrong with a finding, and how to fix it. A very private value is masked, like "943 *** ****"."""
    letters = _LETTERS_SHOWN.get(finding.kind)
    shown = shorten(finding.value, 200) if letters is None else _mask(finding.value, letters)
    return _FAULTS[finding.kind].filled(shown=shown)


def mask_quoted(problems: Iterable[Problem], content: LoadedContent) -> Iterator[Problem]:
    """Errors and warnings of all checks, in which each value that one of them reports is masked, however spelt.

    A check of links, for example, quotes the link, and with it a number in its text.
    """
    problems = list(problems)
    paths = {problem.path for problem in problems if not CODES[problem.code].shows_line}
    found = {
        finding.value: _LETTERS_SHOWN[finding.kind]
        for path in paths
        for finding, _ in find_private_data(_text_of(path, content), 1)
        if finding.kind in _LETTERS_SHOWN
    }
    for problem in problems:
        what, fix = problem.what, problem.fix
        for value, shown in found.items():
            what, fix = (_mask_in(text, value, shown) for text in (what, fix))
        yield replace(problem, what=what, fix=fix) if (what, fix) != (problem.what, problem.fix) else problem


def _text_of(path: str, content: LoadedContent) -> str:
    source = content.sources.get(path)
    return f"{content.heads.get(path, '')}\n\n{source.text if source else ''}"


def _mask_in(text: str, value: str, shown: int) -> str:
    spelling = r"[\W_]{0,3}".join(re.escape(char) for char in value if char.isalnum())
    return re.sub(spelling, lambda match: _mask(match[0], shown), text, flags=re.IGNORECASE)


def _mask(value: str, shown: int) -> str:
    masked = ""
    for char in value:
        masked += char if shown > 0 or not char.isalnum() else "*"
        shown -= char.isalnum()
    return masked
