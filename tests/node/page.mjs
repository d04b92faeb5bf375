// A page without a browser, and the site's scripts in it. What only a browser can show is in tests/browser/.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { Window } from "happy-dom";

const OVERRIDES = fileURLToPath(new URL("../../overrides/", import.meta.url));
const GLOBALS = [
  "document", "location", "history", "navigator", "localStorage", "matchMedia", "getSelection", "addEventListener", "print",
  "Node", "NodeFilter", "Option", "FormData",
];

export const TRANSLATIONS = {
  synonyms: [], also: "Also: {query}.", filtered: "None with these filters.", instead: "Instead, for “{query}”:", common_words: ["the", "in"],
  searching: "Searching", low: false, suggestion: "Did you mean", next: "Next", none: "None for “{query}”.", numbers: ["two", "three"],
  page: "Page {number} of {count}", previous: "Previous", results: { one: "1 result", other: "{number} results" },
  unquoted: "None with “{query}” in one.", used: "({number} in use)", values: { kind: { story: "Story", poem: "Poem" } },
};

/** A page with this HTML; its window, in which `at(name)` selects and `run(script)` runs a script of `overrides/`. */
export function open(html, { url = "https://elm.example/story/", lang = "en", dark = false, width = 1024 } = {}) {
  const window = new Window({ url, width, settings: { device: { prefersColorScheme: dark ? "dark" : "light" } } });
  const { document } = window;
  window.Option = function option(text, value) { // happy-dom has no such constructor (HTML 4.10.10)
    return Object.assign(document.createElement("option"), { textContent: text, value });
  };
  document.documentElement.lang = lang;
  document.body.innerHTML = html;
  const at = (selector) => document.querySelector(selector);
  const run = (script) => {
    const source = readFileSync(join(OVERRIDES, script), "utf8");
    new Function(...GLOBALS, source)(...GLOBALS.map((name) => globalOf(window, name)));
  };
  return { window, document, at, run };
}

const globalOf = (window, name) => (name === "addEventListener" || name === "matchMedia" ? window[name].bind(window) : window[name]);

const FINDER = `
  <div id="NW-finder">
    <form hidden><input type="search" name="q">
      <details><summary><span class="nw-finder__used"></span></summary>
        ${["kind", "area", "principle", "year"].map((name) => `<select name="${name}"><option value="">Any</option></select>`).join("")}
        <select name="order"><option value=""></option><option value="date"></option></select>
      </details>
    </form>
    <p role="status" data-unavailable="Not available."></p><p class="nw-search__suggestion" hidden></p>
    <ol class="nw-results" tabindex="-1" hidden></ol><nav class="nw-finder__pages" hidden></nav><div class="nw-finder__browse"></div>
    <a data-other-language href="/cy/search/">Cymraeg</a>
  </div>
  <dialog id="NW-search"><button data-close></button><form action="/search/"><input type="search" name="q"></form><p class="nw-search__hint"></p>
    <p role="status" data-unavailable="Away."></p><p class="nw-search__suggestion" hidden></p>
    <ol class="nw-results" hidden></ol><p class="nw-search__all" hidden><a href="/search/">All</a></p>
    <div class="nw-search__browse" hidden><a data-other-language href="/cy/search/">Cymraeg</a></div>
  </dialog>`;

/**
 * The search's modules, each loaded again, on a search page whose site has these pages (see pagefind.mjs);
 * `load(name)` imports one of them. `translations` are the search's texts, `vocabulary` the words of all pages.
 */
export function search(test, { pages = [], translations = {}, vocabulary = [], query = "", orders = {}, width = 1024 } = {}) {
  const page = open(FINDER, { url: `https://elm.example/search/${query}`, width });
  const folder = mkdtempSync(join(tmpdir(), "newsroom-search-"));
  cpSync(join(OVERRIDES, "assets/search"), join(folder, "assets/search"), { recursive: true });
  mkdirSync(join(folder, "pagefind"));
  cpSync(fileURLToPath(new URL("pagefind.mjs", import.meta.url)), join(folder, "pagefind/pagefind.js"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  const files = { "translations.json": { ...TRANSLATIONS, ...translations }, "vocabulary.json": vocabulary, ...orders };
  const fetchFile = async (address) => {
    const content = files[String(address).split("/").pop()];
    return { ok: content !== undefined, status: content === undefined ? 404 : 200, json: async () => content };
  };
  const globals = { ...Object.fromEntries(GLOBALS.map((name) => [name, globalOf(page.window, name)])), fetch: fetchFile, PAGES: pages };
  const before = new Map();
  for (const [name, value] of Object.entries(globals)) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  test.after(async () => {
    await page.window.happyDOM.close();
    for (const [name, value] of before) {
      if (value) Object.defineProperty(globalThis, name, value);
      else delete globalThis[name];
    }
    rmSync(folder, { recursive: true });
  });
  return { ...page, load: (name) => import(pathToFileURL(join(folder, "assets/search", name))) };
}

const { setTimeout: wait } = globalThis; // the real one, also where a test has a fake clock

/** Calls `check` until it throws no error, for up to ten seconds. */
export async function until(check) {
  for (const end = performance.now() + 10_000; ;) {
    try {
      return check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((go) => { wait(go, 2); });
    }
  }
}
