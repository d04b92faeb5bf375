"""Parts of public texts that plugins showed to members only. They must not become public."""

import re

FOR_MEMBERS = "A part for members only, or one that was switched off ({}), is left out."
_WORDS = re.compile(
    r"members?|membership|memberful|restrict(?:ed)?|private|secret|logged|loggedin|protect(?:ed)?|password|paywall"
    r"|subscribers?|premium|hide|hidden|role|access|content-control|s2if|mepr|pmpro|rcp|wlm|wpmem|um|swpm|ppp"
)
"""The parts of names that say so, as in "members_only", "um_loggedin" or "premium-content/container"."""
_PARTS = re.compile(r"[_/-]")


def is_for_members(name: str) -> bool:
    """Whether a shortcode or block with a name shows what is in it to some readers only."""
    lowered = name.lower()
    parts = _PARTS.split(lowered)
    return "team" not in parts and any(_WORDS.fullmatch(part) for part in (lowered, *parts))
