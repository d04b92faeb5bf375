// overrides/assets/search/query.js and engine.js: queries at the limits of their rules.
import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { describe, it } from "node:test";

import { search } from "./page.mjs";

const LONG = "x".repeat(199);
const NUMBERS = ["two", "three", "four"];
const page = (url, text, score, more = {}) => ({ url, text, score, ...more });
const many = (count, text) => Array.from({ length: count }, (_, number) => page(`${number}`, text));
const asText = ({ instead, suggestion, synonyms }) => [
  instead !== null && `instead ${instead}`, suggestion !== null && `suggestion ${suggestion}`, synonyms && `${synonyms.isAll ? "all for" : "also"} ${synonyms.words}`,
].filter(Boolean).join("; ");

/** The addresses of the results of a query, and what is said about them. */
async function answer(test, query, { pages, lang = "en", find: how = {}, ...options }) {
  const opened = search(test, { pages, translations: { numbers: NUMBERS, ...options.translations }, ...options });
  opened.document.documentElement.lang = lang;
  const { find } = await opened.load("engine.js");
  const found = await find(query, how);
  const addresses = (await Promise.all(found.results.map((result) => result.data()))).map(({ url }) => url);
  return [addresses.join(" "), asText(found), found];
}

const WORDS = [page("york", "York trust"), page("storm", "Lightning aims"), page("rain", "Rain drops"), page("tele", "Ring 01792636519 or write")];
const VOCABULARY = ["york", "trust", "lightning", "drops"];
const synonyms = (...groups) => ({ translations: { synonyms: groups, numbers: NUMBERS } });
const vary = (query, ...texts) => [query, { pages: texts.map((text, number) => page(`${number}`, text)) }];

