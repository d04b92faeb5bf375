// overrides/assets/search/: from a query to results. pagefind.mjs replaces Pagefind.
import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";

import { search, until } from "./page.mjs";

const PAGES = [
  { url: "/york/", title: "York", text: "A trust in York. Derby is far.", filters: { kind: ["story"], year: ["2015"] } },
  { url: "/forest/", title: "Walthamstow", text: "Waltham Forest has covid 19 notes and ten aims.", filters: { kind: ["poem"], year: ["2020"] } },
  { url: "/storm/", title: "The storm", text: "Then lightning struck; coordination, transaction.", filters: { kind: ["story"], year: ["2020"] } },
  { url: "/number/", title: "Ring us", text: "01792636519 or write.", filters: { kind: ["page"] } },
];
const VOCABULARY = ["york", "trust", "derby", "waltham forest", "lightning", "coordination", "transaction", "don", "cushion"];

const site = (test, options = {}) => search(test, { pages: PAGES, vocabulary: VOCABULARY, ...options });
const urls = async (results) => (await Promise.all(results.map((result) => result.data()))).map((page) => page.url);

describe("find", () => {
  for (const [query, instead, found] of [
    ["yrok", "york", ["/york/"]],
    ["trst", "trust", ["/york/"]],
    ["walthamforest", "waltham forest", ["/forest/"]],
    ["lihgtning", "lightning", ["/storm/"]],
    ['"cordination"', "coordination", ["/storm/"]],
    ['"york derby far"', "york derby far", ["/york/"]],
    ['"Derby is far"', null, ["/york/"]],
    ["covid19", null, ["/forest/"]],
    ["covid-19", null, ["/forest/"]],
    ["10 aims", null, ["/forest/"]],
    ["01792 636519", null, ["/number/"]],
    ["the york in", null, ["/york/"]],
    ["york+derby", null, ["/york/"]],
    ["donate", null, []],
    ["lightnig", null, ["/storm/"]],
    ["zzyzzx", null, []],
    ["x", null, []],
    ["", null, []],
    ["\u202E\u0000", null, []],
  ]) {
    it(`for ${JSON.stringify(query)} finds ${found.join(", ") || "nothing"}${instead ? `, for “${instead}”` : ""}`, async (test) => {
      const { find } = await site(test, { translations: { numbers: ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] } }).load("engine.js");
      const answer = await find(query);
      assert.deepEqual([answer.instead, await urls(answer.results)], [instead, found]);
    });
  }

  for (const [score, found] of [[1.5, "/word/"], [3, "/figure/"]]) {
    it(`finds ${found} for a number in words if the number in figures scores ${score} times as high`, async (test) => {
      const pages = [{ url: "/word/", text: "two aims", score: 1 }, { url: "/figure/", text: "2 aims", score }];
      const { find } = await site(test, { pages }).load("engine.js");
      assert.equal((await urls((await find("two aims")).results))[0], found);
    });
  }

  it("offers a correction of one of several words", async (test) => {
    const { find } = await site(test).load("engine.js");
    const { results, suggestion } = await find("york lihgtning");
    assert.deepEqual([await urls(results), suggestion], [["/york/"], "york lightning"]);
    assert.equal((await find("york trst")).suggestion, null, "it would find the same");
  });

  it("adds results for synonyms, and returns the synonyms", async (test) => {
    const { find } = await site(test, { translations: { synonyms: [["thunder", "lightning"], ["trust", "aims"]] } }).load("engine.js");
    const { results, synonyms } = await find("thunder");
    assert.deepEqual([await urls(results), synonyms], [["/storm/"], { words: "lightning", isAll: true }]);
    const both = await find("trust");
    assert.deepEqual([await urls(both.results), both.synonyms], [["/york/", "/forest/"], { words: "aims", isAll: false }]);
  });

  for (const [query, found, words] of [
    ["Cymru", ["/soft/", "/nasal/"], "Gymru, Nghymru"],
    ["afon Cymru", ["/soft/", "/nasal/"], "Gymru, Nghymru"],
    ["Gymru", ["/soft/"], undefined],
    ["Cymbal", [], undefined],
  ]) {
    it(`finds ${found.join(", ") || "nothing"} for the Welsh word ${query}, which may have other first letters on a page`, async (test) => {
      const pages = [{ url: "/soft/", text: "Afon o Gymru" }, { url: "/nasal/", text: "Byw ger afon yng Nghymru" }];
      const page = search(test, { pages, vocabulary: ["afon", "gymru", "nghymru"] });
      const { find } = await page.load("engine.js");
      assert.equal((await find("Cymru")).results.length, 0, "the page is in English");
      page.document.documentElement.lang = "cy";
      const { results, synonyms } = await find(query);
      assert.deepEqual([await urls(results), synonyms?.words], [found, words]);
    });
  }

  it("finds pages with most of the words if none has all", async (test) => {
    const { find } = await site(test).load("engine.js");
    assert.deepEqual(await urls((await find("derby trust lightning")).results), ["/york/", "/storm/"]);
  });

  for (const query of ["", "york", "lightning", "derby lightning", '"york derby far"']) {
    it(`counts for ${JSON.stringify(query)} the results of each value of a filter`, async (test) => {
      const { find } = await site(test).load("engine.js");
      const every = (await find("", { withCounts: true })).counts;
      for (const filters of [{}, { kind: "story" }, { kind: "story", year: "2015" }, { kind: "constructor" }]) {
        const { counts } = await find(query, { filters, withCounts: true });
        for (const [name, values] of Object.entries(every)) {
          for (const value of Object.keys(values)) {
            const { results } = await find(query, { filters: { ...filters, [name]: value } });
            const message = `${query} ${JSON.stringify(filters)} ${name}: ${value}`;
            assert.equal(counts[name]?.[value] ?? 0, results.length, message);
          }
        }
      }
    });
  }

  it("sorts by date, newest first", async (test) => {
    const { find } = await site(test, { orders: { "en-date.json": [2, 0, 1, 3] } }).load("engine.js");
    assert.deepEqual(await urls((await find("", { filters: { kind: "story" }, order: "date" })).results), ["/york/", "/storm/"]);
  });

  it("shows pages with `search: low` after others", async (test) => {
    const low = { translations: { low: true }, orders: { "en-low.json": [0] } };
    const pages = [{ url: "/guide/", text: "A garden", score: 2 }, { url: "/story/", text: "A garden", score: 1 }];
    const { find } = await site(test, { pages, ...low }).load("engine.js");
    assert.deepEqual(await urls((await find("garden")).results), ["/story/", "/guide/"]);
  });
});

