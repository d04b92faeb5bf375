// overrides/scripts/: the small conveniences of every page.
import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";

import { open } from "./page.mjs";

describe("palette.js", () => {
  const HTML = '<button data-palette hidden></button>';
  const start = (media, dark, prepare = () => {}) => {
    const page = open(HTML, { dark });
    prepare(page.window);
    const sheet = page.document.createElement("link");
    Object.assign(sheet, { id: "NW-dark", media });
    page.document.head.append(sheet);
    page.run("scripts/palette.js");
    return { ...page, sheet, button: page.at("[data-palette]") };
  };

  for (const [dark, before, after, choice] of [
    [false, "false", "screen", "dark"],
    [true, "true", "not all", "light"],
  ]) {
    it(`turns ${choice} and keeps the choice`, () => {
      const { window, sheet, button } = start("screen and (prefers-color-scheme: dark)", dark);
      assert.deepEqual([button.hidden, button.getAttribute("aria-pressed")], [false, before]);
      assert.equal(window.localStorage.length, 0);
      button.click();
      assert.deepEqual([sheet.media, window.localStorage.getItem("palette")], [after, choice]);
      assert.equal(button.getAttribute("aria-pressed"), String(choice === "dark"));
    });
  }

  it("follows the device when that turns dark", () => {
    const listeners = {};
    let isDark = false;
    const { button } = start("screen and (prefers-color-scheme: dark)", false, (window) => {
      window.matchMedia = (media) => ({ get matches() { return isDark; }, addEventListener: (type, listener) => { listeners[`${type} ${media}`] = listener; } });
    });
    assert.equal(button.getAttribute("aria-pressed"), "false");
    isDark = true;
    listeners["change (prefers-color-scheme: dark)"]();
    assert.equal(button.getAttribute("aria-pressed"), "true");
  });

  it("works without storage", () => {
    const { window, sheet, button } = start("not all", false);
    mock.method(Object.getPrototypeOf(window.localStorage), "setItem", () => { throw new Error("full"); });
    button.click();
    assert.equal(sheet.media, "screen");
    mock.restoreAll();
  });
});

describe("areas.js", () => {
  const HTML = `<section id="NW-areas"><p data-areas-hint>Look below.</p><form hidden><input type="search"></form>
    <p role="status" data-found="Areas that match: {number}" data-none="None."></p>
    <div data-areas-group><h3>England</h3><ul><li><a>Kirklees</a> <span>Kirklees · Huddersfield</span></li>
      <li><a>St Mary’s-by-the-Sea</a></li></ul></div>
    <div data-areas-group><h3>Wales</h3><ul><li data-also="Abertawe, Tŷ-coch, SA1, R.C.T., King's Dock, Llanbêr Afon"><a>Swansea</a></li></ul></div></section>`;
  const start = (typed) => {
    const page = open(HTML);
    page.at("input").value = typed;
    page.run("scripts/areas.js");
    const shown = [...page.document.querySelectorAll("li")].filter((item) => !item.hidden).map((item) => item.querySelector("a").textContent);
    return { ...page, shown, status: page.at("[role='status']").textContent };
  };

  for (const [typed, shown, status] of [
    ["", 3, ""],
    ["  ", 3, ""],
    ["hudd", ["Kirklees"], "Areas that match: 1"],
    ["HUDDERSFIELD kirk", ["Kirklees"], "Areas that match: 1"],
    ["field", [], "None."],
    ["ty coch", ["Swansea"], "Areas that match: 1"],
    ["abertawe", ["Swansea"], "Areas that match: 1"],
    ["st. mary's", ["St Mary’s-by-the-Sea"], "Areas that match: 1"],
    ["by the sea", ["St Mary’s-by-the-Sea"], "Areas that match: 1"],
    ["s", ["St Mary’s-by-the-Sea", "Swansea"], "Areas that match: 2"],
    ["marys kings", [], "None."],
    ["marys", ["St Mary’s-by-the-Sea"], "Areas that match: 1"],
    ["KING’S rct llanber", ["Swansea"], "Areas that match: 1"],
    ["kings LLANBE\u0302R Sa1", ["Swansea"], "Areas that match: 1"],
    ["sa2", [], "None."],
    [", swansea!", ["Swansea"], "Areas that match: 1"],
    ["Leeds", [], "None."],
    ["(x", [], "None."],
    ["undefined", [], "None."],
  ]) {
    it(`finds ${JSON.stringify(shown)} for "${typed}"`, () => {
      const page = start(typed);
      assert.deepEqual(typed.trim() ? page.shown : page.shown.length, shown);
      assert.equal(page.status, status);
    });
  }

  it("hides nations without an area that matches, and filters as the reader types", () => {
    const { window, document, at } = start("");
    const groups = () => [...document.querySelectorAll("[data-areas-group]")].map((group) => group.hidden);
    assert.deepEqual([at("form").hidden, at("[data-areas-hint]").hidden, groups()], [false, true, [false, false]]);
    at("input").value = "swan";
    at("input").dispatchEvent(new window.Event("input"));
    assert.deepEqual(groups(), [true, false]);
    const submit = new window.Event("submit", { cancelable: true });
    at("form").dispatchEvent(submit);
    assert.ok(submit.defaultPrevented, "the page is not loaded again");
  });

  it("does nothing on other pages", () => {
    open("<p>A story.</p>").run("scripts/areas.js");
  });
});

