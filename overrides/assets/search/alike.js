/* Words that mean much the same, from docs/synonyms.yml: what they find is added to what a query finds, where that is little. */

import { plain } from "./near.js";
import { words } from "./words.js";

const MOST = 6; /* other words that are looked for */
const LONGEST = 4; /* words of a phrase */

/* The query with one of its words, or of its phrases, exchanged for each that means much the same, those first that stand
   nearer to the beginning of their line: as `words`, the others, and `asked`, the query. `isWanted` tells for which words. */
export async function alikeQueries(asked, isWanted) {
  const { alike } = await words();
  const all = asked.split(/\s+/);
  for (let length = Math.min(LONGEST, all.length); length; length -= 1) {
    for (let start = 0; start + length <= all.length; start += 1) {
      const phrase = all.slice(start, start + length);
      const group = phrase.some(isWanted) && alike.find((one) => one.some((word) => isSame(word, phrase.join(" "))));
      if (!group) continue;
      const others = group.filter((word) => !isSame(word, phrase.join(" "))).slice(0, MOST);
      const rest = (word) => [...all.slice(0, start), word, ...all.slice(start + length)].join(" ");
      return others.map((word) => ({ words: word, asked: rest(word) }));
    }
  }
  return [];
}

const isSame = (one, other) => bare(one) === bare(other);
const bare = (phrase) => phrase.split(" ").map((word) => plain(word).replace(/(?<=..)s$/, "")).join(" ");
