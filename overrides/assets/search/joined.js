/* Numbers in one word, as they are indexed however a page writes them: see hooks/newsroom/publish/search/joined.py. */

const NUMBER = /(?<![\p{L}\p{N}_.])(?<!\d[\s/–-])[+(]?\d(?:[\s().–/-]{0,2}\d){5,17}(?:[\s-]?[\dXx])(?![\p{L}\p{N}_]|[\s/–-]\d)/gu;
const DOI = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(?<![\p{L}\p{N}_])(10\.\d{4,9}\/[^\s<>"]+)/giu;

/* A query with its telephone numbers, ISBNs and DOIs in one word each; null where it has none. */
export function joined(query) {
  const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const number = (text) => letters(text.replace(/\s/g, "").replace(/(?:\+|00)44(?:\(0\))?/, "0").replace("(0)", ""));
  const other = query.replace(DOI, (_, doi) => ` ${letters(doi)} `).replace(NUMBER, number);
  return other === query ? null : other.replace(/\b(?:isbn|doi)\b:?/gi, " ").trim();
}
