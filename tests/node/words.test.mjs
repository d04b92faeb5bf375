// overrides/assets/search/: the parts that take a query and words apart.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { search } from "./page.mjs";

describe("the parts of the search", () => {
  const part = (test, name) => search(test, { words: { alike: [["lonely", "on my own", "isolated"], ["job", "vacancy"]] } }).load(name);

  it("near.js counts slips, a swap of neighbours as one", async (test) => {
    const near = await part(test, "near.js");
    for (const [one, other, slips] of [
      ["garden", "garden", 0], ["garden", "gardn", 1], ["garden", "gadren", 1], ["garden", "gardens", 1], ["", "abc", 3], ["abc", "xyz", 3],
    ]) assert.deepEqual([one, other, near.distance(one, other)], [one, other, slips]);
    assert.equal(near.distance("lightning", "constructor", 2), 2);
  });

  it("near.js compares letters without accents, signs and capitals", async (test) => {
    const near = await part(test, "near.js");
    for (const [word, plain] of [["Tŷ", "ty"], ["Maggie’s", "maggies"], ["co-op", "coop"], ["£4", "4"], ["…", ""]]) {
      assert.equal(near.plain(word), plain);
    }
    assert.deepEqual([near.shared("garden", "gardener"), near.shared("garden", "elm"), near.shared("", "elm")], [6, 0, 0]);
  });

  it("near.js corrects a word that no page has, and no short one, nor one that begins a known word or ends otherwise", async (test) => {
    const vocabulary = ["york", "gardens", "gardem", "coordination", "cushion"];
    const { meantBy } = await search(test, { vocabulary }).load("near.js");
    for (const [asked, how, meant] of [
      ["yrok", {}, "york"], ["yrk", {}, null], ["garden", {}, null], ["coordniaton", {}, "coordination"], ["cordniaton", {}, null],
      ["yrok", { results: [{}] }, null], ["cushions", { unknown: [], doubtful: ["cushions"] }, null], ["cushino", { unknown: [] }, null],
      ["old cushoin", { unknown: ["cushoin"] }, "old cushion"], ["york2", {}, null],
    ]) {
      const given = { asked, unknown: [asked], doubtful: [], results: [], ...how };
      assert.deepEqual([asked, await meantBy(given)], [asked, meant]);
    }
  });

  it("joined.js writes telephone numbers, ISBNs and DOIs as one word", async (test) => {
    const joined = await part(test, "joined.js");
    for (const [query, one] of [
      ["01792 636519", "01792636519"],
      ["+44 (0)1792 636519", "01792636519"],
      ["0044 1792 636519", "01792636519"],
      ["ISBN 978-1-907790-71-3", "9781907790713"],
      ["0-8044-2957-X", "080442957x"],
      ["https://doi.org/10.5281/zenodo.4711-2", "105281zenodo47112"],
      ["doi: 10.1000/ab_c", "101000abc"],
      ["garden", null], ["10 principles", null], ["£1,234.56", null],
    ]) assert.deepEqual([query, joined.joined(query)], [query, one]);
  });

  it("alike.js exchanges a word or phrase for those that mean much the same", async (test) => {
    const alike = await part(test, "alike.js");
    for (const [query, wanted, others] of [
      ["feeling lonely", "lonely", ["feeling on my own", "feeling isolated"]],
      ["I am on my own", "own", ["I am lonely", "I am isolated"]],
      ["Jobs", "Jobs", ["vacancy"]],
      ["feeling lonely", "feeling", []],
      ["garden", "garden", []],
    ]) {
      const found = await alike.alikeQueries(query, (word) => word === wanted);
      assert.deepEqual([query, found.map(({ asked }) => asked)], [query, others]);
    }
  });

  it("words.js takes quotation marks away only around a whole query", async (test) => {
    const words = await part(test, "words.js");
    for (const [query, bare] of [['"a b"', "a b"], ["a b", "a b"], ['"a', '"a'], ['""', '""'], ['" a "', "a"]]) {
      assert.equal(words.unquoted(query), bare);
    }
  });

  it("words.js says what was found, for which words", async (test) => {
    const words = await part(test, "words.js");
    const said = await words.words();
    const none = { instead: null, alike: null };
    for (const [query, number, how, sentence] of [
      ["elm", 1, none, "1 result"],
      ["elm", 1200, none, "1,200 results"],
      ["", 0, none, ""],
      ["", 3, none, "3 results"],
      ["elm $&", 0, none, "None for “elm $&”."],
      ["emlm", 2, { instead: "elm", alike: null }, "None for “emlm”. Instead, for “elm”: 2 results"],
      ['"elm oak"', 2, { instead: "elm oak", alike: null }, "None with “elm oak” in one. 2 results"],
      ["job", 3, { instead: null, alike: { words: "vacancy", isAll: false } }, "3 results. Also: vacancy."],
      ["job", 1, { instead: null, alike: { words: "vacancy", isAll: true } }, "None for “job”. Instead, for “vacancy”: 1 result"],
    ]) assert.equal(words.sentence(query, number, how, said), sentence);
  });

  it("words.js counts in the plural forms of the language, and in any where it has one of them", async (test) => {
    const { document, load } = search(test);
    const words = await load("words.js");
    document.documentElement.lang = "cy";
    assert.equal(words.counted({ two: "{number} dudalen", other: "{number} tudalen" }, 2), "2 dudalen");
    assert.equal(words.counted({ two: "{number} dudalen", other: "{number} tudalen" }, 3), "3 tudalen");
  });
});
