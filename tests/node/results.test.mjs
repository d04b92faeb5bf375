// overrides/assets/search/results.js: what the search shows of a page that it found, as whole HTML.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { search } from "./page.mjs";

const section = (title, id, excerpt = "") => ({ title, anchor: id && { id }, excerpt });
const NOTHING = { raw_url: "/a/", meta: { title: "Title" }, filters: {}, sub_results: [], excerpt: "", plain_excerpt: "", raw_content: "Title", locations: [] };
const KINDS = { story: "Story", poem: "Poem" };

/* Each with what Pagefind gives, the options, and the item's HTML, or what is in it. */
const ITEMS = [
  [
    "everything that a page can have",
    {
      raw_url: "//b/c d/", filters: { kind: ["poem", "story"] }, locations: [1, 7, 8],
      meta: { title: "The  elm & oak", state: "Cancelled", date: "3 May", picture: "assets/a.svg", file: "b/a.pdf" },
      sub_results: [section("No anchor", undefined, "<mark>Ash</mark>"), section("Why <b>", "why"), section("Page", "file-page-12"), section("How", "how"), section("Fourth", "fourth")],
      raw_content: "The elm & oak One two three elms &lt;oaks four five six", excerpt: "<mark>“elms</mark> <mark>&lt;oaks&gt;</mark> <mark>ELMS</mark>", plain_excerpt: "elms &lt;oaks four five",
    },
    { withSections: true, withPicture: true },
    '<li class="nw-result nw-result--pictured"><img class="nw-result__picture" alt="" loading="lazy" width="96" height="64" src="/assets/a.svg"><a class="nw-result__title" href="/b/c%20d/?marks=elms&amp;marks=oaks&amp;marks=ash">The <mark>elm</mark> &amp; oak</a><p class="nw-result__facts">Poem · Cancelled · 3 May</p><p class="nw-result__excerpt">… <mark>elms</mark> <mark>&lt;oaks</mark> four five&nbsp;…</p><ul class="nw-result__sections"><li><a href="/b/c%20d/?marks=elms&amp;marks=oaks&amp;marks=ash#why">Why &lt;b&gt;</a></li><li><a href="/b/a.pdf#page=12">Page</a></li><li><a href="/b/c%20d/?marks=elms&amp;marks=oaks&amp;marks=ash#how">How</a></li></ul></li>',
  ],
  [
    "a page whose sections and picture are not wanted",
    { meta: { title: "Elm", picture: "a.svg", file: "a.pdf" }, filters: { kind: ["other"] }, sub_results: [section("Why", "why"), section("Page 3", "file-page-3"), section("Page 4", "file-page-4")], raw_content: "Elm One", plain_excerpt: "Elm One", locations: [0] },
    {},
    '<a class="nw-result__title" href="/a/"><mark>Elm</mark></a><p class="nw-result__facts"></p><p class="nw-result__excerpt">One</p><ul class="nw-result__sections"><li><a href="/a.pdf#page=3">Page 3</a></li></ul>',
  ],
  [
    "a page without a file for its pages",
    { sub_results: [section("Page 3", "file-page-3"), section("My file-page-4", "my-file-page-4")], meta: { title: "Title", state: "New" }, filters: { kind: ["story"] } },
    {},
    '<a class="nw-result__title" href="/a/">Title</a><p class="nw-result__facts">Story · New</p><p class="nw-result__excerpt"></p><ul class="nw-result__sections"><li><a href="/a/#file-page-3">Page 3</a></li></ul>',
  ],
  ["sections that are not of a file", { sub_results: [section("Why", "why"), section("", undefined)] }, {}, '<a class="nw-result__title" href="/a/">Title</a><p class="nw-result__facts"></p><p class="nw-result__excerpt"></p>'],
  ["an excerpt that begins in the title", { meta: { title: "One two" }, raw_content: "One two three\nfour five six", plain_excerpt: "two three four", locations: [0, 2] }, {}, '<a class="nw-result__title" href="/a/"><mark>One</mark> two</a><p class="nw-result__facts"></p><p class="nw-result__excerpt"><mark>three</mark> four five&nbsp;…</p>'],
  ["an excerpt right after the title", { meta: { title: "One two" }, raw_content: "One two three four five", plain_excerpt: "three four five" }, {}, '<a class="nw-result__title" href="/a/">One two</a><p class="nw-result__facts"></p><p class="nw-result__excerpt">three four five</p>'],
  ["an excerpt one word after the title", { meta: { title: "One two" }, raw_content: "One two three four five", plain_excerpt: "four" }, {}, '<a class="nw-result__title" href="/a/">One two</a><p class="nw-result__facts"></p><p class="nw-result__excerpt">… four&nbsp;…</p>'],
  ["words that are only in the index, in the excerpt", { meta: { title: "One", joined: "2 2" }, raw_content: "One two x y three four", plain_excerpt: "two x y three" }, {}, '<a class="nw-result__title" href="/a/">One</a><p class="nw-result__facts"></p><p class="nw-result__excerpt">two three&nbsp;…</p>'],
  ["words that are only in the index, at the excerpt's start", { meta: { title: "One", joined: "2 2" }, raw_content: "One two x y three four", plain_excerpt: "y three four" }, {}, '<a class="nw-result__title" href="/a/">One</a><p class="nw-result__facts"></p><p class="nw-result__excerpt">two&nbsp;…</p>'],
  ["words that are only in the index, before the excerpt", { meta: { title: "One", joined: "2 2" }, raw_content: "One two x y three four", plain_excerpt: "three four" }, {}, '<a class="nw-result__title" href="/a/">One</a><p class="nw-result__facts"></p><p class="nw-result__excerpt">… three four</p>'],
  [
    "many words that were found",
    { excerpt: [..."abcdefgh"].map((letter) => `<mark>${letter}.</mark>`).join(" "), sub_results: [section("", undefined, `<mark>a</mark> <mark>...</mark>${[..."ijklmn"].map((letter) => `<mark>(${letter}</mark>`).join(" ")}`)] },
    {},
    '<a class="nw-result__title" href="/a/?marks=a&amp;marks=b&amp;marks=c&amp;marks=d&amp;marks=e&amp;marks=f&amp;marks=g&amp;marks=h&amp;marks=i&amp;marks=j&amp;marks=k&amp;marks=l">Title</a><p class="nw-result__facts"></p><p class="nw-result__excerpt"></p>',
  ],
];

describe("resultItem", () => {
  for (const [name, found, options, html] of ITEMS) {
    it(`shows ${name}`, async (test) => {
      const { load } = search(test);
      const [{ root }, { resultItem }] = [await load("translations.js"), await load("results.js")];
      const made = resultItem({ ...NOTHING, ...found }, KINDS, options);
      assert.equal(made.outerHTML.replaceAll(root.pathname, "/"), html.startsWith("<li") ? html : `<li class="nw-result">${html}</li>`);
    });
  }
});
