// How the browser editor starts, and reads and writes files: overrides/editor/.
import { strict as assert } from "node:assert";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Window } from "happy-dom";
import * as yaml from "../../editor/node_modules/js-yaml/dist/js-yaml.mjs";
import { format } from "../../overrides/editor/front-matter.js";
import { keepFocus } from "../../overrides/editor/kept-focus.js";
import { joinLines, keepLines } from "../../overrides/editor/line-breaks.js";
import { keepText } from "../../overrides/editor/kept-text.js";
import { pasteLists, withLists } from "../../overrides/editor/word-lists.js";

const RULES = {
  groups: { author: "name", "parts.people": "text" },
  lists: ["parts.people"],
  defaults: { draft: false, email: true },
  files: ["image.src"],
  verse: ["poem"],
  shared: ["/assets", "../docs/assets"],
};
const { fromFile, toFile } = format(RULES, yaml);
const file = (front, text = "Words.") => `---\n${front}\n---\n\n${text}\n`;

describe("front matter", () => {
  test("every value is the text in the file", () => {
    const { body, title, isbn, date, on } = fromFile(file("title: 2023\nisbn: 0123456789\ndate: 2024-01-01\non: yes"));
    assert.deepEqual([body, title, isbn, date, on], ["Words.", "2023", "0123456789", "2024-01-01", "yes"]);
    assert.deepEqual(Object.keys(fromFile(file("title:\nkind: a\nimage: {src: }"))), ["kind", "body", "text before"]);
  });

  test("a name in place of a group of fields is not lost, and is written as a name again", () => {
    const front = "author: Ada Elm\nparts:\n  people:\n    - Bo\n    - given: A";
    const values = fromFile(file(front));
    assert.deepEqual([values.author, values.parts.people], [{ name: "Ada Elm" }, [{ text: "Bo" }, { given: "A" }]]);
    assert.equal(toFile(values), file(front));
    assert.deepEqual(fromFile(file("parts: {people: Bo}")).parts.people, [{ text: "Bo" }]);
  });

  test("what is empty or assumed anyway is left out, and a text has one line", () => {
    const values = { title: " A\n title ", draft: false, email: false, areas: [], author: { name: "" }, id: null };
    assert.equal(toFile({ ...values, people: ["", "Bo"], body: "Words." }), file("title: A title\nemail: false\npeople:\n  - Bo"));
  });

  test("shared pictures have one address in all forms", () => {
    const front = "image:\n  src: ../docs/assets/x.svg\nredirect_from:\n  - /assets/x.pdf";
    const values = fromFile(file(front, "![A](../docs/assets/y.svg)"));
    assert.deepEqual([values.image.src, values.body], ["/assets/x.svg", "![A](/assets/y.svg)"]);
    assert.equal(toFile(values), file(front, "![A](../docs/assets/y.svg)"));
  });

  test("the form shows the lines of a paragraph as one, and those of a poem as they are", () => {
    const text = "One line\ngoes on.\\\nA break.\n\n- a\n  b\n- c\n\n| a |\n| - |\n\n```\nx\ny\n```";
    assert.equal(fromFile(file("kind: news", text)).body, text.replace("line\ngoes", "line goes").replace("a\n  b", "a b"));
    assert.equal(fromFile(file("kind: poem", text)).body, text);
    const values = fromFile(file("kind: news", text));
    assert.equal(toFile(values), file("kind: news", text));
    assert.equal(toFile({ ...values, body: `${values.body}\n\nElm Library\n14 Elm Road` }), file("kind: news", `${text}\n\nElm Library\\\n14 Elm Road`));
    const poem = fromFile(file("kind: poem", "One\ntwo"));
    assert.equal(toFile({ ...poem, body: "One\nthree" }), file("kind: poem", "One\nthree"));
  });

  test("a file without front matter keeps its text", () => {
    assert.equal(fromFile("Only words.").body, "Only words.");
  });

  test("the lines around front matter may have blanks, or be the only ones", () => {
    for (const [text, title, body] of [
      ["--- \ntitle: A\n---\t\n\n\nB\n\n", "A", "B"], ["---\t\ntitle: A\n---", "A", ""], ["---\n---\nB", undefined, "B"], ["---\n \n---\n  B", undefined, "  B"],
      ["---\ntitle: A\n  ----\n---\nB", "A ----", "B"], ["---\n- a\n---\n\nB", undefined, "B"], ["---\nword\n---\nB\n\n---\nC", undefined, "B\n\n---\nC"],
      ["---x\ntitle: A\n---\nB", undefined, "---x\ntitle: A\n---\nB"], ["Text\n---\ntitle: A\n---\nB", undefined, "Text\n---\ntitle: A\n---\nB"],
    ]) {
      const { [Object.keys(fromFile(text)).at(-1)]: before, ...values } = fromFile(text);
      assert.deepEqual([text, values, before === body], [text, title ? { title, body } : { body }, true]);
    }
  });

  test("a group of fields is written as a name only if it has nothing but its name", () => {
    for (const [author, written] of [
      [{ name: "Ada", role: "" }, "author: Ada"], [{ name: "Ada", role: "Poet" }, "author:\n  name: Ada\n  role: Poet"], [{ role: "Poet" }, "author:\n  role: Poet"],
    ]) assert.equal(toFile({ author, body: "Words." }), file(written));
    assert.equal(toFile({ email: true, other: { email: true, draft: undefined }, image: {}, body: "Words." }), file("other:\n  email: true"));
  });

  test("files are in a folder of shared pictures, text is not", () => {
    const front = "image:\n  src: ../docs/assetsx/y.svg\nurl: /assets/x.svg\nother: ../docs/assets/x.svg";
    assert.equal(fromFile(file(front)).image.src, "../docs/assetsx/y.svg");
    assert.equal(toFile(fromFile(file(front))), file(front));
    assert.equal(toFile({ image: { src: "/assetsx/y.svg" }, body: "[a](/assets/a) [b](/assets/b)" }), file("image:\n  src: /assetsx/y.svg", "[a](../docs/assets/a) [b](../docs/assets/b)"));
  });

  test("a new file has only what is written, and long text in one line", () => {
    const title = `${"Long ".repeat(40)}title`;
    assert.equal(toFile({ title, tags: ["a", "", " b \n c "] }), `---\ntitle: ${title}\ntags:\n  - a\n  - b c\n---\n\n\n`);
  });
});

