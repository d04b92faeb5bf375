// Reads and writes front matter for the browser editor as the site does: each value is text.
//
// Sveltia CMS would turn an ISBN like 0123456789 into a number without its first zero, and would drop a name where its
// form has a group of fields, as in `authors: [Ada Elm]`. formats.json says which fields these are.
import { keepText } from "./kept-text.js";

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)([\s\S]*)$/;

/** The name under which the form keeps the text as it was in the file. No field has such a name. */
const BEFORE = "text before";

const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" ||
  (typeof value === "object" && !Object.keys(value).length);

const below = (path, name) => (path ? `${path}.${name}` : name);

/** The values of a file as the form needs them. */
export function toForm(value, { groups, lists }, path = "") {
  if (lists.includes(path) && !Array.isArray(value)) return toForm([value], { groups, lists }, path);
  if (Array.isArray(value)) return value.map((item) => toForm(item, { groups, lists: [] }, path));
  if (isGroup(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, item]) => [name, toForm(item, { groups, lists }, below(path, name))]));
  }
  return typeof value === "string" && groups[path] ? { [groups[path]]: value } : value;
}

/** The values of the form as they are in a file: no empty ones, and none that the site assumes without them. */
export function toFile(value, { groups, defaults }, path = "") {
  if (Array.isArray(value)) {
    return value.map((item) => toFile(item, { groups, defaults }, path)).filter((item) => !isEmpty(item));
  }
  if (!isGroup(value)) return typeof value === "string" ? value.trim().replace(/\s*\n\s*/g, " ") : String(value ?? "");
  const entries = Object.entries(value)
    .filter(([name, item]) => !isEmpty(item) && item !== defaults[below(path, name)])
    .map(([name, item]) => [name, toFile(item, { groups, defaults }, below(path, name))])
    .filter(([, item]) => !isEmpty(item));
  const isText = groups[path] && entries.length === 1 && entries[0][0] === groups[path];
  return isText ? entries[0][1] : Object.fromEntries(entries);
}

/** A format of Sveltia CMS (https://sveltiacms.app/en/docs/api/file-formats). `yaml` is js-yaml. */
export function format(rules, { FAILSAFE_SCHEMA: schema, dump, load }) {
  return {
    fromFile(text) {
      const [, front, rest] = FRONT_MATTER.exec(text) ?? [null, "", text];
      const values = load(front, { schema });
      const body = rest.replace(/^\n+/, "");
      return { ...toForm(isGroup(values) ? values : {}, rules), body, [BEFORE]: body };
    },
    toFile({ body, [BEFORE]: before, ...values }) {
      const front = dump(toFile(values, rules), { schema, lineWidth: -1 });
      return `---\n${front}---\n\n${keepText(body ?? "", before ?? "")}\n`;
    },
  };
}