describe("marks.js", () => {
  const HTML = (text) => `<main class="nw-content" tabindex="-1">${text}</main><button data-marks hidden></button>`;
  const start = (text, query) => {
    const page = open(HTML(text), { url: `https://elm.example/a/?${query}` });
    mock.method(page.window.HTMLElement.prototype, "scrollIntoView", function scroll({ block }) { page.window.shown = `${this.textContent} ${block}`; });
    page.run("scripts/marks.js");
    const marked = [...page.document.querySelectorAll("mark")].map((mark) => mark.textContent);
    return { ...page, marked };
  };

  for (const [text, query, marked] of [
    ["A Garden, gardens", "marks=garden", ["Garden"]],
    ["Maggie’s and Maggie's", "marks=maggie's", ["Maggie’s", "Maggie's"]],
    ["a+b aab", "marks=a%2Bb", ["a+b"]],
    [String.raw`a\^$.*+?()[]{}|/b ab`, `marks=${encodeURIComponent(String.raw`a\^$.*+?()[]{}|/b`)}`, [String.raw`a\^$.*+?()[]{}|/b`]],
    ["Maggie's’s", "marks=maggie’s's", ["Maggie's’s"]],
    ["tŷ tŷs etŷ 1tŷ tŷ1 TŶ", "marks=tŷ", ["tŷ", "TŶ"]],
    [`<nav>garden</nav><script>/* garden */</script><style>garden {}</style><select><option>garden</option></select><textarea>garden</textarea>
      <button><b>garden</b></button>garden`, "marks=garden", ["garden"]],
    ["w1 w12 w13", `${Array.from({ length: 13 }, (_, number) => `marks=w${number + 1}`).join("&")}`, ["w1", "w12"]],
    ["<button>garden</button><nav>garden</nav><b>garden</b>", "marks=garden", ["garden"]],
    ["one two", "marks=one&marks=two", ["one", "two"]],
    ["one – two", "marks=", []],
    ["A garden – here", "marks=&marks=garden", ["garden"]],
    ["one", "q=one", []],
  ]) {
    it(`marks ${JSON.stringify(marked)} for ${query}`, () => {
      const page = start(text, query);
      assert.deepEqual(page.marked, marked);
      assert.equal(page.at("[data-marks]").hidden, !marked.length);
    });
  }

  for (const html of ['<main class="nw-content">one</main>', '<button data-marks=""></button>one']) {
    it(`does nothing on a page that is only ${html}`, () => {
      const page = open(html, { url: "https://elm.example/?marks=one" });
      page.run("scripts/marks.js");
      assert.deepEqual([page.document.body.innerHTML, page.window.location.search], [html, "?marks=one"]);
    });
  }

  it("removes the words from the address, and keeps the rest of it", () => {
    const { window } = start("one", "a=b&marks=one#part");
    assert.deepEqual([window.location.href, window.history.length], ["https://elm.example/a/?a=b#part", open("").window.history.length]);
  });

  it("shows the first mark in the section that the address names, or after it", () => {
    const text = "<p>one</p><h2 id='part'>Part</h2><p>One</p>";
    assert.equal(start(text, "marks=one").window.shown, "one center");
    assert.equal(start(text, "marks=one#part").window.shown, "One center");
    assert.equal(start("<p>one</p><div id='p%'><p>One</p></div>", "marks=one#p%").window.shown, "One center");
    assert.equal(start("<p>one</p><div id='tŷ'><p>One</p></div>", "marks=one#t%C5%B7").window.shown, "One center");
    assert.equal(start("<p>one</p><p>One</p><h2 id='part'>Part</h2>", "marks=one#part").window.shown, "one center");
    assert.equal(start(text, "marks=two#part").window.shown, undefined);
    assert.equal(start(text, "marks=one#%E0%A4%A").window.shown, "one center");
  });

  it("unfolds the text around a mark", () => {
    const folded = (words) => `<details><summary>More</summary>About ${words}.<details><summary>Oak</summary><p>One elm</p></details></details>
      <details><summary>Own</summary><mark>Own</mark><p><mark>Own</mark></p></details>`;
    const states = (query) => [...start(`<div class="nw-body">${folded("two")}</div>${folded("two")}`, query).document.querySelectorAll("details")].map((element) => element.open);
    assert.deepEqual(states("marks=elm"), [true, true, false, false, false, false]);
    assert.deepEqual(states("marks=two"), [true, false, false, false, false, false]);
    assert.deepEqual(states("marks=oak"), [true, false, false, false, false, false]);
    assert.deepEqual(states("marks=more"), [false, false, false, false, false, false]);
  });

  it("removes the marks at the press of a button", () => {
    const { at, document } = start("<p><mark>Own</mark> A garden here</p>", "marks=garden");
    const focus = mock.method(at("main"), "focus");
    at("[data-marks]").click();
    assert.deepEqual([document.activeElement, focus.mock.calls[0].arguments], [at("main"), [{ preventScroll: true }]]);
    assert.equal(at("main").innerHTML, "<p><mark>Own</mark> A garden here</p>");
    assert.equal(at("main p").childNodes.length, 2);
    assert.equal(at("[data-marks]").hidden, true);
  });
});

