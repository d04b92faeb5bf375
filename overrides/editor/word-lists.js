// Pastes lists from Word as lists.
//
// Word's programs for Windows and macOS put each item on the clipboard as a paragraph that begins with a mark, like
// <p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp; </span></span>First</p>.

const LEVEL = /mso-list:\s*\w+ level(\d+)/i;
const MARK = "[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]";
/** The mark of a numbered list, like "1." and "b)". Word writes the bullet of the second level as "o". */
const NUMBER = /^\(?\w{1,4}[.)]/;

/** The HTML with lists in place of Word's paragraphs; null if it has none. */
export function withLists(html, { DOMParser }) {
  const document = new DOMParser().parseFromString(html, "text/html");
  let lists = [], isChanged = false;
  for (const paragraph of document.querySelectorAll("p[style]")) {
    const level = Number(LEVEL.exec(paragraph.getAttribute("style"))?.[1]), mark = paragraph.querySelector(MARK);
    if (!level || !mark) continue;
    isChanged = true;
    const kind = NUMBER.test(mark.textContent.trim()) ? "ol" : "ul";
    if (paragraph.previousElementSibling !== lists[0]) lists = [];
    lists.length = Math.min(lists.length, lists[level - 1]?.localName === kind ? level : level - 1);
    while (lists.length < level) {
      const list = document.createElement(kind), outer = lists.at(-1);
      if (outer) (outer.lastElementChild ?? outer).append(list);
      else paragraph.before(list);
      lists.push(list);
    }
    mark.remove();
    const item = document.createElement("li");
    item.append(...paragraph.childNodes);
    lists.at(-1).append(item);
    paragraph.remove();
  }
  // eslint-disable-next-line no-restricted-properties -- only read, for the clipboard
  return isChanged ? document.body.innerHTML : null;
}

/** Give the editor such lists when somebody pastes them. `window`: the browser's window. */
export function pasteLists(window) {
  window.document.addEventListener("paste", (event) => {
    const pasted = event.clipboardData;
    const html = pasted && withLists(pasted.getData("text/html"), window);
    if (!html) return;
    const clipboardData = new window.DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", pasted.getData("text/plain"));
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
  }, true);
}
