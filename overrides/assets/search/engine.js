/* Loads Pagefind and searches with it. A query is always text, never HTML. */

import { answerQuery } from "./query.js";
import { fetchJson, root, translations } from "./translations.js";

const MAX_LENGTH = 200; /* characters of a query that are used */
const SEPARATORS = /[+;/|]|,(?!\d)|(?<!\d),/g;
const LOW_FACTOR = 0.3; /* times the score, for pages with `search: low` */
const folder = new URL("pagefind/", root);
let loaded;
let attempt = 0; /* browsers remember the address of a module that failed to load, so each attempt has its own */

/* Searches for `query`. `filters` are names with values, "" for any; `order` is "" (by relevance) or "date". The words are
   searched for without the filters, so that filters never change how a query is understood.
   Returns `results`, each with data(); `total`, how many there are without the filters; `counts` of each filter's values, if
   `withCounts`; `instead`, the words that the results are for if the query itself finds nothing, or null; `suggestion`, a query
   to offer as "Did you mean", or null; `synonyms`, or null: the `words` that were searched for too, and `isAll`, whether all
   results are for them. */
export async function find(query, options = {}) {
  try {
    return await findResults(await loadEngine(), query, options);
  } catch (error) {
    /* The site may have been published again, with another index. The next search loads that one. */
    loaded = undefined;
    attempt += 1;
    throw error;
  }
}

async function findResults(engine, query, { filters = {}, order = "", withCounts = false }) {
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const terms = tidyQuery(query);
  const all = withCounts ? await engine.filters() : {};
  if (!terms && !Object.keys(chosen).length) {
    return { results: [], total: 0, counts: all, instead: null, suggestion: null, synonyms: null };
  }
  const { found, instead = null, suggestion = null, synonyms = null } = terms ? await answerQuery(engine, terms, query) : await findEverything(engine);
  const filtered = Object.keys(chosen).length ? await applyFilters(engine, found, chosen) : found;
  const results = order === "date" ? await newestFirst(filtered.results) : filtered.results;
  const counts = withCounts ? await countByFilter(engine, found, chosen) : {};
  return { results, total: found.results.length, counts, instead, suggestion, synonyms };
}

async function findEverything(engine) {
  return { found: { text: null, results: (await engine.search(null)).results } };
}

/* The results that match the filters, and how many of them have each value of a filter. */
async function applyFilters(engine, found, filters) {
  if (!found.results.length) return { results: [], filters: {} };
  if (!found.pages) return engine.search(found.text, { filters });
  const pages = await found.pages();
  const isLeft = (page) => Object.entries(filters).every(([name, value]) => page.filters[name]?.includes(value));
  return {
    results: found.results.filter((_, index) => isLeft(pages[index])),
    filters: countValues(pages.filter(isLeft)),
  };
}

/* For each value of a filter, the number of results with it and the other chosen filters. */
async function countByFilter(engine, found, chosen) {
  const counts = { ...(await applyFilters(engine, found, chosen)).filters };
  for (const name of Object.keys(chosen)) {
    const { [name]: _own, ...others } = chosen;
    counts[name] = (await applyFilters(engine, found, others)).filters[name];
  }
  return counts;
}

function countValues(pages) {
  const counts = {};
  for (const page of pages) {
    for (const [name, values] of Object.entries(page.filters)) {
      counts[name] ??= Object.create(null);
      for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

/* The query without characters that are not searched for: lone surrogates, directional marks, separators. SEPARATORS matches
   the comma in "tea, cake", but not in "1,000". */
const tidyQuery = (query) => shorten(query.normalize("NFC").replace(/[\p{Cf}\p{Cs}\p{Cc}]/gu, " ")).replace(SEPARATORS, " ").trim();
const shorten = (text) => [...text].slice(0, MAX_LENGTH).join("");

async function loadEngine() {
  loaded ??= createEngine();
  return loaded;
}

async function createEngine() {
  const { createInstance } = await import(new URL(attempt ? `pagefind.js?${attempt}` : "pagefind.js", folder));
  const engine = createInstance({
    basePath: folder.pathname,
    baseUrl: root.pathname,
    excerptLength: 28,
    noWorker: true, /* a worker would be one more file to load, and is not faster */
    ranking: { pageLength: 0.2, termFrequency: 0.8 }, /* on this site a longer page is not less relevant */
  });
  await engine.init();
  return (await translations()).low ? withLowPagesLast(engine) : engine;
}

/* An engine that gives pages with `search: low` a lower score. */
async function withLowPagesLast(engine) {
  const low = new Set(await fetchOrder("low"));
  const search = async (...terms) => {
    const found = await engine.search(...terms);
    const late = found.results.filter((result) => low.has(pageNumber(result)));
    for (const result of late) Object.assign(result, { score: result.score * LOW_FACTOR, isLow: true });
    if (late.length) found.results.sort((one, other) => other.score - one.score);
    return found;
  };
  return { search, filters: () => engine.filters() };
}

/* Numbers of pages: "date" lists all pages, oldest first; "low" those with `search: low`. */
const fetchOrder = (name) => fetchJson(new URL(`order/${document.documentElement.lang}-${name}.json`, folder));
const pageNumber = (result) => Number(result.id.split("/")[1]);

async function newestFirst(results) {
  const position = new Map((await fetchOrder("date")).map((page, index) => [page, index]));
  return [...results].sort((one, other) => position.get(pageNumber(other)) - position.get(pageNumber(one)));
}