describe("the lines of a text", () => {
  for (const line of [
    "    b", "\tb", "- b", "* b", "+ b", "> b", "| b", "<p>b", "# b", ": b", "1. b", "12) b", "!!! note", "??? note", "[x y]: b", "*[A]: b", "===", "==== ", "---|---", ":-- | -", "  - b",
    "```\nb\nc\n```", "~~~~\nb\n~~~\n~~~~~ x\n~~~~", "```\n~~~\nb\nc\n```", "```js\n```b\nc\nd\n```", "", "  ",
  ]) {
    test(`are not joined before ${JSON.stringify(line)}`, () => {
      const [open, ...rest] = line.split("\n");
      assert.equal(joinLines(`a\n${line}`), `a\n${line}`);
      assert.equal(keepLines(`a\n${line}`), `a\n${line}`);
      if (rest.length) assert.equal(joinLines(`${line}\nx\ny`), `${line}\nx y`, open);
    });
  }

  for (const line of ["b", "   b", "1.b", "1 b", "!! b", "?? b", "[x] b", "== b", "==", "``b``", "~~b~~", "`b`", "=== b"]) {
    test(`are joined before ${JSON.stringify(line)}`, () => {
      assert.equal(joinLines(`a\n${line}\nc`), `a ${line.trim()} c`);
      assert.equal(keepLines(`a\n${line}`), `a\\\n${line}`);
      for (const end of ["  ", "\\"]) for (const change of [joinLines, keepLines]) assert.equal(change(`a${end}\n${line}`), `a${end}\n${line}`);
    });
  }

  for (const [first, isJoined] of [["- a", true], ["* a", true], ["+ a", true], ["1. a", true], ["12) a", true], ["  - a", true], ["-  a", true], ["-", false], ["- ", false], ["# a", false], ["-a", false], ["> a", false], ["", false], ["1 a ", true]]) {
    test(`are ${isJoined ? "" : "not "}joined after ${JSON.stringify(first)}`, () => assert.equal(joinLines(`${first}\nb`), `${first}${isJoined ? " " : "\n"}b`));
  }
});

