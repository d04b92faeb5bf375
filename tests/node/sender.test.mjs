// overrides/assets/sender.js: the sender's page.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { open, until } from "./page.mjs";

const EMAIL = `<html><head><meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme: dark) { a {} }</style>
<STYLE lang="en">b {
}</STYLE><stylesheet></head><body><div class="preheader" hidden>Hidden
</div><div>Seen</div><!--[if mso]>Outlook<![endif]--><IMG alt="A"
 src="https://elm.example/a.png"><img src="https://elm.example/b.png"><a href="https://elm.example/b/">b</a>Dear *|FNAME:friend|*
<!-- one
-->Between<!---->these<!-- two --><p>*|FNAME:friend|*, from *|LIST|*</p></body></html>`;
const VIEWS = ["sent", "dark", "forced", "no-pictures", "no-styles", "no-name", "no-comments"];

function start(test, { clipboard, hash = "", chosen = "one", hasChoice = true, width = 1024, field = EMAIL } = {}) {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const tool = (name) => `
    <section class="tool" data-tool="${name}" hidden>
      <details class="text" open><textarea id="${name}-html"></textarea></details>
      <button data-copies="${name}-html" data-what="The HTML">Copy</button><textarea class="plain" id="${name}-plain"></textarea>
      <button class="rich" data-copies="${name}-html" data-plain="${name}-plain" data-what="The email">Copy</button>
      <div class="preview">${(field === null ? [] : VIEWS).map((view) => `<input type="radio" name="${name}-view" value="${view}"${view === "sent" ? " checked" : ""}>`).join("")}
        ${VIEWS.map((view) => `<p data-means="${view}"></p>`).join("")}
        <data value="*|FNAME:friend|*" data-sample="Ada" data-unknown="friend"></data><data value="*|LIST|*" data-sample="Elm $& list"></data>
        <noscript>&lt;div class="frames"&gt;&lt;p class="wide"&gt;&lt;iframe src="email.html" loading="lazy"&gt;&lt;/iframe&gt;&lt;/p&gt;&lt;p class="phone"&gt;&lt;iframe&gt;&lt;/iframe&gt;&lt;/p&gt;&lt;/div&gt;</noscript></div>
    </section>${hasChoice ? `<input type="radio" name="tool" value="${name}"${name === chosen ? " checked" : ""}>` : ""}`;
  const page = open(`<form data-scripted hidden></form><details id="other" open></details>${tool("one")}${tool("two")}<p role="status"></p><div class="versions"><iframe></iframe></div>
    <div data-tool="two"><h2 id="size">Size</h2></div>`, { url: `https://preview.example/1/a/b/${hash}`, width });
  Object.assign(page.document.body.dataset, { site: "https://elm.example/", root: "../../" });
  for (const place of page.document.querySelectorAll(".plain")) place.value = "Seen.";
  for (const place of page.document.querySelectorAll(".text textarea")) {
    if (field === null) place.remove();
    else place.value = field;
  }
  Object.defineProperty(page.window.navigator, "clipboard", { value: clipboard });
  page.run("assets/sender.js");
  page.document.dispatchEvent(new page.window.Event("DOMContentLoaded"));
  const choose = (view) => {
    const radio = page.at(`[name=one-view][value=${view}]`);
    radio.checked = true;
    radio.dispatchEvent(new page.window.Event("change", { bubbles: true }));
    return page.at(".preview iframe").srcdoc;
  };
  const shown = () => [...page.document.querySelectorAll("[data-tool]")].filter((part) => !part.hidden).map((part) => part.className + part.dataset.tool);
  const go = (to) => {
    page.window.location.hash = to;
    page.window.dispatchEvent(new page.window.Event("hashchange"));
  };
  const press = async (button = "[data-copies]") => {
    page.at(button).click();
    await new Promise(setImmediate);
  };
  return { ...page, choose, shown, go, press, said: () => page.at("[role=status]").textContent };
}

const ONE = ["toolone"];
const TWO = ["tooltwo", "two"];

