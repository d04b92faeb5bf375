/* Results as elements. Text from a page or a query is always set as text, never as HTML. */

import { root } from "./translations.js";

const MARKED = /<mark>([^]*?)<\/mark>/g;
const MAX_SECTIONS = 3;
const MAX_WORDS = 12;

/* A list item for a page that Pagefind found. `kinds` has the name of each kind of page. */
export function resultItem(found, kinds, { withSections = false, withPicture = false } = {}) {
  const hasPicture = withPicture && Boolean(found.meta.picture);
  const item = element("li", hasPicture ? "nw-result nw-result--pictured" : "nw-result");
  const marks = markedWords(found);
  const link = element("a", "nw-result__title");
  link.href = address(found.raw_url, marks);
  link.append(...highlightWords(found.meta.title.split(/\s+/), 0, found));
  const facts = [kinds[found.filters.kind?.[0]], found.meta.state, found.meta.date].filter(Boolean).join(" · ");
  if (hasPicture) item.append(picture(found.meta.picture));
  item.append(link, element("p", "nw-result__facts", facts), excerpt(found));
  const sections = withSections ? found.sub_results.filter((section) => section.anchor).slice(0, MAX_SECTIONS) : [];
  const filePages = sections.length ? [] : found.sub_results.filter(isOfFile).slice(0, 1);
  if (sections.length || filePages.length) item.append(sectionList([...sections, ...filePages], found, marks));
  return item;
}

const isOfFile = (section) => Boolean(section.anchor?.id.startsWith("file-page-"));

function sectionList(sections, found, marks) {
  const list = element("ul", "nw-result__sections");
  for (const section of sections) {
    const link = element("a", "", section.title);
    link.href = isOfFile(section) && found.meta.file
      ? `${new URL(found.meta.file, root).pathname}#page=${section.anchor.id.split("-").pop()}`
      : address(found.raw_url, marks, section.anchor.id);
    const row = element("li");
    row.append(link);
    list.append(row);
  }
  return list;
}

/* The words that were found, as the page writes them. They are highlighted when the page is opened. */
export function markedWords(found) {
  const excerpts = [found.excerpt, ...found.sub_results.map((section) => section.excerpt)];
  const words = excerpts.flatMap((text) => [...text.matchAll(MARKED)].map((match) => unescapeExcerpt(match[1])));
  const trimmed = words.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase());
  return [...new Set(trimmed)].filter(Boolean).slice(0, MAX_WORDS);
}

function address(url, marks, anchor = "") {
  const target = new URL(url.replace(/^\/+/, ""), root);
  for (const word of marks) target.searchParams.append("marks", word);
  target.hash = anchor;
  return `${target.pathname}${target.search}${target.hash}`;
}

/* The text around the words that were found. The title, with which each text begins, is left out. */
function excerpt(found) {
  const paragraph = element("p", "nw-result__excerpt");
  const all = found.raw_content.split(/\s+/);
  const [hidden, count] = (found.meta.joined ?? "0 0").split(" ").map(Number);
  const isHidden = (index) => index >= hidden && index < hidden + count;
  const before = all.join(" ").split(found.plain_excerpt, 1)[0];
  const title = found.meta.title.split(/\s+/).length;
  const wanted = Math.max(title, before.split(" ").length - 1);
  const first = isHidden(wanted) ? title : wanted;
  const shown = all.slice(first, first + found.plain_excerpt.split(" ").length);
  if (first > title) paragraph.append("… ");
  paragraph.append(...highlightWords(shown.map(unescapeExcerpt), first, found, isHidden));
  if (first + shown.length < all.length) paragraph.append("\u00a0…");
  return paragraph;
}

/* Words of a page, from number `first` on, with spaces between them and with found words in <mark>. `isHidden` words are left
   out: they are in the index only to be found, such as numbers and hashtags as one word. */
function highlightWords(words, first, found, isHidden = () => false) {
  const one = (word, index) => (found.locations.includes(first + index) ? element("mark", "", word) : word);
  return words.flatMap((word, index) => (isHidden(first + index) ? [] : [index ? " " : "", one(word, index)]));
}

/* The text of one of Pagefind's excerpts, in which only < and > are escaped. */
const unescapeExcerpt = (text) => text.replaceAll("<mark>", "").replaceAll("</mark>", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

function picture(source) {
  const image = element("img", "nw-result__picture");
  Object.assign(image, { alt: "", loading: "lazy", width: 96, height: 64, src: new URL(source, root).pathname });
  return image;
}

export function element(name, css = "", text = "") {
  const made = document.createElement(name);
  if (css) made.className = css;
  if (text) made.textContent = text;
  return made;
}
