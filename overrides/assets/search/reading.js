/* How a query is understood, and what is found for it: of Pagefind's answers those that have its words, or most of them. */

import { alikeQueries } from "./alike.js";
import { joined } from "./joined.js";
import { meantBy, plain, shared } from "./near.js";
import { markedWords } from "./results.js";
import { unquoted, words } from "./words.js";

const LOOKED_AT = 5; /* results that show whether a word was found or only something like it */
const FEW = 3;
const LOOSE = 10;
const MOST_ALIKE = 30; /* results for words that mean much the same: their pages may all be looked at */
const FAR_BETTER = 2; /* times the score */
const FIRST_NUMBER = 2; /* of the catalogue's: "one" is seldom a number */
const HYPHENS = /([\p{L}\d])\p{Pd}(?=\p{L})|(\p{L})\p{Pd}(?=\d)/gu;
const NUMBERS = /(\p{L}{3})(?=\d)/gu;

/* What a query finds, be it without its quotation marks, or with another word for one that no page has. `alike` are words
   that mean much the same and were looked for too, or null; `isAll` where only they were found. */
export async function understood(engine, asked, written) {
  const code = joined(written);
  const coded = code === null ? null : await look(engine, code);
  if (coded?.results.length && !coded.unknown.length) return { found: coded };
  const bare = unquoted(asked);
  const exact = bare === asked ? [] : (await engine.search(asked)).results;
  if (exact.length) return { found: { text: asked, results: exact } };
  const found = await bestReading(engine, bare);
  const alike = await withAlike(engine, found);
  if (alike) return alike;
  const instead = bare !== asked && found.results.length ? unquoted(written.trim()) : null;
  const meant = found.unknown.length || found.doubtful.length ? await meantBy(found).catch(() => null) : null;
  if (meant === null) return { found, instead };
  const other = await look(engine, meant);
  if (!found.results.length) return other.results.length ? { found: other, instead: meant } : { found };
  const ids = new Set(found.results.map((result) => result.id));
  return { found, instead, meant: other.results.every((result) => ids.has(result.id)) ? null : meant };
}

/* Results for words that mean much the same, where a query finds little or has a word that no page has; null where there are
   none. Pages with all words that were asked for come first. */
async function withAlike(engine, found) {
  const isUnknown = found.unknown.length > 0;
  if (found.results.length >= FEW && !isUnknown) return null;
  const isWanted = isUnknown ? (word) => found.unknown.includes(word) : () => true;
  const best = new Map();
  const used = [];
  for (const { words: other, asked } of await alikeQueries(found.asked, isWanted)) {
    const reading = await look(engine, asked);
    if (reading.unknown.some((word) => !found.unknown.includes(word))) continue;
    const { results } = reading.pages ? await look(engine, other) : reading; /* no page has it beside the other words */
    const added = results.filter((result) => isUnknown || !found.results.some(({ id }) => id === result.id));
    for (const result of added) {
      const score = result.score / (used.length + 1);
      if (!(best.get(result.id)?.score >= score)) best.set(result.id, { result, score });
    }
    if (added.length) used.push(other);
  }
  if (!best.size) return null;
  const added = [...best.values()].sort((one, other) => other.score - one.score).map(({ result }) => result);
  const rest = found.results.filter(({ id }) => !best.has(id));
  const before = isUnknown ? [] : rest.filter((result) => !result.isLow);
  const results = [...new Set([...before, ...added, ...rest])].slice(0, MOST_ALIKE);
  return { found: { results, pages: () => pagesOf(results) }, alike: { words: used.join(", "), isAll: !rest.length } };
}

/* Words with hyphens are looked for in one ("co-ordination") and apart ("10-year"), those with a number too ("covid19"): what
   finds more was meant; numbers in words and in figures: what fits far better was. */
async function bestReading(engine, asked) {
  let found = await look(engine, asked);
  const apart = asked.replaceAll(HYPHENS, "$1$2 ").replaceAll(NUMBERS, "$1 ");
  if (apart !== asked) {
    const other = await look(engine, apart);
    if (other.results.length > found.results.length) found = other;
  }
  const renumbered = await withOtherNumbers(apart);
  if (renumbered !== apart) {
    const other = await look(engine, renumbered);
    const best = (reading) => reading.results[0]?.score ?? 0;
    if (best(other) > FAR_BETTER * best(found)) found = other;
  }
  return found;
}

/* Words with "10" for "ten" and "ten" for "10", as far as the catalogue counts; a number alone is what it is. */
async function withOtherNumbers(asked) {
  const { numbers } = await words();
  const all = asked.split(/\s+/);
  if (all.length < 2) return asked;
  const other = (word) => {
    const place = numbers.indexOf(word.toLowerCase());
    return place < 0 ? (/^\d+$/.test(word) && numbers[word - FIRST_NUMBER]) || word : String(place + FIRST_NUMBER);
  };
  return all.map(other).join(" ");
}

/* One search: `text` that Pagefind finds the results with, or where it does not find all of them, `pages()` with theirs; of the
   words that were asked for, the unknown ones, which no page has, and the doubtful, of which only the beginning was found. */
async function look(engine, asked) {
  const ask = async (text) => (await engine.search(text)).results;
  const wanted = await telling(asked);
  let results = await ask(wanted.join(" "));
  const marked = await marksIn(results, LOOKED_AT);
  for (const word of wanted) {
    if (!marked.some((mark) => isLike(word, mark))) marked.push(...(await marksIn(await ask(word), 1)));
  }
  const isFound = (word) => marked.some((mark) => isLike(word, mark));
  const unknown = wanted.filter((word) => !isFound(word));
  const known = wanted.filter(isFound);
  if (unknown.length) results = known.length ? await ask(known.join(" ")) : [];
  const doubtful = known.filter((word) => !marked.some((mark) => isWhole(word, mark, results.length)));
  const found = { asked, unknown, doubtful, text: known.join(" "), results };
  const loose = results.length < FEW && known.length > 1 ? await loosely(ask, known, results) : [];
  if (!loose.length) return found;
  const both = [...results, ...loose];
  return { ...found, results: both, pages: () => pagesOf(both) };
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

const pagesOf = (results) => Promise.all(results.map((result) => result.data()));

/* The words of a query without those that nearly every page has, unless there are no others. */
async function telling(asked) {
  const { little } = await words();
  const all = asked.split(/\s+/).filter((word) => plain(word));
  const rare = all.filter((word) => !little.includes(plain(word)));
  return rare.length ? rare : all;
}

/* The words that Pagefind found, in plain letters. Where it knows no word that begins with one it was asked for, it takes
   those that begin with a part of it, be it one letter: what it marked tells. */
async function marksIn(results, number) {
  const pages = await pagesOf(results.slice(0, number));
  return [...new Set(pages.flatMap((page) => markedWords(page)).map(plain))];
}

/* Whether a word that was found may be a form of one that was asked for: they share most of it. */
function isLike(word, mark) {
  const asked = plain(word);
  return /\d/.test(asked) ? mark.startsWith(asked) : shared(asked, mark) >= Math.max(Math.min(3, asked.length), asked.length * 0.6);
}

/* Whether a word was found as it stands; where there is more than a little, an ending may be another. */
const isWhole = (word, mark, number) => shared(plain(word), mark) >= plain(word).length * (number < FEW ? 1 : 0.75);