describe("text that nobody changed", () => {
  const SAME = [
    ["a *b*c and 2*3*4", "a _b_c and 2_3_4"],
    ["- a\n  - b\n\n* c", "* a\n    * b\n* c"],
    ["1. a\n\n   b\n1. c", "5. a\n   b\n6. c"],
    ["| a | b |\n|:-:|---|\n| x \\| y | z |", "| a | b |\n| --- | --- |\n\n| x \\ | y | z |"],
    ["*[LAC]: Words", "\\*[LAC]: Words"],
    ["```\n* code\n```", "```plain\n* code\n```"],
    ["\\_ \\[x\\] H~2~O", "_ [x] H\\~2\\~O"],
    ["**two\nlines**", "**two**\n**lines**"],
    ["1. a\n\n   ```yaml\n     b: c\n   ```", "1. a\n\n```yaml\n  b: c\n```"],
    ["All of it.", ""],
    ["a | b\n:-: | -", "a | b\n--- | ---"],
    ["a ---- b ----", "a --- b ---"],
    ["| a |b|\n|-|-|\n|c| d|", "| a | b |\n| --- | --- |\n| c | d |"],
    ["```\na\n```\n\n*b*", "```plain\na\n```\n\n_b_"],
    ["````\n```\n````\n\n*b*", "````plain\n```\n````\n\n_b_"],
    ["```\n~~~\n```x\n```\n\n*b*", "```\n~~~\n```x\n```\n\n_b_"],
    ["~~~\n\na\n~~~\n\n*b*", "~~~\n\na\n~~~\n\n_b_"],
    ["``a``\n\n*b*", "``a``\n\n_b_"], ["~~a~~\n\n*b*", "~~a~~\n\n_b_"],
    ["12) a", "1. a"], ["+ a\n\n-\n\n*b*", "- a\n\n*\n\n_b_"],
    ["a  b\tc", "a b c"], ["  a", " a"],
    ["- a\n\n  b\n\n*c*", "* a\n\n    b\n\n_c_"],
    ["\\!\\/\\:\\@\\[\\`\\{\\~\\ a", "!/:@[`{~ a"],
  ];
  for (const [before, edited] of SAME) {
    test(`is written as it was: ${JSON.stringify(before)}`, () => {
      assert.equal(keepText(edited, before), before);
      if (edited) assert.equal(keepText(`${edited}\n\nNew.`, `${before}\n\nOld.`).endsWith("\n\nNew."), true);
    });
  }

  const CHANGED = [
    ["foobar", "foo bar"],
    ["word", "**word**"],
    ["a\nb", "a  \nb"],
    ["- a\n- b", "- a\n    - b"],
    ["a b", "a\n\nb"],
    ["## a", "### a"],
    ["```\na\n```", "```\n  a\n```"],
    ["", "First words."],
    ["a\nb", "a\\\nb"],
    ["```\n- a\n```", "```\n* a\n```"], ["```\na\n\nb\n```", "```\na\nb\n```"], ["```\na\n```", "```js\na\n```"], ["```\n*a*\n```", "```\n_a_\n```"],
    ["a", "    a"], ["-a", "*a"], ["- a", "1. a"], ["- a\n- b\n  - c", "- a\n    - b\n    - c"], ["a\\b", "ab"], ["a--b", "a---b"], ["a1", "a 1"],
    ["``\n*a*\n``", "``\\\n\\_a_\\\n``"],
  ];
  for (const [before, edited] of CHANGED) {
    test(`a change is kept: ${JSON.stringify(edited)}`, () => assert.equal(keepText(edited, before), edited));
  }

  test("the other paragraphs stay as they were when one is changed", () => {
    assert.equal(keepText("_a_ b\n\nchanged _c_\n\n_d_", "*a* b\n\n*c*\n\n*d*"), "*a* b\n\nchanged _c_\n\n*d*");
  });
});

