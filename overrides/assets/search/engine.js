/* Pagefind, and what it is asked. Everything that a reader typed goes to it, and comes from it, as text. */

import { meantBy, plain } from "./near.js";
import { markedWords } from "./results.js";
import { json, root, words } from "./words.js";

const LONGEST = 200; /* characters of a query that are looked at */
const LOOKED_AT = 5; /* results that show whether a word was found or only something like it */
const FEW = 3;
const LOOSE = 10;
const HYPHEN = /\p{L}\p{Pd}\p{L}|\d\p{Pd}\p{L}/u;
const HYPHENS = /\p{Pd}/gu;
const folder = new URL("pagefind/", root);
let loaded;
let attempt = 0; /* browsers remember that a module could not be loaded, by its address */

/* Words with hyphens are looked for in one ("co-ordination") and apart ("10-year"): what finds more was meant.
   What is found: `results`, each with data(), best or newest first; `counts` of each filter's values, if asked for;
   `meant`, a query that may have been meant, or null; `isForMeant`: nothing was found but for that one.
   `filters` are names with values, "" for any; `order` is "" or "date". */
export async function find(query, options = {}) {
  try {
    return await answer(await started(), query, options);
  } catch (error) {
    /* The site may have been published anew, with another index: the next search begins with that one. */
    loaded = undefined;
    attempt += 1;
    throw error;
  }
}

async function answer(engine, query, { filters = {}, order = "", withCounts = false }) {
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const isFiltered = Object.keys(chosen).length > 0;
  const asked = shortened(query);
  if (withCounts) await engine.filters();
  if (!asked && !isFiltered) return { results: [], counts: withCounts ? await engine.filters() : {}, meant: null, isForMeant: false };
  let found = await look(engine, asked, chosen);
  if (HYPHEN.test(asked)) {
    const apart = await look(engine, asked.replaceAll(HYPHENS, " "), chosen);
    if (apart.results.length > found.results.length) found = apart;
  }
  let meant = null;
  let isForMeant = false;
  if (found.unknown.length || found.doubtful.length) {
    meant = await meantBy(asked, found.unknown, found.doubtful).catch(() => null);
    if (meant !== null && !found.results.length) {
      const other = await look(engine, meant, chosen);
      isForMeant = other.results.length > 0;
      if (isForMeant) found = other;
    }
  }
  const results = order === "date" ? await newestFirst(found.results) : found.results;
  const counts = withCounts ? await countsOf(engine, found, chosen) : {};
  return { results, counts, meant, isForMeant };
}

/* One search: its results, the words that no page has, and the doubtful ones, of which only the beginning was found. */
async function look(engine, asked, chosen) {
  const ask = async (text) => (await engine.search(text, { filters: chosen })).results;
  if (!asked || /^".+"$/.test(asked)) return { asked, unknown: [], doubtful: [], results: await ask(asked || null) };
  const wanted = await telling(asked);
  let results = await ask(wanted.join(" "));
  const marked = await marksIn(results, LOOKED_AT);
  for (const word of wanted) {
    if (!marked.some((mark) => isLike(word, mark))) marked.push(...(await marksIn(await ask(word), 1)));
  }
  const isFound = (word) => marked.some((mark) => isLike(word, mark));
  const missing = wanted.filter((word) => !isFound(word));
  const known = wanted.filter(isFound);
  if (missing.length) results = known.length ? await ask(known.join(" ")) : [];
  const found = {
    asked: known.join(" "),
    unknown: missing,
    doubtful: wanted.filter((word) => isFound(word) && !marked.some((mark) => isWhole(word, mark, results.length))),
    results,
  };
  if (results.length >= FEW || known.length < 2) return found;
  const loose = await loosely(ask, known, results);
  return { ...found, results: [...results, ...loose], loose };
}