const QUERIES = [
  // Numbers as one word
  ["01792 636519 write", { pages: WORDS }, "tele"],
  ["01792 636510 write", { pages: WORDS }, "tele"],
  // Separators, and signs that are not searched for
  ...["york;trust", "york/trust", "york|trust", "york+trust", "york, trust", "york,trust", "york\u00adtrust", "york\ud800trust", "york\u0007trust", " york  trust "].map((query) => [query, { pages: WORDS }, "york"]),
  [...vary("1,000", "1,000", "1 000", "1 000"), "0"],
  [`${LONG}ab`, { pages: [page("a", `${LONG}a`), page("b", `${LONG}ab`), page("c", `${LONG}c`)] }, "a b"],
  [`${"\u{1F333}".repeat(150)} york`, { pages: WORDS }, "york"],
  ["Caf\u0065\u0301", { pages: [page("cafe", "Caf\u00e9")] }, "cafe"],
  // Hyphens and numbers
  [...vary("self-help", "selfhelp", "self help", "self help"), "1 2 0"],
  [...vary("self-help", "selfhelp", "self help"), "1 0"],
  [...vary("10-year", "10year", "10 year", "10 year"), "1 2 0"],
  [...vary("covid‐19", "covid19", "covid 19", "covid 19"), "1 2 0"],
  [...vary("1-2", "12", "1 2", "1 2"), "0"],
  [...vary("abc12", "abc12", "abc 12", "abc 12"), "1 2 0"],
  [...vary("ab12", "ab12", "ab 12", "ab 12"), "0"],
  ...[["TWO aims", 3, "figure word"], ["two aims", 2, "word figure"], ["two aims", 2.1, "figure word"], ["two", 3, "word"], ["three aims", 3, "word figure"]].map(([query, score, found]) => (
    [query, { pages: [page("word", "two aims", 1), page("figure", "2 aims", score)] }, found]
  )),
  ["2 aims", { pages: [page("figure", "2 aims", 1), page("word", "two aims", 3)] }, "word figure"],
  ["1 aims", { pages: [page("figure", "1 aims", 1), page("word", "two aims", 3)] }, "figure word"],
  ["three zzyzzx", { pages: WORDS }, ""],
  // Common words
  ["the york", { pages: [page("the", "The theory"), ...WORDS] }, "york"],
  ["the in", { pages: [page("the", "The theory in it"), ...WORDS] }, "the"],
  ["THE york", { pages: WORDS }, "york"],
  // Words of which only a part is found
  ["lightnipg", { pages: WORDS, vocabulary: VOCABULARY }, "storm"],
  ["lightsome", { pages: WORDS }, ""],
  ["dro", { pages: WORDS }, "rain"],
  ["dr", { pages: WORDS }, "rain"],
  ["dzz", { pages: WORDS }, ""],
  ["drz", { pages: WORDS }, ""],
  ["droz", { pages: WORDS }, "rain"],
  ["017926365", { pages: WORDS }, "tele"],
  ["0179263651x", { pages: WORDS }, ""],
  ["01792636518", { pages: WORDS }, ""],
  // Pages with most of the words
  ["york lightning", { pages: WORDS }, "york storm"],
  ["york trust lightning", { pages: WORDS }, "york storm"],
  ["york trust", { pages: [...WORDS, page("few", "York"), page("other", "A trust with many more words")] }, "york few other"],
  ["york trust", { pages: [...many(3, "York trust"), page("few", "York")] }, "0 1 2"],
  ["york trust", { pages: [...many(2, "York trust"), page("few", "York")] }, "0 1 few"],
  ["york trust", { pages: [...many(12, "York"), page("t", "trust")] }, "0 1 10 11 t 2 3 4 5 6"],
  // Corrections
  ["yrok", { pages: WORDS, vocabulary: VOCABULARY }, "york", "instead york"],
  ["yrok", { pages: WORDS, orders: { "vocabulary.json": undefined } }, ""],
  ["trsut rain", { pages: WORDS, vocabulary: VOCABULARY }, "rain", "suggestion trust rain"],
  ["yrok rain", { pages: WORDS, vocabulary: VOCABULARY }, "rain"],
  ["yrok", { pages: [page("a", "an")], vocabulary: VOCABULARY }, ""],
  ['"trsut rain"', { pages: WORDS, vocabulary: VOCABULARY }, "rain", "instead trsut rain; suggestion trust rain"],
  [' "rain york" ', { pages: WORDS }, "york rain", "instead rain york"],
  ['"york trust"', { pages: [page("apart", "trust york"), ...WORDS] }, "york"],
  // Synonyms
  ["thunder", { pages: WORDS, ...synonyms(["thunder", "lightning"]) }, "storm", "all for lightning"],
  ["york thunder", { pages: WORDS, ...synonyms(["york", "rain"], ["thunder", "lightning"]) }, "storm york", "also lightning"],
  ["thunder", { pages: WORDS, ...synonyms(["thunder", "zzyzzx", "lightning", "rain"]) }, "storm rain", "all for lightning, rain"],
  ["trust", { pages: WORDS, ...synonyms(["trust", "aims", "york"]) }, "york storm", "also aims"],
  ["trust", { pages: [...many(3, "trust"), ...WORDS.slice(1)], ...synonyms(["trust", "aims"]) }, "0 1 2"],
  ["trust", { pages: [...many(2, "trust"), ...WORDS.slice(1)], ...synonyms(["trust", "aims"]) }, "0 1 storm", "also aims"],
  ["x1", { pages: [page("a", "y1", 1), page("b", "y2", 1.9), page("c", "y2 y1", 1.5)], ...synonyms(["x1", "y1", "y2"]) }, "c a b", "all for y1, y2"],
  ["x1", { pages: [page("a", "y1", 1), page("b", "y2", 2.1)], ...synonyms(["x1", "y1", "y2"]) }, "b a", "all for y1, y2"],
  ["trust", { pages: [page("both", "trust aims"), page("one", "trust"), page("other", "aims")], ...synonyms(["trust", "aims"]) }, "both one other", "also aims"],
  ["x1", { pages: many(31, "y1"), ...synonyms(["x1", "y1"]) }, [...Array(30).keys()].join(" "), "all for y1"],
  ["trust", { pages: [page("low", "trust"), page("aims", "aims")], orders: { "en-low.json": [0] }, translations: { low: true, synonyms: [["trust", "aims"]], numbers: NUMBERS } }, "aims low", "also aims"],
  ["trust", { pages: [page("low", "trust", 3), page("high", "trust", 1), page("mid", "trust", 0.8)], orders: { "en-low.json": [0] }, translations: { low: true, numbers: NUMBERS } }, "high low mid"],
  ["Cymru", { pages: [page("soft", "Gymru")], lang: "cy", orders: { "vocabulary.json": undefined } }, ""],
  ["trust Cymru", { pages: [page("soft", "Gymru"), page("trust", "Trust drust")], lang: "cy", vocabulary: ["gymru", "drust"] }, "soft trust", "also Gymru"],
];

