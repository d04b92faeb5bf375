/* Words that were meant: those of the pages that are the fewest slips away from what was typed. */

import { vocabulary } from "./words.js";

const SHORTEST = 5;
const LONG = 6; /* letters: words from here on may have two slips */
const MOST_WORDS = 10;
let loaded;

/* The query with each unknown or doubtful word replaced by the nearest known one, or null where there is none.
   `unknown` are words that no page has, `doubtful` those of which only the beginning was found: one slip is enough. */
export async function meantBy(query, unknown, doubtful) {
  loaded ??= vocabulary().catch((error) => { loaded = undefined; throw error; });
  const known = await loaded;
  let isChanged = false;
  const meant = query.split(/\s+/).slice(0, MOST_WORDS).map((word) => {
    const most = doubtful.includes(word) || word.length < LONG ? 1 : 2;
    const better = unknown.includes(word) || doubtful.includes(word) ? nearestWord(plain(word), known, most) : null;
    isChanged ||= better !== null;
    return better ?? word;
  });
  return isChanged ? meant.join(" ") : null;
}

/* The nearest word, the more frequent of two that are as near; null where the word is known, or begins one that is.
   People seldom mistype a first letter. */
function nearestWord(word, known, most) {
  if (word.length < SHORTEST || /\d/.test(word)) return null;
  let best = null;
  let fewest = most + 1;
  for (const candidate of known) {
    const other = plain(candidate);
    if (other.startsWith(word)) return null;
    const isAlike = word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
    if (!isAlike || Math.abs(other.length - word.length) >= fewest) continue;
    const slips = distance(word, other, fewest);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
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
