"""Rules for blocks that markdown-it lacks, or parses differently from GitHub (cmark-gfm 0.29)."""

import re
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, paragraph, table
from markdown_it.rules_block.table import escapedSplit
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.admon.index import admonition
from mdit_py_plugins.deflist import deflist_plugin

from newsroom.content.outline import Unshown, UnshownKind

_TAG_ALONE = re.compile(rf"{HTML_OPEN_CLOSE_TAG_STR}\s*$")
"""Matches the line "<br>", not "<br> and words"."""
_UNDERLINE = re.compile(r"-+[ \t]*")
LEFT_OUT_CELLS = "left_out_cells"
"""The key in markdown-it's environment for the cells that are left out of tables."""
BOX_NAMES = (
    *("abstract", "bug", "caution", "danger", "example", "failure", "important", "info", "note", "question", "quote"),
    *("success", "tip", "warning"),
)
"""The kinds of boxes, as in `!!! note`."""
_ADMONITION_LINE = re.compile(
    rf"(?:!!!|\?\?\?\+?)[ ]+(?:{'|'.join(BOX_NAMES)})"
    r'(?:[ ]+[a-z-]+)*(?:[ ]+"[^"]*")?[ \t]*'
)
"""Matches `!!! note` and `!!! tip "By bus"`, not `!!! Great news` or `!!!`."""
ABBREVIATIONS = "abbreviations"
"""The key in markdown-it's environment for the long forms by short form."""
ABBREVIATION_LINES = "abbreviation_lines"
"""The key for the line of each definition, from 1, by short form."""
_DEFINITION = re.compile(r"\*\[([^\]\\]+)\]:[ \t]*(\S.*?)[ \t]*$")
"""Matches `*[WHO]: World Health Organization`, but not `*[WHO]:` or `[WHO]: who.md`."""


def blocks_plugin(reader: MarkdownIt) -> None:
    """Add the rules to a reader."""
    reader.block.ruler.before("table", "task_words", _task_text)
    reader.use(admon_plugin)
    reader.block.ruler.at("admonition", _admonition_block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    reader.block.ruler.at("table", _table_block, {"alt": ["paragraph", "reference"]})
    reader.block.ruler.after("html_block", "tag_after_list", _tag_after_list, {"alt": ["paragraph"]})
    reader.block.ruler.after("html_block", "tag_after_quote", _tag_after_quote, {"alt": ["blockquote"]})


def _task_text(state: StateBlock, first: int, last: int, _silent: bool) -> bool:
    """Treat the text after a task's checkbox as a paragraph, even if it looks like a list: `- [ ] 1. Write`."""
    item = state.tokens[-1] if state.tokens else None
    is_task = item is not None and item.type == "list_item_open" and "checked" in item.meta
    return is_task and paragraph(state, first, last, False)


def _tilde_text(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Treat a line before `~ Ann` as a paragraph. The plugin for definition lists would read a definition."""
    below = first + 2 if first + 1 < last and state.isEmpty(first + 1) else first + 1
    has_tilde = not silent and below < last and _line_text(state, below).startswith("~")
    return has_tilde and paragraph(state, first, last, False)


def _admonition_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    return _ADMONITION_LINE.fullmatch(_line_text(state, first)) is not None and admonition(state, first, last, silent)


def _table_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Parse a table. A line of only hyphens makes the line above it a heading, even if that has a `|`."""
    below = first + 1
    if below < last and _UNDERLINE.fullmatch(_line_text(state, below)):
        return False
    begin = len(state.tokens)
    if not table(state, first, last, silent):
        return False
    if not silent:
        headings = sum(token.type == "th_open" for token in state.tokens[begin:])
        for line in range(first + 2, state.line):
            _note_left_out_cells(state, line, headings)
    return True


def _note_left_out_cells(state: StateBlock, line: int, headings: int) -> None:
    """Note the cells of a row that has more of them than the table has headings. GitHub leaves them out, too."""
    row = _line_text(state, line)
    if row.count("|") >= headings:
        cells = [cell.strip() for cell in escapedSplit(row.strip().removeprefix("|"))]
        left_out = " | ".join(cells[headings:]).rstrip("| ")
        if left_out:
            state.env.setdefault(LEFT_OUT_CELLS, []).append(Unshown(UnshownKind.CELLS, left_out, line + 1))


def _tag_after_list(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """End a list at an HTML tag alone on a line. Text would continue the list."""
    return state.sCount[first] < state.blkIndent and _tag_after_quote(state, first, last, silent)


def _tag_after_quote(state: StateBlock, first: int, _last: int, silent: bool) -> bool:
    return silent and not state.is_code_block(first) and _TAG_ALONE.match(_line_text(state, first)) is not None


def definition_lists_plugin(reader: MarkdownIt) -> None:
    """Add definition lists, whose definitions begin with a colon."""
    ruler = reader.block.ruler
    deflist_plugin(reader)
    rule = ruler.getRules("")[ruler.get_active_rules().index("deflist")]
    ruler.at("deflist", partial(_definition_list, rule), {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.before("deflist", "tilde_text", _tilde_text)


def _definition_list(rule: RuleFuncBlockType, state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Parse a definition list. The plugin takes any later line before a definition as a term, even `- an item`."""
    begin, level = len(state.tokens), state.level
    is_list = rule(state, first, last, silent)
    if silent or not is_list:
        return is_list
    terms = [at for at in range(begin, len(state.tokens)) if _is_term(state, at, level + 1)]
    others = (at for at in terms[1:] if _starts_block(state, (state.tokens[at].map or [first])[0], last))
    if (end := next(others, None)) is not None:
        state.line = (state.tokens[end].map or [first])[0]
        del state.tokens[end:]
        state.tokens[begin].map = [first, state.line]
        state.push("dl_close", "dl", -1)
    return True


def _is_term(state: StateBlock, at: int, level: int) -> bool:
    return state.tokens[at].type == "dt_open" and state.tokens[at].level == level


def _starts_block(state: StateBlock, line: int, last: int) -> bool:
    """Whether a line begins a block that needs no blank line above it: an item, a heading, a quotation, a fence."""
    return any(rule(state, line, last, True) for rule in state.md.block.ruler.getRules("paragraph"))


def _line_text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def abbreviations_plugin(reader: MarkdownIt) -> None:
    """Add the rule to a reader."""
    reader.block.ruler.before("reference", "abbreviation", _read_definition, {"alt": ["paragraph", "blockquote"]})


def _read_definition(state: StateBlock, first: int, _last: int, silent: bool) -> bool:
    """Remove a line that defines an abbreviation from the text."""
    if state.is_code_block(first):
        return False
    found = _DEFINITION.match(state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]])
    if not found:
        return False
    if not silent:
        state.env.setdefault(ABBREVIATIONS, {})[found[1].strip()] = found[2]
        state.env.setdefault(ABBREVIATION_LINES, {})[found[1].strip()] = first + 1
        state.line = first + 1
    return True
