// overrides/assets/search/: its modules one by one.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { search } from "./page.mjs";

const SYNONYMS = [
  ["lonely", "on my own", "isolated"], ["job", "vacancy"], ["own", "private"], ["as", "like"], ["tea", "w1", "w2", "w3", "w4", "w5", "w6", "w7"],
  ["one two three four", "many"], ["one two three four five", "all"],
];

describe("the search's modules", () => {
  const load = (test, name) => search(test, { translations: { synonyms: SYNONYMS } }).load(name);

  it("spelling.js counts edits, with two swapped neighbours as one", async (test) => {
    const spelling = await load(test, "spelling.js");
    for (const [one, other, edits] of [
      ["garden", "garden", 0], ["garden", "gardn", 1], ["garden", "gadren", 1], ["garden", "gardens", 1], ["", "abc", 3], ["abc", "xyz", 3],
    ]) assert.deepEqual([one, other, spelling.editDistance(one, other)], [one, other, edits]);
    assert.equal(spelling.editDistance("lightning", "constructor", 2), 2);
  });

  it("spelling.js compares letters without accents, signs and capitals", async (test) => {
    const spelling = await load(test, "spelling.js");
    for (const [word, plain] of [["Tŷ", "ty"], ["Maggie’s", "maggies"], ["co-op", "coop"], ["£4", "4"], ["…", ""]]) {
      assert.equal(spelling.plainLetters(word), plain);
    }
    assert.deepEqual([spelling.sharedPrefixLength("garden", "gardener"), spelling.sharedPrefixLength("garden", "elm"), spelling.sharedPrefixLength("", "elm")], [6, 0, 0]);
  });

  it("spelling.js corrects an unknown word, unless it is short, the beginning of a known word or a form of one with the right ending", async (test) => {
    const vocabulary = ["york", "gardens", "gardem", "coordination", "cushion", "lightning", "coordinator", "coordinate", "shop", "ships"];
    const { correctSpelling } = await search(test, { vocabulary }).load("spelling.js");
    for (const [query, how, corrected] of [
      ["yrok", {}, "york"], ["yrk", {}, null], ["garden", {}, null], ["coordniaton", {}, "coordination"], ["cordniaton", {}, null],
      ["lihgtnng", {}, "lightning"], ["cuhsoin", {}, null],
      ["yrok", { results: [{}] }, null], ["cushions", { unknown: [], doubtful: ["cushions"] }, null], ["cushino", { unknown: [] }, null],
      ["coordinater", { unknown: [], doubtful: ["coordinater"] }, "coordinator"], ["shops", { unknown: [], doubtful: ["shops"] }, null],
      ["old cushoin", { unknown: ["cushoin"] }, "old cushion"], ["york2", {}, null],
    ]) {
      const options = { query, unknown: [query], doubtful: [], results: [], ...how };
      assert.deepEqual([query, await correctSpelling(options)], [query, corrected]);
    }
  });

  it("spelling.js corrects a word to the nearest one, and its ending to one that fits", async (test) => {
    const vocabulary = ["tulip", "tulap", "hamber", "hampor", "waltham forest", "walthem", "elm road", "hamper", "hampered", "hamperest", "bak", "bakir", "bakum", "fern", "fernes"];
    const { correctSpelling } = await search(test, { vocabulary }).load("spelling.js");
    const doubtful = (word) => ({ unknown: [], doubtful: [word] });
    for (const [query, how, corrected] of [
      ["tulop", {}, "tulip"], ["tuilp", { results: [{}] }, "tulip"], ["hampir", {}, "hampor"], ["utlip", {}, "tulip"], ["zulip", {}, null], ["ulip", {}, null],
      ["TULOP\nfern", {}, "tulip fern"], ["Ṭulop", {}, "tulip"], ["tuliptulip", {}, null],
      ["waltham", {}, "walthem"], ["elmroads", doubtful("elmroads"), "elm road"],
      ["hamperes", doubtful("hamperes"), null], ["hampereds", doubtful("hampereds"), null], ["hamperefts", doubtful("hamperefts"), null],
      ["hampereft", doubtful("hampereft"), "hamperest"], ["hampeersst", doubtful("hampeersst"), null], ["hampeersst", {}, "hamperest"],
      ["bakar", {}, "bakir"], ["bakar", doubtful("bakar"), "bakir"], ["bakor", doubtful("bakor"), "bakir"], ["bakim", doubtful("bakim"), null], ["bakem", doubtful("bakem"), null],
      ["a b c d e f g h i tulop", { unknown: ["tulop"] }, "a b c d e f g h i tulip"], ["a b c d e f g h i j tulop", { unknown: ["tulop"] }, null],
      ["tulop elmroda", { unknown: ["tulop"] }, "tulip elmroda"],
    ]) {
      const options = { query, unknown: query.split(/\s/), doubtful: [], results: [], ...how };
      assert.deepEqual([query, await correctSpelling(options)], [query, corrected]);
    }
  });

  it("joined.js writes telephone numbers, ISBNs and DOIs as one word", async (test) => {
    const joined = await load(test, "joined.js");
    for (const [query, one] of [
      ["01792 636519", "01792636519"],
      ["+44 (0)1792 636519", "01792636519"],
      ["0044 1792 636519", "01792636519"],
      ["ISBN 978-1-907790-71-3", "9781907790713"],
      ["0-8044-2957-X", "080442957x"],
      ["https://doi.org/10.5281/zenodo.4711-2", "105281zenodo47112"],
      ["doi: 10.1000/ab_c", "101000abc"],
      ["http://dx.doi.org/10.1000/abc", "101000abc"], ["DOI:10.1000/ABC", "101000abc"], ["see 10.1234567890/a", "see 101234567890/a"], ["10.100/a", null], ["x10.1000/a", null],
      ["10.123456789/a", "10123456789a"], ["10.1000/a<b", "101000a <b"], ['10.1000/a"b', '101000a "b'],
      ["+33 (0)1 23 45 67 89", "33123456789"], ["(01792) 636-519", "01792636519"], ["01792.636/519", "01792636519"], ["01792–636519", "01792636519"], ["+441792 636519", "01792636519"],
      ["isbn: 0-8044-2957-x", "080442957x"], ["ISBN0804429570", null], ["doi 123 4567", "1234567"], ["ring 1234567 now", null],
      ["123456", null], ["12 34 56", null], ["12 34 567", "1234567"], ["1234567890 123456789", "1234567890123456789"], ["1234567890 1234567890", null],
      ["a_01792 636519", null], ["a01792 636519", null], [".01792 636519", null], ["01792 636519b", null], ["01792 636519_", null], ["01792   636519", null],
      ...[..." ().–/-"].flatMap((sign) => [[`1234${sign}567`, "1234567"], [`1234${sign}${sign}567`, "1234567"], [`1234${sign.repeat(3)}567`, null]]),
      ...[..." /–-"].map((sign) => [`1234567890${sign}1234567890`, null]),
      ...[..."().,;"].map((sign) => [`1234 567${sign} a`, `1234567${sign} a`]),
      ["0-8044-2957 X", "080442957x"], ["0-8044-2957-8", "0804429578"], ["1234567é", null], ["é1234 567", null], ["1234 567_", null],
      ["garden", null], ["10 principles", null], ["£1,234.56", null],
    ]) assert.deepEqual([query, joined.joinNumbers(query)], [query, one]);
  });

  it("synonyms.js replaces a word or phrase by its synonyms", async (test) => {
    const synonyms = await load(test, "synonyms.js");
    for (const [query, wanted, others] of [
      ["feeling lonely", "lonely", ["feeling on my own", "feeling isolated"]],
      ["I am on my own", "own", ["I am lonely", "I am isolated"]],
      ["Jobs", "Jobs", ["vacancy"]],
      ["feeling lonely", "feeling", []],
      ["garden", "garden", []],
      ["Ón my owns", "owns", ["lonely", "isolated"]],
      ["own", "own", ["private"]],
      ["a as", "a", []], ["a as", "as", ["a like"]], ["a", "a", []],
      ["tea", "tea", ["w1", "w2", "w3", "w4", "w5", "w6"]],
      ["one  two three four five", "one", ["many five"]],
    ]) {
      const found = await synonyms.synonymQueries(query, (word) => word === wanted);
      assert.deepEqual([query, found.map((other) => other.query)], [query, others]);
    }
    assert.deepEqual(await synonyms.synonymQueries("my job", () => true), [{ synonym: "vacancy", query: "my vacancy" }]);
  });

  it("mutations.js replaces one word after another by its forms on the site's pages", async (test) => {
    const page = search(test, { vocabulary: ["ardd", "cardd", "nghardd", "chardd", "ngardd", "bârau", "mamol", "fam", "mara"] });
    const { mutatedQueries } = await page.load("mutations.js");
    const queries = async (query, isWanted) => (await mutatedQueries(query, isWanted)).map((other) => `${other.synonym}: ${other.query}`);
    assert.deepEqual(await queries("gardd", () => true), []);
    page.document.documentElement.lang = "cy";
    assert.deepEqual(await queries("gardd fara", () => true), [
      "cardd: cardd fara", "nghardd: nghardd fara", "chardd: chardd fara", "ngardd: ngardd fara", "ardd: ardd fara", "bara: gardd bara",
    ]);
    assert.deepEqual([await queries("gardd  fara", (word) => word === "fara"), await queries("gardd", () => false)], [["bara: gardd bara", "mara: gardd mara"], []]);
    assert.deepEqual([await queries("bam", () => true), await queries("famo", () => true)], [[], ["mamo: mamo"]]);
  });

  it("mutations.js finds the forms of a Welsh word with other first letters", async (test) => {
    const { otherForms } = await load(test, "mutations.js");
    for (const [word, forms] of [
      ["Cymru", ["Gymru", "Nghymru", "Chymru"]],
      ["nghath", ["cath", "gath", "chath"]],
      ["phobl", ["pobl", "bobl", "mhobl"]],
      ["dŷ", ["tŷ", "nhŷ", "thŷ", "ddŷ", "nŷ"]],
      ["fam", ["bam", "mam"]],
      ["gardd", ["cardd", "nghardd", "chardd", "ngardd", "ardd"]],
      ["Wynedd", ["Gwynedd", "Ngwynedd"]],
      ["llan", ["lan"]],
      ["lan", ["llan", "glan", "nglan"]],
      ["rhan", ["ran"]], ["ran", ["rhan", "gran", "ngran"]], ["mhobl", ["pobl", "bobl", "phobl"]], ["nhŷ", ["tŷ", "dŷ", "thŷ"]], ["ddu", ["du", "nu"]],
      ["ngardd", ["gardd", "ardd"]], ["mab", ["bab", "fab"]],
      ...["afon", "eira", "ienctid", "oes", "uwd", "ysgol"].map((vowel) => [vowel, [`g${vowel}`, `ng${vowel}`]]),
      ["ffair", []], ["siop", []], ["ŵyn", ["gŵyn", "ngŵyn"]], ["10", []], ["", []],
    ]) assert.deepEqual([word, otherForms(word)], [word, forms]);
  });

  it("translations.js removes quotation marks only around a whole query", async (test) => {
    const module = await load(test, "translations.js");
    for (const [query, bare] of [['"a b"', "a b"], ["a b", "a b"], ['"a', '"a'], ['""', '""'], ['" a "', "a"]]) {
      assert.equal(module.withoutQuotes(query), bare);
    }
  });

  it("translations.js says how many results there are, and for which words", async (test) => {
    const module = await load(test, "translations.js");
    const t = await module.translations();
    const none = { instead: null, synonyms: null };
    for (const [query, number, how, sentence] of [
      ["elm", 1, none, "1 result"],
      ["elm", 1200, none, "1,200 results"],
      ["", 0, none, ""],
      ["", 3, none, "3 results"],
      ["elm $&", 0, none, "None for “elm $&”."],
      ["emlm", 2, { instead: "elm", synonyms: null }, "None for “emlm”. Instead, for “elm”: 2 results"],
      ['"elm oak"', 2, { instead: "elm oak", synonyms: null }, "None with “elm oak” in one. 2 results"],
      ["job", 3, { instead: null, synonyms: { words: "vacancy", isAll: false } }, "3 results. Also: vacancy."],
      ["job", 1, { instead: null, synonyms: { words: "vacancy", isAll: true } }, "None for “job”. Instead, for “vacancy”: 1 result"],
    ]) assert.equal(module.resultSentence(query, number, how, t), sentence);
  });

  it("translations.js uses the plural forms of the language, or the general form if one is missing", async (test) => {
    const page = search(test);
    const module = await page.load("translations.js");
    page.document.documentElement.lang = "cy";
    assert.equal(module.formatCount({ two: "{number} dudalen", other: "{number} tudalen" }, 2), "2 dudalen");
    assert.equal(module.formatCount({ two: "{number} dudalen", other: "{number} tudalen" }, 3), "3 tudalen");
  });
});
