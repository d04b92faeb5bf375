/* From a query to results. Pagefind also returns pages that only have similar words: this keeps the pages that have the query's
   words, or most of them, and tries quotation marks, numbers, synonyms and spelling corrections. */

import { synonymQueries } from "./synonyms.js";
import { joinNumbers } from "./joined.js";
import { mutatedQueries } from "./mutations.js";
import { correctSpelling, plainLetters, sharedPrefixLength } from "./spelling.js";
import { markedWords } from "./results.js";
import { translations, withoutQuotes } from "./translations.js";

const SAMPLE = 5; /* results that are checked for whether they have a word or only a similar one */
const FEW = 3;
const MAX_PARTIAL_MATCHES = 10;
const MAX_SYNONYM_RESULTS = 30; /* all of their pages may be loaded */
const FAR_BETTER = 2; /* times the score */
const FIRST_NUMBER = 2; /* of the catalogue: "one" is seldom a number */
const HYPHENATED = /([\p{L}\d])\p{Pd}(?=\p{L})|(\p{L})\p{Pd}(?=\d)/gu;
const LETTERS_BEFORE_NUMBER = /(\p{L}{3})(?=\d)/gu;

/* The results of a query: `found`, and where they apply `instead`, `suggestion` and `synonyms` as `find` in engine.js returns
   them. `terms` is the query as tidied, `written` as the reader typed it. */
export async function answerQuery(engine, terms, written) {
  const joined = joinNumbers(written);
  const numberMatch = joined === null ? null : await searchTerms(engine, joined);
  if (numberMatch?.results.length && !numberMatch.unknown.length) return { found: numberMatch };
  const bare = withoutQuotes(terms);
  const exact = bare === terms ? [] : (await engine.search(terms)).results;
  if (exact.length) return { found: { text: terms, results: exact } };
  const found = await bestVariant(engine, bare);
  const synonyms = await synonymResults(engine, found);
  if (synonyms) return synonyms;
  const instead = bare !== terms && found.results.length ? withoutQuotes(written.trim()) : null;
  const suggestion = found.unknown.length || found.doubtful.length ? await correctSpelling(found).catch(() => null) : null;
  if (suggestion === null) return { found, instead };
  const other = await searchTerms(engine, suggestion);
  if (!found.results.length) return other.results.length ? { found: other, instead: suggestion } : { found };
  const ids = new Set(found.results.map((result) => result.id));
  return { found, instead, suggestion: other.results.every((result) => ids.has(result.id)) ? null : suggestion };
}

/* Results for synonyms, and for other forms of Welsh words, if the query has few results or a word that is on no page; null if there are none. Pages with all
   words of the query come first. */
async function synonymResults(engine, found) {
  const isUnknown = found.unknown.length > 0;
  if (found.results.length >= FEW && !isUnknown) return null;
  const isUnknownWord = (word) => found.unknown.includes(word);
  const others = [
    ...await synonymQueries(found.query, isUnknown ? isUnknownWord : () => true),
    ...await mutatedQueries(found.query, isUnknownWord).catch(() => []),
  ];
  const best = new Map();
  const used = [];
  for (const { synonym, query } of others) {
    const variant = await searchTerms(engine, query);
    if (variant.unknown.some((word) => !found.unknown.includes(word))) continue;
    const { results } = variant.pages ? await searchTerms(engine, synonym) : variant; /* no page has the synonym together with the other words */
    const added = results.filter((result) => isUnknown || !found.results.some(({ id }) => id === result.id));
    for (const result of added) {
      const score = result.score / (used.length + 1);
      if (!(best.get(result.id)?.score >= score)) best.set(result.id, { result, score });
    }
    if (added.length) used.push(synonym);
  }
  if (!best.size) return null;
  const added = [...best.values()].sort((one, other) => other.score - one.score).map(({ result }) => result);
  const rest = found.results.filter(({ id }) => !best.has(id));
  const before = isUnknown ? [] : rest.filter((result) => !result.isLow);
  const results = [...new Set([...before, ...added, ...rest])].slice(0, MAX_SYNONYM_RESULTS);
  return { found: { results, pages: () => loadPages(results) }, synonyms: { words: used.join(", "), isAll: !rest.length } };
}

/* Searches for the query, and for the same query with words split at hyphens and before numbers, and with numbers in words or
   figures, and returns the best result. HYPHENATED matches the hyphens of "10-year" and "co-ordination", but not of "1-2".
   LETTERS_BEFORE_NUMBER matches "vid" in "covid19", but nothing in "b12". */
