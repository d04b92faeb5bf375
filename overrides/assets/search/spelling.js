/* Spelling corrections: the words of the site's pages that are the fewest edits away from what was typed. */

import { vocabulary } from "./translations.js";

const MIN_LENGTH = 5;
const MIN_LENGTH_WITHOUT_RESULTS = 4; /* letters, if there are no results */
const TWO_EDITS_LENGTH = 8; /* letters: longer words may have two typing errors */
const MAX_ENDING = 2; /* letters that a form of a word may have more than a known form */
const MAX_WORDS = 10;
const VOWEL = /^[aeio]$/;

/* A query with each unknown or doubtful word replaced by the nearest known one; null if nothing was replaced. `unknown` are
   words that are on no page; `doubtful` are words of which only the beginning was found, and may have one typing error. */
export async function correctSpelling({ query, unknown, doubtful, results }) {
  const known = await vocabulary();
  const shortest = results.length ? MIN_LENGTH : MIN_LENGTH_WITHOUT_RESULTS;
  let isChanged = false;
  const corrected = query.split(/\s+/).slice(0, MAX_WORDS).map((written) => {
    const word = plainLetters(written);
    const isDoubtful = doubtful.includes(written);
    if (word.length < shortest || /\d/.test(word) || !(isDoubtful || unknown.includes(written))) return written;
    const better = nearestWord(word, known, isDoubtful || word.length < TWO_EDITS_LENGTH ? 1 : 2, isDoubtful);
    isChanged ||= better !== null;
    return better ?? written;
  });
  return isChanged ? corrected.join(" ") : null;
}

/* The nearest known word, or pair of words that were typed as one. Of equally near ones, the one with the longest common
   beginning wins, then the most frequent. Null if the word is known or is the beginning of a known word. If it may be a form of a
   known word, only the ending is corrected. The first letter must be right, since people seldom mistype it. */
function nearestWord(word, known, maxEdits, isForm) {
  let best = null;
  let least = Infinity;
  let base = null;
  for (const candidate of known) {
    const other = plainLetters(candidate);
    const isPair = candidate.includes(" ");
    if (!isPair && other.startsWith(word)) return null;
    if (!isPair && isForm && word.startsWith(other) && word.length - other.length <= MAX_ENDING) base ??= other;
    const isAlike = word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
    if (!isAlike || Math.abs(other.length - word.length) > maxEdits) continue;
    const edits = editDistance(word, other, maxEdits + 1);
    const cost = edits - sharedPrefixLength(word, other) / 100;
    if (edits <= maxEdits && cost < least) [best, least] = [candidate, cost];
  }
  return base === null ? best : correctEnding(word, base, known);
}

/* The known word that differs from a form of `base` in a vowel of the ending: one in "-or" for the same in "-er", which may be a
   form of `base`; but not "ships" for "shops". Null if there is none. */
function correctEnding(word, base, known) {
  const isAlike = (other) => {
    const at = sharedPrefixLength(word, other);
    return at >= base.length - 1 && VOWEL.test(word[at]) && VOWEL.test(other[at]) && word.slice(at + 1) === other.slice(at + 1);
  };
  return known.find((candidate) => isAlike(plainLetters(candidate))) ?? null;
}

/* The number of letters that two words share at their beginning. */
export function sharedPrefixLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/* A word in lower case, without accents, apostrophes and hyphens: these differences are not typing errors. */
export const plainLetters = (word) => word.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");

/* The number of letters that are missing, extra, wrong or swapped with their neighbour: the Damerau-Levenshtein distance
   (https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance). Returns `limit` if it is that large or larger. */
export function editDistance(one, other, limit = Infinity) {
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
