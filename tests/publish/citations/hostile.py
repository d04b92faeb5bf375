"""Texts that no form of citation expects, but editors may write."""

from hypothesis import strategies as st

from newsroom.publish.citations.work import one_line

_PIECES = (
    "garden", "Tŷ", "{", "}", "{}", "\\", "\\\\", "\\textbf{x}", "%", "100 %", "$x$", "#", "_", "~", "^", "&", '"', "'",
    "“so”", "=", ",", ";", "@article{x,", "@", "AU  - Elm", "ER  - ", "TY  - JOUR", "\n", "\r\nTY  - BOOK\n",
    "\nER  - ", "\u2028", "\x85", "\t", "🌳", "👩‍🌾", " and ", "others", "jr", "A, B", "-", "–", "|", "<b>", "`", "``",
    "''", "?", "0",
)  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), min_size=1, max_size=8).map(
    lambda parts: one_line(" ".join(parts) if len(parts) % 2 else "".join(parts)) or "Elm"
)