describe("sender.js", () => {
  for (const [how, shown] of [
    [{}, ONE],
    [{ chosen: "two" }, TWO],
    [{ chosen: "" }, ONE],
    [{ hasChoice: false }, ONE],
    [{ hash: "#two" }, TWO],
    [{ hash: "#size" }, TWO],
    [{ hash: "#two-html" }, TWO],
    [{ hash: "#other" }, ONE],
    [{ hash: "#nothing", chosen: "two" }, TWO],
    [{ hash: "#t%77o" }, TWO],
  ]) {
    it(`shows ${shown[0]} at first with ${JSON.stringify(how)}`, (test) => {
      const page = start(test, how);
      assert.deepEqual([page.shown(), page.at("[data-scripted]").hidden, page.at("details.text").open, page.at("#other").open], [shown, false, false, true]);
      if (how.hasChoice ?? true) assert.equal(page.at("[name=tool]:checked").value, shown === ONE ? "one" : "two");
    });
  }

  it("shows the mail tool that is chosen, and keeps it in the address", (test) => {
    const { window, at, shown } = start(test);
    const { length } = window.history;
    at("[name=tool][value=two]").dispatchEvent(new window.Event("change"));
    assert.deepEqual([shown(), window.location.hash, window.history.length], [TWO, "#two", length]);
    assert.deepEqual([at("[name=tool][value=two]").checked, at("[name=tool][value=one]").checked], [true, false]);
    assert.match(at('.tool[data-tool="two"] iframe').srcdoc, /Ada/);
  });

  it("shows the mail tool that a link leads to", (test) => {
    const { shown, go, at } = start(test);
    assert.equal(at('.tool[data-tool="two"] iframe').srcdoc, "", "it is filled when it is shown");
    for (const [hash, expected] of [["#two", TWO], ["#other", TWO], ["#one-html", ONE], ["#size", TWO], ["#nothing", TWO]]) {
      go(hash);
      assert.deepEqual([hash, shown()], [hash, expected]);
    }
    at("[name=two-view][value=no-name]").checked = true;
    at('.tool[data-tool="two"] .preview').dataset.view = "kept";
    go("#two-html");
    assert.equal(at('.tool[data-tool="two"] .preview').dataset.view, "kept", "nothing changes within a tool");
  });

  it("shows the email as each inbox does, with its pictures from beside the page", (test) => {
    const { document, choose, at } = start(test);
    for (const [view, has, hasNot] of [
      ["sent", ['content="light"', "(not all)", "<!--[if mso]>", "<style>", "<STYLE"], ["light dark"]],
      ["dark", ['content="dark"', "(all)"], []],
      ["forced", ['content="light"', "(not all)"], []],
      ["no-name", ['content="light"', "(not all)"], []],
      ["no-pictures", ['content="light"', "(not all)"], []],
      ["no-styles", ["<!--[if mso]>", "<stylesheet>", 'content="light"'], ["<style>", "<STYLE", "@media", "b {"]],
      ["no-comments", ["<style>", "Betweenthese", "(not all)", 'content="light"'], ["<!--", "Outlook", "one"]],
    ]) {
      const html = choose(view).replace("@media not all", "@media (not all)").replace("@media all", "@media (all)");
      const pictures = view === "no-pictures" ? ['alt="A"\n src=""', '<img src="">'] : ['src="../../a.png"', 'src="../../b.png"'];
      for (const text of [...has, ...pictures, 'href="https://elm.example/b/"', '<head><base target="_blank">']) {
        assert.ok(html.includes(text), `${view} has ${text}`);
      }
      for (const text of [...hasNot, "undefined"]) assert.ok(!html.includes(text), `${view} has no ${text}`);
      const hints = [...document.querySelectorAll('[data-tool="one"] [data-means]')].filter((hint) => !hint.hidden);
      assert.deepEqual([hints.map((hint) => hint.dataset.means), at(".preview").dataset.view], [[view], view]);
    }
  });

  it("shows samples, and the fallback where the name is not known", (test) => {
    const { choose } = start(test);
    for (const [view, name] of [["dark", "Ada"], ["no-name", "friend"]]) {
      assert.deepEqual(choose(view).match(/Dear .*?(?=\n)|<p>.*<\/p>/g), [`Dear ${name}`, `<p>${name}, from Elm $& list</p>`]);
    }
  });

  for (const [width, first] of [[1024, "wide"], [400, "phone"]]) {
    it(`fills frames from the text on the page, and shows the ${first} one first at ${width} pixels`, (test) => {
      const { at, document } = start(test, { width });
      const frames = [...document.querySelectorAll(".frames > *")];
      assert.deepEqual([at("noscript"), frames[0].className, frames.length], [null, first, 4]);
      for (const frame of document.querySelectorAll(".frames iframe")) assert.deepEqual([frame.hasAttribute("src"), frame.loading], [false, "eager"]);
    });
  }

  it("gives frames the height of what they show, and an email's file this site's pictures", (test) => {
    const { window, at } = start(test);
    for (const [frame, picture] of [[at(".versions iframe"), "https://preview.example/1/a.png"], [at(".preview iframe"), "https://elm.example/a.png"]]) {
      frame.dispatchEvent(new window.Event("load")); /* from a folder, it has no document */
      const images = [{ src: "https://elm.example/a.png" }];
      let height = 99.2;
      Object.defineProperty(frame, "contentDocument", { value: { images, body: { getBoundingClientRect: () => ({ height }) } } });
      for (const [own, given] of [[99.2, "100px"], [0, "100px"], [20, "20px"]]) {
        height = own;
        frame.dispatchEvent(new window.Event("load"));
        assert.deepEqual([frame.style.height, images[0].src], [given, picture]);
      }
    }
  });

  it("shows files where no text can be copied", (test) => {
    const { at } = start(test, { field: null });
    assert.equal(at("iframe").getAttribute("src"), "email.html");
  });

  it("copies, and says so for 15 seconds", async (test) => {
    const copied = [];
    const { at, press, said } = start(test, { clipboard: { writeText: async (text) => copied.push(text) } });
    await press();
    assert.deepEqual([said(), copied, at("[data-copies]").dataset.copied], ["", [EMAIL], ""]);
    test.mock.timers.tick(60);
    assert.equal(said(), "The HTML is copied.");
    test.mock.timers.tick(14900 - 60);
    assert.equal(said(), "The HTML is copied.");
    await press();
    assert.equal(said(), "", "screen readers need the line to be empty before");
    test.mock.timers.tick(200);
    assert.equal(said(), "The HTML is copied.");
    test.mock.timers.tick(15000);
    assert.equal(said(), "");
  });

  for (const [name, clipboard] of [["refused", { writeText: async () => { throw new Error("no"); } }], ["missing", undefined]]) {
    it(`selects the text where the clipboard is ${name}`, async (test) => {
      const { document, at, press, said } = start(test, { clipboard });
      await press();
      test.mock.timers.tick(60);
      assert.match(said(), /^The text is selected: press Ctrl\+C, or ⌘C on a Mac\.$/);
      const field = at("#one-html");
      assert.deepEqual([at("details.text").open, document.activeElement === field, field.selectionEnd], [true, true, field.value.length]);
      assert.equal("copied" in at("[data-copies]").dataset, false);
    });
  }

  it("copies an email as formatted text, without its hidden preheader", async (test) => {
    test.after(() => { delete globalThis.ClipboardItem; });
    globalThis.ClipboardItem = class { constructor(blobs) { this.blobs = blobs; } };
    const copied = [];
    const write = async ([{ blobs }]) => {
      for (const [name, blob] of Object.entries(blobs)) copied.push([name, blob.type, await blob.text()]);
    };
    const { press, said } = start(test, { clipboard: { write } });
    await press(".rich");
    await until(() => {
      test.mock.timers.tick(60);
      assert.equal(said(), "The email is copied.");
    });
    const seen = EMAIL.replace('<div class="preheader" hidden>Hidden\n</div>', "");
    assert.deepEqual(copied, [["text/html", "text/html", seen], ["text/plain", "text/plain", "Seen."]]);
  });

  it("selects the email in its preview where it cannot be copied", async (test) => {
    const { window, at, press, choose } = start(test);
    choose("dark");
    const frame = at(".preview iframe");
    const selected = [];
    const body = { getBoundingClientRect: () => ({ height: 1 }) };
    Object.defineProperty(frame, "contentDocument", { value: { body } });
    Object.defineProperty(frame, "contentWindow", { value: { getSelection: () => ({ selectAllChildren: (element) => selected.push(element) }) } });
    Object.assign(frame, { focus: () => selected.push("focus") });
    await press(".rich");
    frame.dispatchEvent(new window.Event("load"));
    frame.dispatchEvent(new window.Event("load"));
    assert.deepEqual([selected, frame.srcdoc.includes('content="light"'), frame.srcdoc.includes('src="../../a.png"')], [["focus", body], true, true]);
    assert.equal(at("details.text").open, false);
  });
});