describe("copy.js", () => {
  const HTML = `<section><details><pre id="text">Words</pre></details>
    <button id="by-id" data-copy="#text" hidden></button><button id="by-text" data-copy-text="https://a" hidden></button>
    <p role="status" data-copied="Copied." data-selected="Selected."></p></section>
    <aside><button id="aside" data-copy-text="b" hidden></button><p role="status" data-copied="Copied too."></p></aside>
    <button id="alone" data-copy="#open" hidden></button><p id="open">Words here</p>`;
  const start = (test, clipboard) => {
    test.mock.timers.enable({ apis: ["setTimeout"] });
    const page = open(HTML);
    Object.defineProperty(page.window.navigator, "clipboard", { value: clipboard });
    page.run("scripts/copy.js");
    const press = async (id) => {
      page.at(`#${id}`).click();
      await new Promise(setImmediate);
    };
    return { ...page, press, said: () => [...page.document.querySelectorAll("[role=status]")].map((place) => place.textContent) };
  };
  const refusing = { writeText: async () => { throw new Error("not allowed"); } };

  for (const [id, text, said] of [["by-id", "Words", ["Copied.", ""]], ["by-text", "https://a", ["Copied.", ""]], ["aside", "b", ["", "Copied too."]]]) {
    it(`copies ${id}, says so and shows it on the button for six seconds`, async (test) => {
      const copied = [];
      const page = start(test, { writeText: async (words) => copied.push(words) });
      const isDone = () => page.at(`#${id}`).dataset.done === "";
      await page.press(id);
      assert.deepEqual([copied, page.said(), isDone()], [[text], ["", ""], true], "screen readers need the line to be empty before");
      test.mock.timers.tick(60);
      assert.deepEqual([page.said(), isDone()], [said, true]);
      test.mock.timers.tick(5900 - 60);
      assert.deepEqual([page.said(), isDone()], [said, true]);
      test.mock.timers.tick(200);
      assert.deepEqual([page.said(), isDone()], [["", ""], false]);
    });
  }

  it("says it again when something is copied again", async (test) => {
    const page = start(test, { writeText: async () => {} });
    for (const id of ["by-id", "by-text"]) {
      await page.press(id);
      assert.deepEqual(page.said(), ["", ""]);
      test.mock.timers.tick(60);
      assert.deepEqual(page.said(), ["Copied.", ""]);
    }
  });

  for (const [name, clipboard] of [["refused", refusing], ["missing", undefined]]) {
    it(`selects the text where the clipboard is ${name}`, async (test) => {
      const page = start(test, clipboard);
      for (const [id, selected, said] of [["by-id", "Words", "Selected."], ["alone", "Words here", ""]]) {
        await page.press(id);
        test.mock.timers.tick(60);
        assert.deepEqual([page.said(), page.window.getSelection().toString()], [[said, ""], selected]);
        assert.deepEqual([page.at("details").open, "done" in page.at(`#${id}`).dataset], [true, false]);
        test.mock.timers.tick(6000);
      }
    });
  }

  it("says nothing where a text is neither copied nor selected", async (test) => {
    const page = start(test, refusing);
    await page.press("by-text");
    test.mock.timers.tick(60);
    assert.deepEqual([page.said(), page.at("details").open], [["", ""], false]);
  });

  for (const [name, clipboard, hidden] of [["missing", undefined, [false, true, true]], ["there", refusing, [false, false, false]]]) {
    it(`offers where the clipboard is ${name} only what can be copied or selected`, (test) => {
      const { at } = start(test, clipboard);
      assert.deepEqual(["by-id", "by-text", "aside"].map((id) => at(`#${id}`).hidden), hidden);
    });
  }
});

describe("print.js", () => {
  it("shows buttons that print", () => {
    const page = open("<button data-print hidden></button>");
    let count = 0;
    page.window.print = () => { count += 1; };
    page.run("scripts/print.js");
    page.at("[data-print]").click();
    assert.deepEqual([page.at("[data-print]").hidden, count], [false, 1]);
  });
});
