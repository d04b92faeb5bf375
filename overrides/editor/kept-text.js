// Keeps the words of a text as they were written where nobody changed them.
//
// The editor of Sveltia CMS writes the whole text anew in its own Markdown: *this* as _this_, which has another meaning
// within a word, a line of a table without the backslash before a bar, and * before [an abbreviation] as plain text.

import { joinLines, keepLines } from "./line-breaks.js";

const FENCE = /^\s*(`{3,}|~{3,})/;
const LIST_MARK = /^(?:[-*+]|\d+[.)])(?= |$)/;

/** The line below the head of a table, like "|:---|---:|". */
const TABLE_RULE = /^[\s|]*:?-+:?\s*\|[\s|:-]*$/;

/** A line without what the editor changes by itself. Both "* *a* \_b\_" and "- _a_ _b_" give the same. */
function loose(line) {
  if (TABLE_RULE.test(line)) return line.replace(/:?-+:?/g, "---").replace(/\s/g, "");
  const text = line.trim().replace(LIST_MARK, (mark) => (/\d/.test(mark) ? "1." : "-"));
  const plain = text.replace(/\\(?=[\s!-/:-@[-`{-~])/g, "").replace(/\*/g, "_").replace(/-{3,}/g, "---");
  return plain.replace(/\s*\|\s*/g, "|").replace(/\s+/g, " ") + (/(?: {2}|\\)$/.test(line) ? "\n" : "");
}

/** Bold or italic words over the end of a line, which the editor writes as two: "__a__\\n0 __b__" as "__a\\n0 b__". */
const joined = (text) => text.replace(/(_+)\n(\d+ )\1/g, "\n$2");

/** The blocks between blank lines, each with its text, and with a text to compare it by. */
function blocksOf(text) {
  const blocks = [];
  let indents = [], fence = "", fenceIndent = 0, isOpen = false;
  for (const line of text.split("\n")) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    const isCode = fence && !(mark.startsWith(fence) && line.trim() === mark);
    if (!isCode && !line.trim()) { isOpen = false; continue; }
    const indent = line.length - line.trimStart().length;
    const isItem = !isCode && LIST_MARK.test(line.trim());
    if (isItem) indents = [...indents.filter((known) => known < indent), indent];
    const depth = isItem ? indents.length : Math.sign(indent);
    let compared = `${depth} ${loose(line)}`;
    if (isCode) compared = line.slice(Math.min(indent, fenceIndent));
    else if (mark) compared = line.trim().replace(/plain$/, "");
    if (isOpen) {
      blocks.at(-1).text += `\n${line}`;
      blocks.at(-1).compared += `\n${compared}`;
    } else {
      blocks.push({ text: line, compared });
    }
    isOpen = true;
    if (mark && !isCode) [fence, fenceIndent] = fence ? ["", 0] : [mark, indent];
  }
  return blocks.map((block) => ({ ...block, compared: joined(block.compared) }));
}

const allOf = (blocks) => blocks.map(({ compared }) => compared).join("\n");

/**
 * The text as it was edited, with every block that is unchanged as it was written before.
 *
 * `isVerse`: the text keeps its lines by itself. The form shows any other as `joinLines` gives it.
 *
 * Somebody who saves at once, on a slow computer, saves before the editor has put the text into its field. So an empty
 * text is not taken for a change.
 */
export function keepText(edited, before, isVerse = false) {
  if (!edited.trim()) return before;
  const blocks = blocksOf(edited), old = blocksOf(before), seen = blocksOf(isVerse ? before : joinLines(before));
  if (allOf(blocks) === allOf(seen)) return before;
  const known = new Map(seen.map(({ compared }, index) => [compared, old[index].text]));
  return blocks.map(({ compared, text }) => known.get(compared) ?? (isVerse ? text : keepLines(text))).join("\n\n");
}
