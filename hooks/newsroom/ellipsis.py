"""An ellipsis in place of the end of a text."""

_BEFORE_ELLIPSIS = " .,:;–—-"


def with_ellipsis(text: str) -> str:
    """Return a text that goes on elsewhere: with an ellipsis in place of the signs at its end."""
    return f"{text.rstrip(_BEFORE_ELLIPSIS)}…"


def cut_at_word(text: str, most: int) -> str:
    """Return at most ``most`` characters of a text: a longer one ends at a word, with an ellipsis."""
    return text if len(text) <= most else with_ellipsis(text[:most].rpartition(" ")[0] or text[: most - 1])
