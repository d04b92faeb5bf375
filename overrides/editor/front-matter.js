// Reads and writes front matter for the browser editor as the site does: each value is text.
//
// Sveltia CMS would turn an ISBN like 0123456789 into a number without its first zero, and would drop a name where its
// form has a group of fields, as in `authors: [Ada Elm]`. formats.json says which fields these are.
import { keepText } from "./kept-text.js";
import { joinLines } from "./line-breaks.js";

const FRONT_MATTER = /^---[ \t]*\n((?:[\s\S]*?\n)??)---[ \t]*(?:\n|$)([\s\S]*)/;

/** The name under which the form keeps the text as it was in the file. No field has such a name. */
const BEFORE = "text before";

const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" ||
  (typeof value === "object" && !Object.keys(value).length);

/**
 * How a type writes its files, as in formats.json:
 *
 * - groups: where a plain text may be in place of a group of fields, and the field of the form that has the text
 * - lists: the lists that may be written as one item
 * - defaults: the values that are left out
 * - files: the fields that name a file
 * - verse: the kinds whose text keeps its lines
 * - shared: the folder of shared pictures, as the form and as the file name it
 *
 * Each is by the path of the field, like "image.src".
 */

/** The values of a file as the form needs them. */
function toForm(value, rules, path = "") {
  const { groups, lists, files, shared: [inForm, inFile] } = rules;
  if (Array.isArray(value)) return value.map(toItem);
  return lists.includes(path) ? [toItem(value)] : toItem(value);

  function toItem(item) {
    if (isGroup(item)) return mapGroup(item, path, (inner, at) => toForm(inner, rules, at));
    if (groups[path]) return { [groups[path]]: item };
    return files.includes(path) && item.startsWith(`${inFile}/`) ? inForm + item.slice(inFile.length) : item;
  }
}

/** The values of the form as they are in a file: no empty ones, and none that the site assumes without them. */
function toFile(value, rules, path = "") {
  const { groups, defaults, files, shared: [inForm, inFile] } = rules;
  if (Array.isArray(value)) return value.map((item) => toFile(item, rules, path)).filter((item) => !isEmpty(item));
  if (isGroup(value)) {
    const group = mapGroup(value, path, (item, at) => (item === defaults[at] ? "" : toFile(item, rules, at)));
    const [[name, item] = [], ...others] = Object.entries(group);
    return name && name === groups[path] && !others.length ? item : group;
  }
  const text = String(value ?? "").trim().replace(/\s*\n\s*/g, " ");
  return files.includes(path) && text.startsWith(`${inForm}/`) ? inFile + text.slice(inForm.length) : text;
}

function mapGroup(group, path, change) {
  const entries = Object.entries(group).map(([name, item]) => [name, change(item, path ? `${path}.${name}` : name)]);
  return Object.fromEntries(entries.filter(([, item]) => !isEmpty(item)));
}

/** A format of Sveltia CMS (https://sveltiacms.app/en/docs/api/file-formats). `yaml` is js-yaml. */
export function format(rules, { FAILSAFE_SCHEMA: schema, dump, load }) {
  const isVerse = ({ kind }) => rules.verse.includes(kind);
  const [inForm, inFile] = rules.shared.map((folder) => `](${folder}/`);
  return {
    fromFile(text) {
      const [, front, rest] = FRONT_MATTER.exec(text) ?? [text, "", text];
      const values = front.trim() ? load(front, { schema }) : {};
      const body = rest.replace(/^\n+|\s+$/g, "");
      const fields = isGroup(values) ? toForm(values, rules) : {};
      return { ...fields, body: (isVerse(values) ? body : joinLines(body)).replaceAll(inFile, inForm), [BEFORE]: body };
    },
    toFile({ body, [BEFORE]: before, ...values }) {
      const front = dump(toFile(values, rules), { schema, lineWidth: -1 });
      const edited = (body ?? "").replaceAll(inForm, inFile);
      const text = keepText(edited, before ?? "", isVerse(values));
      return `---\n${front}---\n\n${text}\n`;
    },
  };
}
