/* The search's text in the language of the page, from the site's catalogues. */

export const root = new URL("../../", import.meta.url);
const folder = new URL(document.querySelector("#NW-search form").action);

let loaded;
let loadedWords;

/* All texts by name; hooks/newsroom/publish/search/script_texts.py writes them. */
export function translations() {
  loaded ??= fetchJson(new URL("translations.json", folder)).catch((error) => { loaded = undefined; throw error; });
  return loaded;
}

/* All words on the site's pages, the most frequent first. */
export function vocabulary() {
  loadedWords ??= fetchJson(new URL("vocabulary.json", folder)).catch((error) => { loadedWords = undefined; throw error; });
  return loadedWords;
}

/* A text for a number of things. `forms` has a text for each plural category of the language. */
export function formatCount(forms, number) {
  const lang = document.documentElement.lang;
  const form = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other;
  return form.replace("{number}", new Intl.NumberFormat(lang).format(number));
}

/* The sentence above the results: how many there are, and for which words, if these differ from the query. `instead` and
   `synonyms` come from `find`. */
export function resultSentence(query, number, { instead, synonyms }, t) {
  const terms = withoutQuotes(query.trim());
  if (!number && !terms) return "";
  const count = number ? formatCount(t.results, number) : "";
  const fill = (text, value) => text.replace("{query}", () => value);
  if (number && synonyms && !synonyms.isAll) return `${count}. ${fill(t.also, synonyms.words)}`;
  if (number && synonyms) return [fill(t.none, terms), fill(t.instead, synonyms.words), count].join(" ");
  if (number && instead === null) return count;
  if (number && instead === terms) return `${fill(t.unquoted, terms)} ${count}`;
  const replaced = number ? fill(t.instead, instead) : "";
  return [fill(t.none, terms), replaced, count].filter(Boolean).join(" ");
}

/* A query without the quotation marks around it. They ask for its words as a phrase. */
export const withoutQuotes = (query) => /^"(.+)"$/.exec(query)?.[1].trim() ?? query;

export async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
