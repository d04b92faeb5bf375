// overrides/assets/search/dialog.js: results while the reader types.
import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";

import { search, until } from "./page.mjs";

const ELMS = Array.from({ length: 8 }, (_, number) => ({ url: `/elm-${number}/`, title: `Page ${number}`, text: "An elm", filters: { kind: ["story"] } }));
const PAGES = [...ELMS, { url: "/oak/", text: "An oak in York" }, { url: "/storm/", text: "Lightning" }];
const NONE = { list: 0, isListed: false, all: "", hint: false, browse: false, suggestion: "" };

async function opened(test, { typed = "", pages = PAGES, ...options } = {}) {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const page = search(test, { pages, vocabulary: ["york", "lightning"], ...options });
  const warn = mock.method(console, "warn", () => {});
  const scrolled = [];
  page.window.Element.prototype.scrollIntoView = function scroll(how) { scrolled.push(`${this.localName} ${how.block}`); };
  const dialog = page.at("dialog");
  const at = (selector) => dialog.querySelector(selector);
  const said = [];
  Object.defineProperty(at("[role=status]"), "textContent", { get: () => said.at(-1) ?? "", set: (text) => { said.push(text); } });
  const { start } = await page.load("dialog.js");
  at("input").value = typed;
  start(dialog);
  const type = (words, pause = 160) => {
    at("input").value = words;
    at("input").dispatchEvent(new page.window.Event("input"));
    test.mock.timers.tick(pause);
  };
  const press = (key) => {
    const event = new page.window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    page.document.activeElement.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const isShown = (selector) => !at(selector).hidden;
  const state = () => ({
    list: at(".nw-results").children.length, isListed: isShown(".nw-results"), hint: isShown(".nw-search__hint"), browse: isShown(".nw-search__browse"),
    all: isShown(".nw-search__all") ? at(".nw-search__all a").href.replace(page.window.location.origin, "") : "",
    suggestion: isShown(".nw-search__suggestion") ? at(".nw-search__suggestion").textContent : "",
  });
  const says = (...sentences) => until(() => assert.deepEqual(said, sentences));
  return { ...page, at, said, says, start: () => start(dialog), dialog, type, press, state, scrolled, warn };
}

const others = ({ at }) => new URL(at("[data-other-language]").href).search;

describe("the search dialog", () => {
  it("shows six results and a link to all of them", async (test) => {
    const page = await opened(test, { typed: "elm" });
    await page.says("Searching", "8 results");
    assert.deepEqual([page.state(), others(page)], [{ ...NONE, list: 6, isListed: true, all: "/search/?q=elm" }, "?q=elm"]);
    assert.equal(page.at(".nw-result__facts").textContent, "Story");
  });

  it("waits for words", async (test) => {
    const page = await opened(test, { typed: "  " });
    await page.says("");
    assert.deepEqual(page.state(), { ...NONE, hint: true });
  });

  it("searches a moment after the last letter", async (test) => {
    const page = await opened(test);
    await page.says("");
    assert.deepEqual(page.state(), { ...NONE, hint: true });
    page.type("oa", 140);
    page.type("oak", 140);
    assert.deepEqual([page.state().hint, page.said], [true, [""]]);
    test.mock.timers.tick(20);
    await page.says("", "Searching", "1 result");
    assert.deepEqual(page.state(), { ...NONE, list: 1, isListed: true, all: "/search/?q=oak" });
    page.type("elm");
    await page.says("", "Searching", "1 result", "8 results");
    page.type("  ");
    await page.says("", "Searching", "1 result", "8 results", "");
    assert.deepEqual(page.state(), { ...NONE, hint: true });
  });

  for (const [typed, sentence, shown] of [
    ["zzyzzx", "None for “zzyzzx”.", { browse: true }],
    ["yrok", "None for “yrok”. Instead, for “york”: 1 result", { list: 1, isListed: true, all: "/search/?q=york" }],
  ]) {
    it(`says “${sentence}”`, async (test) => {
      const page = await opened(test, { typed });
      await page.says("Searching", sentence);
      assert.deepEqual([page.state(), others(page)], [{ ...NONE, ...shown }, `?q=${typed}`]);
    });
  }

  it("offers a correction, and searches for it at the press of a button", async (test) => {
    const page = await opened(test, { typed: "york lihgtning" });
    await until(() => assert.equal(page.state().suggestion, "Did you mean york lightning"));
    const button = page.at(".nw-search__suggestion button");
    assert.deepEqual([button.type, button.className, button.textContent], ["button", "nw-plain", "york lightning"]);
    button.click();
    assert.deepEqual([page.at("input").value, page.document.activeElement], ["york lightning", page.at("input")]);
    await until(() => assert.deepEqual([page.state().suggestion, page.state().all], ["", "/search/?q=york+lightning"]));
  });

  for (const [end, name] of [["go", "come"], ["fail", "fail"]]) {
    it(`shows the newest search when results of an older one ${name} later`, async (test) => {
      const release = {};
      const slow = { url: "/ash/", text: "An ash", wait: new Promise((go, fail) => { Object.assign(release, { go, fail }); }) };
      const page = await opened(test, { pages: [...ELMS, slow], typed: "ash" });
      await page.says("Searching");
      page.type("elm");
      await page.says("Searching", "8 results");
      release[end]();
      for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate);
      assert.deepEqual([page.said, page.state().list, page.state().browse], [["Searching", "8 results"], 6, false]);
    });
  }

  it("says when it cannot search, and shows links to lists", async (test) => {
    const page = await opened(test, { typed: "elm", orders: { "translations.json": undefined } });
    const before = page.warn.mock.callCount();
    await page.says("Away.");
    assert.deepEqual([page.state().browse, page.warn.mock.callCount(), page.warn.mock.calls.at(-1).arguments[0].message], [true, before + 1, "404 https://elm.example/search/translations.json"]);
  });

  it("moves through the results with the arrow keys", async (test) => {
    const page = await opened(test, { typed: "elm" });
    await page.says("Searching", "8 results");
    page.start(); /* the reader opens the dialog again */
    const links = [...page.dialog.querySelectorAll(".nw-results a")];
    page.at("input").focus();
    for (const [key, place] of [["ArrowDown", links[0]], ["ArrowDown", links[1]], ["ArrowUp", links[0]], ["ArrowUp", page.at("input")], ["ArrowUp", page.at("input")]]) {
      assert.deepEqual([page.press(key), page.document.activeElement === place], [true, true]);
    }
    assert.deepEqual(page.scrolled, [...Array(3).fill(["li nearest", "a nearest"]).flat(), "input nearest"]);
    assert.deepEqual([page.press("Tab"), page.press("a")], [false, false]);
    links.at(-1).focus();
    assert.deepEqual([page.press("ArrowDown"), page.document.activeElement === links.at(-1)], [true, true]);
    page.at("[data-close]").focus();
    assert.deepEqual([page.press("ArrowDown"), page.document.activeElement === page.at("[data-close]")], [false, true]);
  });
});