describe("resultItem", () => {
  const item = async (test, page, query, options = {}) => {
    const { load } = site(test, { pages: [page] });
    const [{ find }, { resultItem }] = [await load("engine.js"), await load("results.js")];
    const [result] = (await find(query)).results;
    return resultItem(await result.data(), { story: "Story" }, options);
  };

  it("has title, kind, state, date and an excerpt, with the words that were found marked", async (test) => {
    const page = { url: "/a/", title: "The garden", text: "It grew into gardens.", date: "3 May", meta: { state: "Cancelled" }, filters: { kind: ["story"] } };
    const made = await item(test, page, "garden");
    assert.deepEqual([...made.querySelectorAll("mark")].map((mark) => mark.textContent), ["garden", "gardens."]);
    assert.equal(made.querySelector(".nw-result__facts").textContent, "Story · Cancelled · 3 May");
    assert.equal(made.querySelector(".nw-result__excerpt").textContent.trim(), "It grew into gardens.");
    assert.equal(made.querySelector("a").getAttribute("href").split("/").pop(), "?marks=garden&marks=gardens");
  });

  it("shows the text of a page as text, not as HTML", async (test) => {
    const title = "<img src=x> & <b>bold</b>";
    const made = await item(test, { url: "/a/", title, text: "A gargoyle &lt;script&gt;x&lt;/script&gt;." }, "gargoyle");
    assert.equal(made.querySelector("a").textContent, title);
    assert.equal(made.querySelector("img, b, script"), null);
    assert.match(made.querySelector(".nw-result__excerpt").textContent, /A gargoyle <script>x<\/script>\./);
  });

  it("leaves words that are only in the index out of an excerpt", async (test) => {
    const page = { url: "/a/", title: "Ring", text: "01792636519 Ring 01792 636519.", meta: { joined: "1 1" } };
    assert.equal((await item(test, page, "ring")).querySelector(".nw-result__excerpt").textContent.trim(), "Ring 01792 636519.");
  });

  it("links to sections, or to a page of a PDF", async (test) => {
    const part = (id) => ({ title: id, anchor: { id }, excerpt: "" });
    const page = { url: "/a/", text: "garden", meta: { file: "a.pdf" }, sections: [part("why"), part("file-page-7")] };
    const links = (made) => [...made.querySelectorAll("ul a")].map((link) => link.getAttribute("href").split("/").pop());
    const options = { withSections: true };
    assert.deepEqual(links(await item(test, page, "garden", options)), ["?marks=garden#why", "a.pdf#page=7"]);
    const file = { ...page, sections: [part("file-page-7"), part("file-page-8")] };
    assert.deepEqual(links(await item(test, file, "garden")), ["a.pdf#page=7"]);
  });
});