describe("the focus", () => {
  const window = new Window();
  const { document } = window;
  keepFocus(window);
  document.body.innerHTML = `<input id="title"><dialog><input id="link"></dialog><button>Bold</button>
    <div id="text" data-lexical-editor tabindex="0"><p>Words</p><input id="within"></div><textarea id="note"></textarea><div role="dialog"><input id="role"></div>`;
  const at = (selector) => document.querySelector(selector);
  const words = at("p").firstChild;

  for (const [from, isKept] of [["#title", true], ["#note", true], ["#link", false], ["#role", false], ["#within", false], ["button", false]]) {
    test(`a script ${isKept ? "cannot move" : "moves"} it from ${from} into the text`, () => {
      at(from).focus();
      window.getSelection().removeAllRanges();
      window.getSelection().setBaseAndExtent(words, 1, words, 1);
      assert.equal(window.getSelection().rangeCount, isKept ? 0 : 1);
      at("#text").focus();
      assert.equal(document.activeElement, at(isKept ? from : "#text"));
      at("button").focus();
      assert.equal(document.activeElement, at("button"));
    });
  }
});

describe("lists from Word", () => {
  const window = new Window();
  const item = (level, mark, words) => `<p class=MsoListParagraph style='margin-left:1cm;mso-list:l0 level${level} lfo1'>
    <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;
    </span></span></span><![endif]>${words}<o:p></o:p></p>`;
  const listed = (html) => {
    const body = new window.DOMParser().parseFromString(html, "text/html").body;
    return body.innerHTML.replace(/<!--.*?-->|<\/?(?:span|o:p)[^>]*>/g, "").replace(/>\s+|\s+</g, (found) => found.trim());
  };

  test("are lists, with their levels and numbers", () => {
    const items = [item(1, "·", "<b>Tea</b>"), item(2, "o", "green"), item(2, "o", "black"), item(1, "·", "Cake")];
    const html = withLists(`<p>We bring</p>${items.join("")}${item(1, "1.", "Eat")}<p>Then</p>${item(1, "a)", "Go")}`, window);
    assert.equal(listed(html), "<p>We bring</p><ul><li><b>Tea</b><ul><li>green</li><li>black</li></ul></li><li>Cake</li></ul>"
      + "<ol><li>Eat</li></ol><p>Then</p><ol><li>Go</li></ol>");
  });

  test("may begin at a deeper level, and are numbered by what Word writes", () => {
    assert.equal(listed(withLists(item(2, "o", "a") + item(1, "·", "b"), window)), "<ul><ul><li>a</li></ul><li>b</li></ul>");
    for (const [mark, list] of [["1.", "ol"], ["(a)", "ol"], ["iv)", "ol"], ["xvii.", "ol"], ["xviii.", "ul"], ["1234.", "ol"], ["1", "ul"], ["o", "ul"], ["·", "ul"], ["-.", "ul"]]) {
      assert.equal(listed(withLists(item(1, mark, "a"), window)), `<${list}><li>a</li></${list}>`, mark);
    }
    for (const style of ["MSO-LIST: l0 LEVEL12 lfo1", "mso-list:l0 level12 lfo1"]) {
      const html = withLists(`<p style="${style}"><span style="MSO-LIST: ignore">1.</span>a</p>`, window);
      assert.equal(html.split("<ol>").length, 13);
    }
    assert.equal(withLists("<p style='mso-list:l0 level1 lfo1'>no mark</p><p style='color:red'><i style='mso-list:Ignore'>1.</i>no level</p>", window), null);
  });

  test("other text is pasted as it is", () => {
    assert.equal(withLists("<p style='mso-list:none'>A</p><ul><li>B</li></ul>", window), null);
    pasteLists(window);
    window.document.body.innerHTML = "<input>";
    const field = window.document.querySelector("input");
    field.addEventListener("paste", (event) => event.stopPropagation()); /* as the editor does */
    for (const [html, isChanged] of [[item(1, "·", "Tea"), true], ["<p>Tea</p>", false]]) {
      const clipboardData = new window.DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "Tea");
      const event = new window.ClipboardEvent("paste", { clipboardData, bubbles: true });
      field.dispatchEvent(event);
      assert.deepEqual([event.clipboardData.getData("text/html").includes("<li>"), event.clipboardData.getData("text/plain")], [isChanged, "Tea"]);
    }
    field.dispatchEvent(new window.Event("paste", { bubbles: true }));
  });
});

