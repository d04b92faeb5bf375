// How the browser editor reads and writes files: overrides/editor/.
import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import { Window } from "happy-dom";
import * as yaml from "../../editor/node_modules/js-yaml/dist/js-yaml.mjs";
import { format } from "../../overrides/editor/front-matter.js";
import { keepFocus } from "../../overrides/editor/kept-focus.js";
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
    <div id="text" data-lexical-editor tabindex="0"><p>Words</p><input id="within"></div>`;
  const at = (selector) => document.querySelector(selector);
  const words = at("p").firstChild;

  for (const [from, isKept] of [["#title", true], ["#link", false], ["#within", false], ["button", false]]) {
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

  test("other text is pasted as it is", () => {
    assert.equal(withLists("<p style='mso-list:none'>A</p><ul><li>B</li></ul>", window), null);
    pasteLists(window);
    for (const [html, isChanged] of [[item(1, "·", "Tea"), true], ["<p>Tea</p>", false]]) {
      const clipboardData = new window.DataTransfer();
      clipboardData.setData("text/html", html);
      const event = new window.ClipboardEvent("paste", { clipboardData, bubbles: true });
      window.document.body.dispatchEvent(event);
      assert.equal(event.clipboardData.getData("text/html").includes("<li>"), isChanged);
    }
  });
});
