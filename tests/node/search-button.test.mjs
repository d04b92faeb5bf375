// overrides/scripts/search.js: the button, the keys and the dialog that load the search.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, mock } from "node:test";
import { pathToFileURL } from "node:url";

import { open, until } from "./page.mjs";

const key = (window, name, options = {}) => new window.KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...options });

describe("search.js", () => {
  const HTML = `<dialog id="NW-search"><input value="typed"><button data-close></button><p role="status" data-file="On disk." data-unavailable="Away."></p>
    <div class="nw-search__browse" hidden></div></dialog><button data-search hidden></button><textarea></textarea><select></select><input id="name">
    <p contenteditable tabindex="0"></p><a href="/a/"></a><div data-ask hidden></div><div data-ask hidden></div>`;
  const FINDER = '<div id="NW-finder"><p role="status" data-file="On disk." data-unavailable="Away."></p><div class="nw-finder__browse" hidden></div></div>';
  const start = (url = "https://elm.example/", { html = HTML, src = new URL("assets/site.js", url).href } = {}) => {
    const page = open(html, { url });
    Object.defineProperty(page.document, "currentScript", { value: { src } });
    Object.defineProperty(page.at("[contenteditable]"), "isContentEditable", { value: true }); // happy-dom has no such property
    const warn = mock.method(console, "warn", () => {});
    page.run("scripts/search.js");
    const press = (target, name, options) => {
      const event = key(page.window, name, options);
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { ...page, dialog: page.at("dialog"), press, warn };
  };

  for (const [name, options, isOpened] of [
    ["/", {}, true],
    ["/", { ctrlKey: true }, false],
    ["/", { metaKey: true }, false],
    ["/", { altKey: true }, false],
    ["k", { ctrlKey: true }, true],
    ["K", { metaKey: true }, true],
    ["k", { ctrlKey: true, altKey: true }, false],
    ["j", { ctrlKey: true }, false],
    ["k", {}, false],
  ]) {
    it(`${isOpened ? "opens" : "stays closed"} at ${name} with ${JSON.stringify(options)}`, () => {
      const { document, dialog, press } = start();
      assert.deepEqual([press(document.body, name, options), dialog.open], [isOpened, isOpened]);
    });
  }

  it("shows what only scripts can do", () => {
    const { at, document } = start();
    assert.deepEqual([at("[data-search]").hidden, [...document.querySelectorAll("[data-ask]")].map((part) => part.hidden)], [false, [false, false]]);
  });

  it("ignores a slash that is typed into a field, but not Ctrl+K", () => {
    const { at, dialog, press } = start();
    for (const field of ["textarea", "#name", "select", "[contenteditable]"]) assert.equal(press(at(field), "/"), false, field);
    assert.equal(dialog.open, false);
    press(at("textarea"), "k", { ctrlKey: true });
    assert.equal(dialog.open, true);
  });

  it("selects what was searched for before, and returns the focus to where it was", () => {
    const { at, dialog, press, document } = start();
    const link = at("a");
    const select = mock.method(dialog.querySelector("input"), "select");
    const focus = mock.method(link, "focus");
    link.focus();
    press(link, "/");
    at("[data-search]").click(); /* the dialog is open already */
    assert.equal(select.mock.callCount(), 1);
    at("[data-close]").focus();
    at("[data-close]").click();
    assert.deepEqual([dialog.open, document.activeElement, focus.mock.calls.at(-1).arguments], [false, link, [{ preventScroll: true }]]);
    at("[data-search]").click();
    dialog.close();
    assert.equal(document.activeElement, at("[data-search]"));
  });

  it("closes at Escape, unless that ends a word that is being composed, and at a click beside it", () => {
    const { window, at, dialog, press } = start();
    at("[data-search]").click();
    for (const [name, options, isOpen] of [["Escape", { isComposing: true }, true], ["Enter", {}, true], ["Escape", {}, false]]) {
      assert.deepEqual([press(dialog.querySelector("input"), name, options), dialog.open], [!isOpen, isOpen]);
    }
    at("[data-search]").click();
    for (const [target, isOpen] of [[dialog.querySelector("input"), true], [dialog, false]]) {
      target.dispatchEvent(new window.MouseEvent("click", { bubbles: true }));
      assert.equal(dialog.open, isOpen);
    }
  });

  for (const [url, said] of [["file:///elm/index.html", "On disk."], ["https://elm.example/", "Away."]]) {
    it(`says why it cannot search at ${url}`, async () => {
      const { at, warn } = start(url);
      at("[data-search]").click();
      await until(() => assert.equal(at("[role=status]").textContent, said));
      assert.equal(at(".nw-search__browse").hidden, false);
      if (said === "Away.") assert.ok(warn.mock.calls.at(-1).arguments[0] instanceof Error);
    });
  }

  it("loads the search when the dialog is opened, and on the search page", async (test) => {
    const folder = mkdtempSync(join(tmpdir(), "newsroom-scripts-"));
    test.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, "search"));
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    writeFileSync(join(folder, "search/dialog.js"), "export const start = (dialog) => { dialog.dataset.started = ''; };");
    writeFileSync(join(folder, "search/page.js"), "globalThis.isSearchPage = true;");
    const src = pathToFileURL(join(folder, "site.js")).href;
    const { at, dialog } = start(undefined, { src });
    at("[data-search]").click();
    await until(() => assert.equal(dialog.dataset.started, ""));
    assert.deepEqual([at("[role=status]").textContent, at(".nw-search__browse").hidden], ["", true]);
    start(undefined, { html: FINDER + HTML, src });
    await until(() => assert.equal(globalThis.isSearchPage, true));
    delete globalThis.isSearchPage;
    for (const [url, to, said] of [["https://elm.example/", undefined, "Away."], ["file:///elm/index.html", src, "On disk."]]) {
      const page = start(url, { html: FINDER + HTML, src: to });
      await until(() => assert.equal(page.at("[role=status]").textContent, said));
      assert.equal(page.at(".nw-finder__browse").hidden, false);
    }
  });
});