describe("the page of the editor", () => {
  for (const [name, status, notes] of [["starts it", 200, [false, true]], ["says that it cannot start it", 404, [true, false]]]) {
    test(name, async (test_) => {
      const folder = mkdtempSync(join(tmpdir(), "newsroom-editor-"));
      cpSync(fileURLToPath(new URL("../../overrides/editor/", import.meta.url)), join(folder, "editor"), { recursive: true });
      mkdirSync(join(folder, "editor/cms/npm"), { recursive: true });
      writeFileSync(join(folder, "package.json"), '{"type": "module"}');
      writeFileSync(join(folder, "editor/yaml.js"), `export * from ${JSON.stringify(new URL("../../editor/node_modules/js-yaml/dist/js-yaml.mjs", import.meta.url))};`);
      writeFileSync(join(folder, "editor/cms/npm/index.js"), "export default globalThis.cms;");
      const site = pathToFileURL(`${folder}/`);
      const window = new Window();
      window.document.body.innerHTML = "<p data-loading hidden></p><p data-failed hidden></p>";
      const done = [];
      const listen = test_.mock.method(window.document, "addEventListener");
      const files = { "config.json": { backend: "x", logo: "old" }, "formats.json": { story: RULES } };
      Object.assign(globalThis, {
        window, document: window.document,
        cms: { registerCustomFormat: (...values) => done.push(values), init: async (options) => { done.push(options); } },
        fetch: async (address, options) => ({ ok: status === 200, status, json: async () => files[address.href.replace(`${site}editor/`, "")], ...done.push(options) && {} }),
      });
      test_.after(() => {
        for (const key of ["window", "document", "cms", "fetch"]) delete globalThis[key];
        rmSync(folder, { recursive: true });
      });
      const report = test_.mock.method(console, "error", () => {});
      await import(new URL("editor/editor.js", site));
      while (done.length < (status === 200 ? 4 : 2)) await new Promise(setImmediate);
      for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate);
      assert.deepEqual(done.slice(0, 2), [{ cache: "no-cache" }, { cache: "no-cache" }]);
      assert.deepEqual([listen.mock.calls[0].arguments[0], window.HTMLElement.prototype.focus.name], ["paste", "guarded"]);
      const [[id, ending, written] = [], started] = done.slice(2);
      if (status === 200) {
        assert.deepEqual([id, ending, written.fromFile("---\ntitle: A\n---\nB").title], ["story", "md", "A"]);
        const logo = { src: new URL("assets/favicon.svg", site).href, show_in_header: false };
        assert.deepEqual(started, { config: { backend: "x", logo, logout_redirect_url: site.href, load_config_file: false } });
      } else {
        assert.deepEqual([id, report.mock.calls.map(({ arguments: [error] }) => error.message)], [undefined, ["config.json: 404"]]);
      }
      assert.deepEqual(["failed", "loading"].map((note) => !window.document.querySelector(`[data-${note}]`).hidden), notes);
    });
  }
});
