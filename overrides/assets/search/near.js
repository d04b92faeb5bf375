/* Words that were meant: those of the pages that are the fewest slips away from what was typed. */

import { vocabulary } from "./words.js";

const SHORTEST = 5;
const SHORTEST_OF_NOTHING = 4; /* letters, where nothing at all was found */
const LONG = 8; /* letters: words from here on may have two slips */
const ENDING = 2; /* letters that may be more than a known form of a word has */
const MOST_WORDS = 10;
let loaded;

/* A query with each unknown or doubtful word replaced by the nearest known one, or null where there is none.
   `unknown` are words that no page has, `doubtful` those of which only the beginning was found: one slip is enough. */
export async function meantBy({ asked, unknown, doubtful, results }) {
  loaded ??= vocabulary().catch((error) => { loaded = undefined; throw error; });
  const known = await loaded;
  const shortest = results.length ? SHORTEST : SHORTEST_OF_NOTHING;
  let isChanged = false;
  const meant = asked.split(/\s+/).slice(0, MOST_WORDS).map((written) => {
    const word = plain(written);
    const isDoubtful = doubtful.includes(written);
    if (word.length < shortest || /\d/.test(word) || !(isDoubtful || unknown.includes(written))) return written;
    const better = nearestWord(word, known, isDoubtful || word.length < LONG ? 1 : 2, isDoubtful);
    isChanged ||= better !== null;
    return better ?? written;
  });
  return isChanged ? meant.join(" ") : null;
}

/* The nearest word, or two that were written in one: of those that are as near the one that begins most alike, or is more
   frequent; null where the word is known, or begins one that is, or may be a form of one: then that one was found.
   People seldom mistype a first letter. */
function nearestWord(word, known, most, isForm) {
  let best = null;
  let least = Infinity;
  for (const candidate of known) {
    const other = plain(candidate);
    const isPair = candidate.includes(" ");
    if (!isPair && other.startsWith(word)) return null;
    if (!isPair && isForm && word.startsWith(other) && word.length - other.length <= ENDING) return null;
    const isAlike = word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
    if (!isAlike || Math.abs(other.length - word.length) > most) continue;
    const slips = distance(word, other, most + 1);
    const cost = slips - shared(word, other) / 100;
    if (slips <= most && cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/* How many letters two words have in common at their beginning. */
export function shared(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/* Small letters without accents, apostrophes and hyphens: what does not count as a slip. */
export const plain = (word) => word.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");

/* How many letters are missing, too many, wrong or swapped with their neighbour (Damerau and Levenshtein);
   `limit` where it is that many or more. */
export function distance(one, other, limit = Infinity) {
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) >= limit) return limit;
    [before, above] = [above, row];
  }
  return above[other.length];
}
