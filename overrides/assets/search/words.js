/* What the search says, in the page's language, from the site's catalogue. */

export const root = new URL("../../", import.meta.url);
const folder = new URL(document.querySelector("#search form").action);

let loaded;

/* The words by name; see hooks/newsroom/publish/search/labels.py. */
export function words() {
  loaded ??= json(new URL("words.json", folder)).catch((error) => { loaded = undefined; throw error; });
  return loaded;
}

/* The list of words that pages are found by, the most frequent first. */
export const vocabulary = () => json(new URL("vocabulary.json", folder));

/* Words for a number of things; `forms` are by plural category. */
export function counted(forms, number) {
  const lang = document.documentElement.lang;
  const form = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other;
  return form.replace("{number}", new Intl.NumberFormat(lang).format(number));
}

/* How many results there are for a query; that there are none, and how many for other words than were asked for: `instead`
   and `alike` as the search found them. */
export function sentence(query, number, { instead, alike }, said) {
  const asked = unquoted(query.trim());
  if (!number && !asked) return "";
  const count = number ? counted(said.results, number) : "";
  const filled = (text, value) => text.replace("{query}", () => value);
  if (number && alike && !alike.isAll) return `${count}. ${filled(said.also, alike.words)}`;
  if (number && alike) return [filled(said.none, asked), filled(said.instead, alike.words), count].join(" ");
  if (number && instead === null) return count;
  if (number && instead === asked) return `${filled(said.unquoted, asked)} ${count}`;
  const other = number ? filled(said.instead, instead) : "";
  return [filled(said.none, asked), other, count].filter(Boolean).join(" ");
}

/* A query without the quotation marks around it, which ask for its words side by side. */
export const unquoted = (query) => /^"(.+)"$/.exec(query)?.[1].trim() ?? query;

export async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}
