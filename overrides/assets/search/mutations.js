/* Welsh words change their first letter: "Cymru" is "Gymru" after "o", and "Nghymru" after "yng". For a word that is on no page,
   its other forms are searched for too. See https://en.wikipedia.org/wiki/Consonant_mutation#Welsh */

import { plainLetters } from "./spelling.js";
import { vocabulary } from "./translations.js";

const MIN_LENGTH = 4; /* letters: the vocabulary has no shorter words */
const MAX_QUERIES = 6;
const FORMS = ["p b mh ph", "t d nh th", "c g ngh ch", "b f m", "d dd n", "g ng ", "ll l", "rh r"].map((letters) => letters.split(" "));
const FIRST_LETTER = /^(?:ngh|ng|mh|nh|[cprt]h|dd|ff|ll|\p{L})/u;
const MAY_HAVE_LOST_G = /^(?:[aeiouwy]|l(?!l)|r(?!h))/;

/* The queries in which another form replaces a word, each as `{ synonym, query }`, if the page is in Welsh and a word on the site's
   pages begins with that form. `isWanted` says which words to replace. */
export async function mutatedQueries(query, isWanted) {
  if (document.documentElement.lang !== "cy") return [];
  const all = query.split(/\s+/);
  const known = all.some(isWanted) ? (await vocabulary()).map(plainLetters) : [];
  const isKnown = (form) => form.length >= MIN_LENGTH && known.some((word) => word.startsWith(plainLetters(form)));
  const queries = all.flatMap((word, position) => (isWanted(word) ? otherForms(word) : []).filter(isKnown).map((form) => (
    { synonym: form, query: all.map((other, index) => (index === position ? form : other)).join(" ") }
  )));
  return queries.slice(0, MAX_QUERIES);
}

/* What a word may be without its mutation or with another one: "gath" may be "cath", "nghath" and "chath". */
export function otherForms(word) {
  const small = word.toLowerCase();
  const letter = FIRST_LETTER.exec(small)?.[0];
  const letters = MAY_HAVE_LOST_G.test(plainLetters(word)) ? [letter, ""] : [letter];
  const withOthers = (own) => FORMS.filter((all) => all.includes(own)).flat().map((other) => other + small.slice(own.length));
  const forms = letters.flatMap(withOthers);
  const isCapital = small[0] !== word[0];
  return [...new Set(forms)].filter((form) => form && form !== small).map((form) => (isCapital ? form[0].toUpperCase() + form.slice(1) : form));
}
