/* Results as elements. Whatever comes from a page or a query becomes text, never HTML. */

import { root } from "./words.js";

const MARKED = /<mark>([^]*?)<\/mark>/g;
const MOST_SECTIONS = 3;
const MOST_WORDS = 12;

/* A list item for what Pagefind knows of a page. `kinds` has the words for each sort of page. */
export function resultItem(found, kinds, { withSections = false, withPicture = false } = {}) {
  const hasPicture = withPicture && Boolean(found.meta.picture);
  const item = element("li", hasPicture ? "nw-result nw-result--pictured" : "nw-result");
  const marks = markedWords(found);
  const link = element("a", "nw-result__title");
  link.href = address(found.raw_url, marks);
  link.append(...marked(found.meta.title.split(/\s+/), 0, found));
  const facts = [kinds[found.filters.kind?.[0]], found.meta.date].filter(Boolean).join(" · ");
  if (hasPicture) item.append(picture(found.meta.picture));
  item.append(link, element("p", "nw-result__facts", facts), excerpt(found));
  const sections = withSections ? found.sub_results.filter((section) => section.anchor).slice(0, MOST_SECTIONS) : [];
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

/* The words that were found, as they stand in the page: what is marked when it is opened. */
export function markedWords(found) {
  const excerpts = [found.excerpt, ...found.sub_results.map((section) => section.excerpt)];
  const words = excerpts.flatMap((text) => [...text.matchAll(MARKED)].map((match) => plain(match[1])));
  const bare = words.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase());
  return [...new Set(bare)].filter(Boolean).slice(0, MOST_WORDS);
}

function address(url, marks, anchor = "") {
  const target = new URL(url.replace(/^\/+/, ""), root);
  for (const word of marks) target.searchParams.append("marks", word);
  target.hash = anchor;
  return `${target.pathname}${target.search}${target.hash}`;
}

/* What stands around the words that were found, without the title, which each text begins with. */
function excerpt(found) {
  const paragraph = element("p", "nw-result__excerpt");
  const all = found.raw_content.split(/\s+/);
  const [hidden, most] = (found.meta.joined ?? "0 0").split(" ").map(Number);
  const isHidden = (index) => index >= hidden && index < hidden + most;
  const before = all.join(" ").split(found.plain_excerpt, 1)[0];
  const title = found.meta.title.split(/\s+/).length;
  const wanted = Math.max(title, before.split(" ").length - 1);
  const first = isHidden(wanted) ? title : wanted;
  const shown = all.slice(first, first + found.plain_excerpt.split(" ").length);
  if (first > title) paragraph.append("… ");
  paragraph.append(...marked(shown.map(plain), first, found, isHidden));
  if (first + shown.length < all.length) paragraph.append("\u00a0…");
  return paragraph;
}

/* Words of a page, from the one of a number on, with those marked that were found, and with spaces between. Some are only
   there to be found: numbers and hashtags in one word, which the text has in another form. */
function marked(words, first, found, isHidden = () => false) {
  const one = (word, index) => (found.locations.includes(first + index) ? element("mark", "", word) : word);
  return words.flatMap((word, index) => (isHidden(first + index) ? [] : [index ? " " : "", one(word, index)]));
}

/* Pagefind's excerpts are text in which only these two characters are written in another way. */
const plain = (text) => text.replaceAll("<mark>", "").replaceAll("</mark>", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

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
