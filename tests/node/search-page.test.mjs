// overrides/assets/search/page.js: the search page, with a fake clock.
import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";

import { search, until } from "./page.mjs";

const filters = (kind, area, year) => ({ kind: [kind], area: [area], year: [year] });
const ELMS = Array.from({ length: 23 }, (_, number) => ({ url: `/${number}/`, text: "An elm", filters: filters("story", "Kirklees", "2020") }));
const PAGES = [
  ...ELMS,
  { url: "/oak/", text: "An oak in York", meta: { picture: "assets/a.svg" }, sections: [{ title: "Why", anchor: { id: "why" }, excerpt: "" }], filters: filters("poem", "Ynys Môn", "2015") },
  { url: "/storm/", text: "Lightning at the oak", filters: filters("essay", "Barnet", "2009") },
];
const ANY = { open: true, used: "", list: 0, start: 1, listed: false, links: "", suggestion: "", browse: true, others: "" };

async function opened(test, query = "", { pages = PAGES, ...options } = {}) {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const page = search(test, { query, pages, vocabulary: ["york", "lightning"], orders: { "en-date.json": [24, 23, ...ELMS.keys()] }, ...options });
  const warn = mock.method(console, "warn", () => {});
  const scrolled = [];
  page.window.Element.prototype.scrollIntoView = function scroll() { scrolled.push(this.id); };
  page.document.title = "Search";
  await page.load("page.js");
  const finder = page.at("#NW-finder");
  const at = (selector) => finder.querySelector(selector);
  const all = (selector) => [...finder.querySelectorAll(selector)];
  const send = (name, target, options_ = {}) => {
    const event = new page.window.Event(name, { bubbles: true, cancelable: true });
    at(target).dispatchEvent(Object.assign(event, options_));
    return event.defaultPrevented;
  };
  const type = (words, pause = 260) => {
    at("[name=q]").value = words;
    send("input", "[name=q]");
    test.mock.timers.tick(pause);
  };
  const choose = (name, value) => {
    at(`[name=${name}]`).value = value;
    send("input", `[name=${name}]`);
    send("change", `[name=${name}]`);
  };
  const link = (anchor) => `${anchor.rel} ${new URL(anchor.href).search} ${anchor.className} ${anchor.textContent}`.trim();
  const state = () => ({
    open: at("details").open, used: at(".nw-finder__used").textContent, list: all(".nw-result").length, start: at(".nw-results").start, listed: !at(".nw-results").hidden,
    links: at(".nw-finder__pages").hidden ? "" : all(".nw-finder__pages a").map(link).join(", "),
    suggestion: at(".nw-search__suggestion").hidden ? "" : `${at(".nw-search__suggestion").textContent} ${link(at(".nw-search__suggestion a"))}`,
    browse: !at(".nw-finder__browse").hidden, others: new URL(at("[data-other-language]").href).search,
  });
  const says = (text) => until(() => assert.equal(at("[role=status]").textContent, text));
  const address = () => page.window.location.pathname + page.window.location.search;
  const quiet = async () => { for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate); };
  const { history } = page.window;
  const first = history.length;
  return { ...page, at, all, send, type, choose, state, says, address, quiet, scrolled, warn, steps: () => history.length - first, finder };
}