async function bestVariant(engine, query) {
  let found = await searchTerms(engine, query);
  const apart = query.replaceAll(HYPHENATED, "$1$2 ").replaceAll(LETTERS_BEFORE_NUMBER, "$1 ");
  if (apart !== query) {
    const other = await searchTerms(engine, apart);
    if (other.results.length > found.results.length) found = other;
  }
  const renumbered = await swapNumberForms(apart);
  if (renumbered !== apart) {
    const other = await searchTerms(engine, renumbered);
    const best = (variant) => variant.results[0]?.score ?? 0;
    if (best(other) > FAR_BETTER * best(found)) found = other;
  }
  return found;
}

/* The query with "10" for "ten" and "ten" for "10", for the numbers in the catalogue. A number alone is not changed. */
async function swapNumberForms(query) {
  const { numbers } = await translations();
  const all = query.split(/\s+/);
  if (all.length < 2) return query;
  const other = (word) => {
    const position = numbers.indexOf(word.toLowerCase());
    return position < 0 ? (/^\d+$/.test(word) && numbers[word - FIRST_NUMBER]) || word : String(position + FIRST_NUMBER);
  };
  return all.map(other).join(" ");
}

/* One search. Returns `results`; `text`, with which Pagefind finds the same results; `pages()`, which loads the pages, if
   Pagefind alone does not find all of the results; `unknown`, the words that are on no page; and `doubtful`, the words of which
   only the beginning was found. */
async function searchTerms(engine, query) {
  const ask = async (text) => (await engine.search(text)).results;
  const wanted = await selectiveTerms(query);
  let results = await ask(wanted.join(" "));
  const marked = await readMarkedWords(results, SAMPLE);
  for (const word of wanted) {
    if (!marked.some((mark) => isFormOf(word, mark))) marked.push(...(await readMarkedWords(await ask(word), 1)));
  }
  const isFound = (word) => marked.some((mark) => isFormOf(word, mark));
  const unknown = wanted.filter((word) => !isFound(word));
  const known = wanted.filter(isFound);
  if (unknown.length) results = known.length ? await ask(known.join(" ")) : [];
  const doubtful = known.filter((word) => !marked.some((mark) => isFullMatch(word, mark, results.length)));
  const found = { query, unknown, doubtful, text: known.join(" "), results };
  const partial = results.length < FEW && known.length > 1 ? await partialMatches(ask, known, results) : [];
  if (!partial.length) return found;
  const both = [...results, ...partial];
  return { ...found, results: both, pages: () => loadPages(both) };
}

/* Pages that have some of the words, for a query with few full matches. Pages with more of the words come first. */
async function partialMatches(ask, known, strict) {
  const scores = new Map();
  for (const word of known) {
    const results = await ask(word);
    if (!(await readMarkedWords(results, 1)).some((mark) => isFormOf(word, mark))) continue;
    for (const result of results) {
      const seen = scores.get(result.id) ?? { result, sum: 0, matched: 0 };
      if (result.score > seen.result.score) seen.result = result;
      scores.set(result.id, { ...seen, sum: seen.sum + result.score, matched: seen.matched + 1 });
    }
  }
  for (const result of strict) scores.delete(result.id);
  const value = ({ sum, matched }) => sum * matched * matched;
  const ranked = [...scores.values()].sort((one, other) => value(other) - value(one) || (one.result.id < other.result.id ? -1 : 1));
  return ranked.slice(0, MAX_PARTIAL_MATCHES).map(({ result }) => result);
}

const loadPages = (results) => Promise.all(results.map((result) => result.data()));

/* The words of a query without common ones such as "the", unless all of its words are common. */
async function selectiveTerms(query) {
  const { common_words: common } = await translations();
  const all = query.split(/\s+/).filter((word) => plainLetters(word));
  const rare = all.filter((word) => !common.includes(plainLetters(word)));
  return rare.length ? rare : all;
}

/* The words that Pagefind marked in the first results, in plain letters. If no word on the site begins with the one searched
   for, Pagefind matches words that begin with a part of it, even one letter; only the marks show that. */
async function readMarkedWords(results, number) {
  const pages = await loadPages(results.slice(0, number));
  return [...new Set(pages.flatMap((page) => markedWords(page)).map(plainLetters))];
}

/* Whether a marked word may be a form of a word of the query: they share at least 60 % of its letters. */
function isFormOf(word, mark) {
  const plainWord = plainLetters(word);
  return /\d/.test(plainWord) ? mark.startsWith(plainWord) : sharedPrefixLength(plainWord, mark) >= Math.max(Math.min(3, plainWord.length), plainWord.length * 0.6);
}

/* Whether a marked word has the whole word of the query. If there are several results, the ending may differ. */
const isFullMatch = (word, mark, number) => sharedPrefixLength(plainLetters(word), mark) >= plainLetters(word).length * (number < FEW ? 1 : 0.75);
