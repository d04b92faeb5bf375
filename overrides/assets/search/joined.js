/* Numbers as one word. They are indexed as one word, however a page writes them: see hooks/newsroom/publish/search/joined.py. */

/* NUMBER matches "020 7946 0018" and "978-0-306-40615-7", but not "£1,234.56". DOI matches "10.5281/zenodo.12",
   but not "10.5 %". */

const NUMBER = /(?<![\p{L}\p{N}_.])(?<!\d[\s/–-])[+(]?\d(?:[\s().–/-]{0,2}\d){5,17}(?:[\s-]?[\dXx])(?![\p{L}\p{N}_]|[\s/–-]\d)/gu;
const DOI = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(?<![\p{L}\p{N}_])(10\.\d{4,9}\/[^\s<>"]+)/giu;

/* A query with its telephone numbers, ISBNs and DOIs as one word each; null if it has none. */
export function joinNumbers(query) {
  const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const number = (text) => letters(text.replace(/\s/g, "").replace(/(?:\+|00)44(?:\(0\))?/, "0").replace("(0)", ""));
  const other = query.replace(DOI, (_, doi) => ` ${letters(doi)} `).replace(NUMBER, number);
  return other === query ? null : other.replace(/\b(?:isbn|doi)\b:?/gi, " ").trim();
}