describe("the search page", () => {
  const previous = (number, query = "q=elm") => `prev ?${query}&page=${number} nw-button nw-button--quiet Previous`;
  const next = (number, query = "q=elm") => `next ?${query}&page=${number} nw-button nw-button--quiet Next`;
  const TEN = { list: 10, listed: true, browse: false, others: "?q=elm" };
  const ELM = "23 results · Page";
  for (const [query, sentence, shown, options] of [
    ["", "", {}],
    ["?q=%20", "", { others: "?q=+" }],
    ["?q=elm", `${ELM} 1 of 3`, { ...TEN, links: next(2) }],
    ["?q=elm", `${ELM} 1 of 3`, { ...TEN, links: next(2), open: false }, { width: 700 }],
    ["?q=elm&page=0", `${ELM} 1 of 3`, { ...TEN, links: next(2) }],
    ["?q=elm&page=-2", `${ELM} 1 of 3`, { ...TEN, links: next(2) }],
    ["?q=elm&page=x", `${ELM} 1 of 3`, { ...TEN, links: next(2) }],
    ["?q=elm&page=2.9", `${ELM} 2 of 3`, { ...TEN, start: 11, links: `${previous(1)}, ${next(3)}` }],
    ["?q=elm&page=3", `${ELM} 3 of 3`, { ...TEN, list: 3, start: 21, links: previous(2) }],
    ["?q=elm&kind=story&order=date", `${ELM} 1 of 3`, { ...TEN, used: "(2 in use)", links: next(2, "q=elm&kind=story&order=date") }],
    ["?q=elm&order=other", `${ELM} 1 of 3`, { ...TEN, links: next(2, "q=elm&order=other") }],
    ["?kind=story", `${ELM} 1 of 3`, { ...TEN, used: "(1 in use)", links: next(2, "kind=story"), others: "" }],
    ["?q=elm", "10 results", TEN, { pages: ELMS.slice(0, 10) }],
    ["?q=elm&kind=poem", "None with these filters.", { used: "(1 in use)", others: "?q=elm" }],
    ["?q=zzyzzx", "None for “zzyzzx”.", { others: "?q=zzyzzx" }],
    ["?q=yrok", "None for “yrok”. Instead, for “york”: 1 result", { list: 1, listed: true, browse: false, others: "?q=yrok" }],
    ["?q=york+lihgtning&kind=poem&page=2", "1 result", { list: 1, listed: true, browse: false, used: "(1 in use)", others: "?q=york+lihgtning", suggestion: "Did you mean york lightning ?q=york+lightning&kind=poem  york lightning" }],
  ]) {
    it(`shows “${sentence}” at ${query}${options ? " in another state" : ""}`, async (test) => {
      const page = await opened(test, query, options);
      await page.quiet();
      await page.says(sentence);
      await until(() => assert.deepEqual(page.state(), { ...ANY, ...shown }));
      assert.equal(page.at("form").hidden, false);
    });
  }

  it("shows results with pictures and sections, and their kinds", async (test) => {
    const page = await opened(test, "?q=york", { translations: { values: { kind: { poem: "Poem" } } } });
    await page.says("1 result");
    assert.deepEqual([page.all(".nw-result img").length, page.at(".nw-result li").textContent, page.at(".nw-result__facts").textContent], [1, "Why", "Poem"]);
  });

  it("sorts values of filters by name, years with the newest first, and offers the others that have results", async (test) => {
    const page = await opened(test, "?q=oak&year=2015&kind=other&order=date", { translations: { values: { kind: { poem: "Verse", essay: "Essay" } } } });
    await page.says("None with these filters.");
    const options = (name) => page.all(`[name=${name}] option`).map((option) => `${option.value}=${option.textContent}`).join(" ");
    assert.deepEqual(["kind", "area", "year"].map(options), ["=Any other=other (0) poem=Verse (1)", "=Any", "=Any 2015=2015 (0)"]);
    assert.deepEqual(["kind", "area", "year", "order"].map((name) => page.at(`[name=${name}]`).value), ["other", "", "2015", "date"]);
    page.choose("kind", "");
    page.choose("year", "");
    await page.says("2 results");
    assert.deepEqual(["kind", "area", "year"].map(options), ["=Any essay=Essay (1) poem=Verse (1)", "=Any Barnet=Barnet (1) Ynys Môn=Ynys Môn (1)", "=Any 2015=2015 (1) 2009=2009 (1)"]);
    assert.equal(page.at(".nw-result a").pathname.endsWith("/oak/"), true);
  });

  it("searches when a choice changes, and at once when the form is sent", async (test) => {
    const page = await opened(test, "?q=elm");
    await page.says(`${ELM} 1 of 3`);
    page.choose("kind", "story");
    assert.deepEqual([page.address(), page.steps()], ["/search/?q=elm&kind=story", 1]);
    page.at("[name=q]").value = "oak";
    page.send("change", "[name=q]");
    test.mock.timers.tick(300);
    assert.equal(page.steps(), 1);
    page.type("oak", 240);
    assert.equal(page.steps(), 1);
    page.type("oaks", 240);
    assert.equal(page.steps(), 1);
    assert.equal(page.send("submit", "form"), true);
    test.mock.timers.tick(300);
    assert.deepEqual([page.address(), page.steps()], ["/search/?q=oaks&kind=story", 2]);
    page.choose("kind", "");
    page.type("");
    assert.deepEqual([page.address(), page.steps()], ["/search/", 4]);
    assert.equal(page.document.title, "Search");
  });

  it("has one step back for each query that somebody has finished typing", async (test) => {
    const page = await opened(test, "?q=elm");
    for (const [words, steps] of [["y", 1], ["y", 1], ["yo", 1], ["york", 1]]) {
      page.type(words);
      assert.deepEqual([page.address(), page.steps()], [`/search/?q=${words}`, steps]);
    }
    page.type("york");
    page.send("submit", "form"); /* the same search: no step */
    page.type("york"); /* the same words: no step, and none is replaced */
    assert.equal(page.steps(), 1);
    page.type("yor");
    assert.equal(page.steps(), 2);
    page.send("focusout", "[name=q]");
    page.type("yorks");
    assert.deepEqual([page.address(), page.steps(), page.document.title], ["/search/?q=yorks", 3, "yorks · Search"]);
    page.send("submit", "form");
    page.type("oak");
    assert.equal(page.steps(), 4);
    page.type("oaks", 100);
    page.window.dispatchEvent(new page.window.Event("popstate"));
    test.mock.timers.tick(300);
    assert.deepEqual([page.address(), page.steps(), page.at("[name=q]").value], ["/search/?q=oak", 4, "oak"]);
    page.type("ash");
    assert.equal(page.steps(), 5);
  });

  it("empties the field when the reader goes back to the page without a query", async (test) => {
    const page = await opened(test, "?q=elm");
    assert.equal(page.at("[name=q]").value, "elm");
    page.window.history.replaceState(null, "", "/search/");
    page.window.dispatchEvent(new page.window.Event("popstate"));
    await page.says("");
    assert.deepEqual([page.at("[name=q]").value, page.state()], ["", ANY]);
  });

  it("goes to another page of results, unless the reader opens it in a new tab", async (test) => {
    const page = await opened(test, "?q=elm");
    await page.says(`${ELM} 1 of 3`);
    for (const how of ["ctrlKey", "metaKey", "shiftKey"]) assert.equal(page.send("click", ".nw-finder__pages a", { [how]: true }), false);
    assert.deepEqual([page.steps(), page.scrolled], [0, []]);
    const focus = mock.method(page.at(".nw-results"), "focus");
    assert.equal(page.send("click", ".nw-finder__pages a"), true);
    await page.says(`${ELM} 2 of 3`);
    await until(() => assert.deepEqual([page.address(), page.steps(), page.scrolled], ["/search/?q=elm&page=2", 1, ["NW-finder"]]));
    assert.equal(page.state().links, `${previous(1)}, ${next(3)}`);
    assert.deepEqual(focus.mock.calls.map((call) => call.arguments), [[{ preventScroll: true }]]);
  });

  for (const [end, name] of [["go", "come"], ["fail", "fail"]]) {
    it(`shows the newest search when results of an older one ${name} later`, async (test) => {
      const release = {};
      const slow = { url: "/ash/", text: "An ash", wait: new Promise((go, fail) => { Object.assign(release, { go, fail }); }) };
      const page = await opened(test, "?q=ash", { pages: [...ELMS, slow] });
      await page.quiet();
      page.type("elm");
      await page.says(`${ELM} 1 of 3`);
      release[end]();
      await page.quiet();
      assert.deepEqual([page.at("[role=status]").textContent, page.state()], [`${ELM} 1 of 3`, { ...ANY, ...TEN, links: next(2) }]);
    });
  }

  it("says when it cannot search, and shows links to lists", async (test) => {
    const page = await opened(test, "?q=elm", { orders: {} });
    await page.says(`${ELM} 1 of 3`);
    const before = page.warn.mock.callCount();
    page.choose("order", "date");
    await page.says("Not available.");
    assert.deepEqual([page.state().browse, page.warn.mock.callCount() - before, page.warn.mock.calls.at(-1).arguments[0] instanceof Error], [true, 1, true]);
  });
});
