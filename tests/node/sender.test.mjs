// overrides/assets/sender.js: the sender's page.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { open, until } from "./page.mjs";

const EMAIL = `<html><head><meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme: dark) { a {} }</style></head>
<body><!--[if mso]>Outlook<![endif]--><img src="https://elm.example/a.png"><a href="https://elm.example/b/">b</a>Dear *|FNAME:friend|*</body></html>`;
const VIEWS = ["sent", "dark", "forced", "no-pictures", "no-styles", "no-name", "no-comments"];

function start({ clipboard } = {}) {
  const tool = (name, isFirst) => `
    <section class="tool" data-tool="${name}">
      <details class="text" open><textarea id="${name}-html"></textarea></details>
      <button data-copies="${name}-html" data-what="The HTML">Copy</button>
      <div class="preview">${VIEWS.map((view) => `<input type="radio" name="${name}-view" value="${view}"${view === "sent" ? " checked" : ""}>`).join("")}
        ${VIEWS.map((view) => `<p data-means="${view}"></p>`).join("")}
        <data value="*|FNAME:friend|*" data-sample="Ada" data-unknown="friend"></data>
        <noscript>&lt;iframe src="email.html"&gt;&lt;/iframe&gt;</noscript></div>
    </section><input type="radio" name="tool" value="${name}"${isFirst ? " checked" : ""}>`;
  const page = open(`<form data-scripted hidden></form>${tool("one", true)}${tool("two", false)}<p role="status"></p>`);
  Object.assign(page.document.body.dataset, { site: "https://elm.example/", root: "../../" });
  for (const field of page.document.querySelectorAll("textarea")) field.value = EMAIL;
  Object.defineProperty(page.window.navigator, "clipboard", { value: clipboard });
  page.run("assets/sender.js");
  page.document.dispatchEvent(new page.window.Event("DOMContentLoaded"));
  const choose = (view) => {
    const radio = page.at(`[name=one-view][value=${view}]`);
    radio.checked = true;
    radio.dispatchEvent(new page.window.Event("change", { bubbles: true }));
    return page.at(".preview iframe").srcdoc;
  };
  return { ...page, choose };
}

describe("sender.js", () => {
  it("shows one mail tool at a time, with its texts folded", () => {
    const { window, document, at } = start();
    const shown = () => [...document.querySelectorAll(".tool")].filter((tool) => !tool.hidden).map((tool) => tool.dataset.tool);
    assert.deepEqual([shown(), at("[data-scripted]").hidden, at("details").open], [["one"], false, false]);
    at("[name=tool][value=two]").dispatchEvent(new window.Event("change"));
    assert.deepEqual(shown(), ["two"]);
  });

  it("shows the email as each inbox does, with its pictures from beside the page", () => {
    const { document, choose } = start();
    for (const [view, has, hasNot] of [
      ["sent", ['content="light"', "(not all)", "<!--[if mso]>", "<style>"], ["light dark"]],
      ["dark", ['content="dark"', "(all)"], []],
      ["forced", ['content="light"'], []],
      ["no-styles", ["<!--[if mso]>"], ["<style>", "@media"]],
      ["no-comments", ["<style>"], ["<!--", "Outlook"]],
    ]) {
      const html = choose(view).replace("@media not all", "@media (not all)").replace("@media all", "@media (all)");
      for (const text of [...has, 'src="../../a.png"', 'href="https://elm.example/b/"', '<base target="_blank">']) {
        assert.ok(html.includes(text), `${view} has ${text}`);
      }
      for (const text of hasNot) assert.ok(!html.includes(text), `${view} has no ${text}`);
      const hints = [...document.querySelectorAll('[data-tool="one"] [data-means]')].filter((hint) => !hint.hidden);
      assert.deepEqual(hints.map((hint) => hint.dataset.means), [view]);
    }
  });

  it("shows the email without pictures", () => {
    const html = start().choose("no-pictures");
    assert.deepEqual([html.includes('<img src="">'), html.includes("a.png")], [true, false]);
  });

  it("shows a sample name, and the fallback where the name is not known", () => {
    const { choose } = start();
    assert.deepEqual(["dark", "no-name"].map((view) => /Dear .*?(?=<)/.exec(choose(view))[0]), ["Dear Ada", "Dear friend"]);
  });

  it("fills frames from the text on the page, and loads no file", () => {
    const { at } = start();
    assert.deepEqual([at("noscript"), at("iframe").hasAttribute("src")], [null, false]);
  });

  it("copies, and says so", async () => {
    const copied = [];
    const { at } = start({ clipboard: { writeText: async (text) => copied.push(text) } });
    at("[data-copies]").click();
    await until(() => assert.equal(at("[role=status]").textContent, "The HTML is copied."));
    assert.deepEqual([copied, "copied" in at("[data-copies]").dataset], [[EMAIL], true]);
  });

  for (const [name, clipboard] of [["refused", { writeText: async () => { throw new Error("no"); } }], ["missing", undefined]]) {
    it(`selects the text where the clipboard is ${name}`, async () => {
      const { document, at } = start({ clipboard });
      at("[data-copies]").click();
      await until(() => assert.match(at("[role=status]").textContent, /^The text is selected/));
      const field = at("#one-html");
      assert.deepEqual([at("details").open, document.activeElement === field, field.selectionEnd], [true, true, field.value.length]);
    });
  }
});