describe("find", () => {
  for (const [query, options, found, said = ""] of QUERIES) {
    it(`for ${JSON.stringify(query).slice(0, 60)} of ${options.pages.length} pages`, async (test) => {
      assert.deepEqual((await answer(test, query, options)).slice(0, 2), [found, said]);
    });
  }

  const YEARS = [page("york", "York trust", 1, { filters: { year: ["2015"] } }), page("storm", "Lightning aims", 2, { filters: { year: ["2020"], kind: ["story"] } }), page("rain", "Rain york", 3)];
  const ALL = { year: { 2015: 1, 2020: 1 }, kind: { story: 1 } };
  for (const [query, how, found, total, counts] of [
    ["", {}, "", 0, {}],
    [" ", { withCounts: true, filters: { year: "" } }, "", 0, ALL],
    ["", { withCounts: true, filters: { year: "2015" } }, "york", 3, { year: { 2015: 1, 2020: 1 } }],
    ["york", { filters: { year: "2015" } }, "york", 2, {}],
    ["york", { order: "date" }, "rain york", 2, {}],
    ["york", { order: "other", withCounts: true }, "york rain", 2, { year: { 2015: 1 } }],
    ["trust lightning", { filters: { year: "2020", kind: "story" }, withCounts: true }, "storm", 2, { year: { 2020: 1 }, kind: { story: 1 } }],
    ['"york trust"', { filters: { year: "2015" } }, "york", 1, {}],
    ["thunder", { filters: { year: "2015" }, withCounts: true }, "", 1, { year: { 2020: 1 } }],
    ["zzyzzx", { filters: { year: "2015" }, withCounts: true }, "", 0, { year: undefined }],
  ]) {
    it(`for “${query}” with ${JSON.stringify(how)} finds “${found}”`, async (test) => {
      const options = { pages: YEARS, orders: { "en-date.json": [1, 0, 2] }, ...synonyms(["thunder", "lightning"]) };
      const [addresses, said, answered] = await answer(test, query, { ...options, find: how });
      const plain = Object.fromEntries(Object.entries(answered.counts).map(([name, values]) => [name, values && { ...values }]));
      assert.deepEqual([addresses, answered.total, plain, said], [found, total, counts, query === "thunder" ? "all for lightning" : ""]);
      if (!query.trim()) assert.deepEqual([answered.instead, answered.suggestion, answered.synonyms], [null, null, null]);
    });
  }

  it("loads Pagefind again after it failed, from another address, and with this site's settings", async (test) => {
    const { load } = search(test, { pages: WORDS });
    const [{ root }, { find }] = [await load("translations.js"), await load("engine.js")];
    const [file, away] = ["pagefind/pagefind.js", "away.js"].map((name) => new URL(name, root));
    renameSync(file, away);
    for (const _ of [1, 2]) await assert.rejects(find("york"));
    renameSync(away, file);
    assert.equal((await find("york")).results.length, 1);
    const { createInstance } = await import(`${file.href}?2`);
    assert.deepEqual(createInstance.options, {
      basePath: new URL("pagefind/", root).pathname, baseUrl: root.pathname, excerptLength: 28, noWorker: true, ranking: { pageLength: 0.2, termFrequency: 0.8 },
    });
  });

  for (const name of ["translations", "vocabulary"]) {
    it(`loads ${name}.json once, and again after it failed`, async (test) => {
      const { load } = search(test);
      const module = await load("translations.js");
      const answers = [{ ok: false, status: 500 }, { ok: true, json: async () => "loaded" }];
      globalThis.fetch = async () => answers.shift();
      await assert.rejects(module[name](), { message: `500 https://elm.example/search/${name}.json` });
      for (const _ of [1, 2]) assert.equal(await module[name](), "loaded");
    });
  }
});
