"""The messages about private data."""

from collections.abc import Mapping

from newsroom.check.private.finding import Finding, Kind
from newsroom.check.private.masks import masked_value
from newsroom.problems import Fault, shorten

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


def fault_of(finding: Finding) -> Fault:
    """What is wrong with a finding, and how to fix it. Very private values are masked."""
    return _FAULTS[finding.kind].filled(shown=masked_value(finding) or shorten(finding.value, 200))
