// Shows paragraphs without the line ends of their file, and keeps the line breaks that somebody makes in the form.
//
// Markdown takes the end of a line for a blank. The editor of Sveltia CMS shows it as a line break, and writes a line
// break, made with Shift+Enter, as the end of a line.

const FENCE = /^\s*(`{3,}|~{3,})/;
/** The beginning of a line that is no part of a paragraph, like "- an item", "| a cell", "# A heading" or "<p>". */
const MARK = /^(?: {4}|\t|\s*(?:[-*+>|<#:]|\d+[.)] |!!!|\?\?\?|\[[^\]]*\]:|={3,}\s*$))/;
const ITEM = /^\s*(?:[-*+]|\d+[.)]) +\S/;
const ENDS_WITH_BREAK = /(?: {2}|\\)$/;

/** The lines of a text, each with whether it goes on with the paragraph in the line before. */
function* linesOf(text) {
  let fence = "", isParagraph = false;
  for (const line of text.split("\n")) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    const isCode = fence || mark;
    if (mark && (!fence || (mark.startsWith(fence) && line.trim() === mark))) fence = fence ? "" : mark;
    const isText = !isCode && line.trim() !== "" && !MARK.test(line);
    yield { line, goesOn: isParagraph && isText };
    isParagraph = isText || ITEM.test(line);
  }
}

/** Join the lines of each paragraph to one, except after a line break. */
export function joinLines(text) {
  let joined = "";
  for (const { line, goesOn } of linesOf(text)) {
    joined += goesOn && !ENDS_WITH_BREAK.test(joined) ? ` ${line.trimStart()}` : `\n${line}`;
  }
  return joined.slice(1);
}

/** Write each end of a line within a paragraph as a line break. */
export function keepLines(text) {
  let kept = "";
  for (const { line, goesOn } of linesOf(text)) {
    kept += (goesOn && !ENDS_WITH_BREAK.test(kept) ? "\\\n" : "\n") + line;
  }
  return kept.slice(1);
}