/* Pages with most of the words, where few have all: those with more of them first. */
async function loosely(ask, known, strict) {
  const scores = new Map();
  for (const word of known) {
    const results = await ask(word);
    if (!(await marksIn(results, 1)).some((mark) => isLike(word, mark))) continue;
    for (const result of results) {
      const seen = scores.get(result.id) ?? { result, sum: 0, matched: 0 };
      if (result.score > seen.result.score) seen.result = result;
      scores.set(result.id, { ...seen, sum: seen.sum + result.score, matched: seen.matched + 1 });
    }
  }
  for (const result of strict) scores.delete(result.id);
  const value = ({ sum, matched }) => sum * matched * matched;
  const ranked = [...scores.values()].sort((one, other) => value(other) - value(one) || (one.result.id < other.result.id ? -1 : 1));
  return ranked.slice(0, LOOSE).map(({ result }) => result);
}

/* How many results each value of a filter would leave, beside the other filters that are chosen. */
async function countsOf(engine, found, chosen) {
  if (found.loose?.length) return counted(await Promise.all(found.results.map((result) => result.data())));
  const text = found.asked || null;
  const counts = { ...(await engine.search(text, { filters: chosen })).filters };
  for (const name of Object.keys(chosen)) {
    const { [name]: _own, ...others } = chosen;
    counts[name] = (await engine.search(text, { filters: others })).filters[name];
  }
  return counts;
}

function counted(pages) {
  const counts = {};
  for (const page of pages) {
    for (const [name, values] of Object.entries(page.filters)) {
      counts[name] ??= {};
      for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

/* The words of a query without those that nearly every page has, unless there are no others. */
async function telling(asked) {
  const { little } = await words();
  const all = asked.split(/\s+/).filter((word) => plain(word));
  const telling = all.filter((word) => !little.includes(plain(word)));
  return telling.length ? telling : all;
}

/* The words that Pagefind found, in plain letters. Where it knows no word that begins with one it was asked for, it takes
   those that begin with a part of it, be it one letter: what it marked tells. */
async function marksIn(results, number) {
  const pages = await Promise.all(results.slice(0, number).map((result) => result.data()));
  return [...new Set(pages.flatMap((page) => markedWords(page)).map(plain))];
}

/* Whether a word that was found may be a form of one that was asked for: they share most of it. */
function isLike(word, mark) {
  const asked = plain(word);
  return /\d/.test(asked) ? mark.startsWith(asked) : shared(asked, mark) >= Math.max(Math.min(3, asked.length), asked.length * 0.6);
}

/* Whether a word was found as it stands; where there is more than a little, an ending may be another. */
const isWhole = (word, mark, number) => shared(plain(word), mark) >= plain(word).length * (number < FEW ? 1 : 0.75);

function shared(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/* Without what would be neither seen nor found: lone halves of characters and marks of direction. */
const shortened = (query) => [...query.normalize("NFC").replace(/[\p{Cf}\p{Cs}\p{Cc}]/gu, " ")].slice(0, LONGEST).join("").trim();

async function started() {
  loaded ??= start();
  return loaded;
}

async function start() {
  const { createInstance } = await import(new URL(attempt ? `pagefind.js?${attempt}` : "pagefind.js", folder));
  const engine = createInstance({
    basePath: folder.pathname,
    baseUrl: root.pathname,
    excerptLength: 28,
    noWorker: true, /* it would be fetched besides, and is as fast without */
    ranking: { pageLength: 0.2, termFrequency: 0.8 }, /* a longer page says more here, not less */
  });
  await engine.init();
  return engine;
}

/* The index's own list has the numbers of all pages, the oldest first. */
async function newestFirst(results) {
  const order = await json(new URL(`order/${document.documentElement.lang}-date.json`, folder));
  const place = new Map(order.map((page, index) => [page, index]));
  const number = (result) => Number(result.id.split("/")[1]);
  return [...results].sort((one, other) => place.get(number(other)) - place.get(number(one)));
}