describe("the search page", () => {
  const opened = async (test, query, options = {}) => {
    const page = site(test, { query, ...options });
    page.document.title = "Search";
    mock.method(console, "warn", () => {});
    mock.method(page.window.Element.prototype, "scrollIntoView", () => {});
    await page.load("page.js");
    const type = (words) => {
      page.at("[name=q]").value = words;
      page.at("[name=q]").dispatchEvent(new page.window.Event("input", { bubbles: true }));
    };
    const send = () => page.at("#NW-finder form").dispatchEvent(new page.window.Event("submit", { cancelable: true, bubbles: true }));
    const asks = (words) => until(() => {
      assert.equal(page.window.location.search, words ? `?q=${words}` : "");
      assert.equal(page.document.title, words ? `${words} · Search` : "Search");
    });
    return { ...page, type, send, asks };
  };

  it("adds one history entry while a query is typed, and one for each submitted query", async (test) => {
    const { window, type, send, asks } = await opened(test, "?q=derby");
    const start = window.history.length;
    for (const words of ["yor", "york"]) {
      type(words);
      await asks(words);
    }
    send();
    await asks("york");
    assert.equal(window.history.length, start + 1);
    for (const words of ["storm", "storm", "trust"]) {
      type(words);
      send();
      await asks(words);
    }
    assert.equal(window.history.length, start + 3);
    type("");
    send();
    await asks("");
  });

  it("reads the address again when the reader goes back", async (test) => {
    const { window, at, asks } = await opened(test, "?q=derby");
    await asks("derby");
    window.history.replaceState(null, "", "?q=york&order=date");
    window.dispatchEvent(new window.Event("popstate"));
    assert.equal(at("[name=q]").value, "york");
  });

  for (const value of ["constructor", "__proto__", "<img src=x>", '","', "story"]) {
    it(`takes ${value} in the address for a filter's value and nothing else`, async (test) => {
      const { document, at } = await opened(test, `?q=york&kind=${encodeURIComponent(value)}`);
      const said = value === "story" ? "1 result" : "None with these filters.";
      await until(() => assert.equal(at("[role=status]").textContent, said));
      assert.deepEqual([at("[name=kind]").value, document.querySelector("img")], [value, null]);
      assert.equal(at(".nw-finder__used").textContent, "(1 in use)");
    });
  }

  it("lists the choices of a filter by name, but years with the newest first", async (test) => {
    const { document } = await opened(test, "");
    const choices = (name) => [...document.querySelectorAll(`[name=${name}] option`)].map((option) => option.textContent);
    await until(() => assert.deepEqual(choices("year"), ["Any", "2020 (2)", "2015 (1)"]));
    assert.deepEqual(choices("kind"), ["Any", "page (1)", "Poem (1)", "Story (2)"]);
  });

  it("shows ten results on each page, with continuous numbers, and no page after the last", async (test) => {
    const pages = Array.from({ length: 23 }, (_, number) => ({ url: `/${number}/`, text: "An elm" }));
    const { at, document } = await opened(test, "?q=elm&page=99", { pages });
    await until(() => assert.equal(at("[role=status]").textContent, "23 results · Page 3 of 3"));
    assert.deepEqual([at(".nw-results").start, document.querySelectorAll(".nw-result").length], [21, 3]);
    const links = [...document.querySelectorAll(".nw-finder__pages a")];
    assert.deepEqual(links.map((link) => [link.rel, link.getAttribute("href")]), [["prev", "?q=elm&page=2"]]);
    links[0].click();
    await until(() => assert.match(at("[role=status]").textContent, /Page 2 of 3/));
    assert.deepEqual([...document.querySelectorAll(".nw-finder__pages a")].map((link) => link.rel), ["prev", "next"]);
  });

  it("reports missing files, and shows links to lists", async (test) => {
    const { at } = await opened(test, "?q=york", { orders: { "translations.json": undefined } });
    await until(() => assert.equal(at("[role=status]").textContent, "Not available."));
    assert.equal(at(".nw-finder__browse").hidden, false);
  });
});
