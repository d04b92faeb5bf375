/* Pagefind, and what it is asked. Everything that a reader typed goes to it, and comes from it, as text. */

import { understood } from "./reading.js";
import { json, root, words } from "./words.js";

const LONGEST = 200; /* characters of a query that are looked at */
const BETWEEN = /[+;/|]|,(?!\d)|(?<!\d),/g;
const LOW = 0.3; /* times the score, for pages with `search: low` */
const folder = new URL("pagefind/", root);
let loaded;
let attempt = 0; /* browsers remember that a module could not be loaded, by its address */

/* A query may be read in several ways: what finds most was meant. Words are found without the filters, which then narrow
   what was found: they never change how a query is understood.
   What is found: `results`, each with data(), best or newest first; `total`, how many there are without the filters;
   `counts` of each filter's values, if asked for; `instead`, the words that the results are for where those that were
   asked for find nothing, or null; `meant`, others that may have been meant, or null; `alike`, the `words` that mean much
   the same and were looked for too, and whether they are what all results are for (`isAll`), or null.
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
  const asked = tidied(query);
  const all = withCounts ? await engine.filters() : {};
  if (!asked && !Object.keys(chosen).length) {
    return { results: [], total: 0, counts: all, instead: null, meant: null, alike: null };
  }
  const { found, instead = null, meant = null, alike = null } = asked ? await understood(engine, asked, query) : await everything(engine);
  const narrowed = Object.keys(chosen).length ? await narrow(engine, found, chosen) : found;
  const results = order === "date" ? await newestFirst(narrowed.results) : narrowed.results;
  const counts = withCounts ? await countsOf(engine, found, chosen) : {};
  return { results, total: found.results.length, counts, instead, meant, alike };
}

async function everything(engine) {
  return { found: { text: null, results: (await engine.search(null)).results } };
}

/* What of the results is left by filters, and how many of these have each value. */
async function narrow(engine, found, filters) {
  if (!found.results.length) return { results: [], filters: {} };
  if (!found.pages) return engine.search(found.text, { filters });
  const pages = await found.pages();
  const isLeft = (page) => Object.entries(filters).every(([name, value]) => page.filters[name]?.includes(value));
  return {
    results: found.results.filter((_, index) => isLeft(pages[index])),
    filters: counted(pages.filter(isLeft)),
  };
}

/* How many results each value of a filter would leave, beside the other filters that are chosen. */
async function countsOf(engine, found, chosen) {
  const counts = { ...(await narrow(engine, found, chosen)).filters };
  for (const name of Object.keys(chosen)) {
    const { [name]: _own, ...others } = chosen;
    counts[name] = (await narrow(engine, found, others)).filters[name];
  }
  return counts;
}

function counted(pages) {
  const counts = {};
  for (const page of pages) {
    for (const [name, values] of Object.entries(page.filters)) {
      counts[name] ??= Object.create(null);
      for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

/* Without what would be neither seen nor found: lone halves of characters, marks of direction, what stands between words. */
const tidied = (query) => shortened(query.normalize("NFC").replace(/[\p{Cf}\p{Cs}\p{Cc}]/gu, " ")).replace(BETWEEN, " ").trim();
const shortened = (text) => [...text].slice(0, LONGEST).join("");

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
  return (await words()).low ? ranked(engine) : engine;
}

/* The engine, in whose results pages with `search: low` come later. */
async function ranked(engine) {
  const low = new Set(await order("low"));
  const search = async (...asked) => {
    const found = await engine.search(...asked);
    const late = found.results.filter((result) => low.has(number(result)));
    for (const result of late) Object.assign(result, { score: result.score * LOW, isLow: true });
    if (late.length) found.results.sort((one, other) => other.score - one.score);
    return found;
  };
  return { search, filters: () => engine.filters() };
}

/* The numbers of pages: "date" has all, the oldest first, "low" those with `search: low`. */
const order = (name) => json(new URL(`order/${document.documentElement.lang}-${name}.json`, folder));
const number = (result) => Number(result.id.split("/")[1]);

async function newestFirst(results) {
  const place = new Map((await order("date")).map((page, index) => [page, index]));
  return [...results].sort((one, other) => place.get(number(other)) - place.get(number(one)));
}
