/* Synonyms, from docs/synonyms.yml. Their results are added to those of a query that finds little. */

import { plainLetters } from "./spelling.js";
import { translations } from "./translations.js";

const MAX_SYNONYMS = 6; /* of one word */
const MAX_PHRASE_WORDS = 4; /* words of a phrase */

/* The queries in which a synonym replaces a word or phrase, each as `{ synonym, query }`, in the order of docs/synonyms.yml.
   `isWanted` says which words to replace. */
export async function synonymQueries(query, isWanted) {
  const { synonyms } = await translations();
  const all = query.split(/\s+/);
  for (let length = Math.min(MAX_PHRASE_WORDS, all.length); length; length -= 1) {
    for (let start = 0; start + length <= all.length; start += 1) {
      const phrase = all.slice(start, start + length);
      const group = phrase.some(isWanted) && synonyms.find((one) => one.some((word) => isSamePhrase(word, phrase.join(" "))));
      if (!group) continue;
      const others = group.filter((word) => !isSamePhrase(word, phrase.join(" "))).slice(0, MAX_SYNONYMS);
      const replacePhrase = (word) => [...all.slice(0, start), word, ...all.slice(start + length)].join(" ");
      return others.map((word) => ({ synonym: word, query: replacePhrase(word) }));
    }
  }
  return [];
}

const isSamePhrase = (one, other) => stem(one) === stem(other);
const stem = (phrase) => phrase.split(" ").map((word) => plainLetters(word).replace(/(?<=..)s$/, "")).join(" ");
