/* Highlights the words of a search on the page that was opened from its results, unfolds text that has them, and scrolls to the
   first of them. The words are removed from the address at once, so that a copied address opens the page without highlighting. */
{
  const address = new URL(location.href);
  const words = address.searchParams.getAll("marks").filter(Boolean).slice(0, 12);
  const text = document.querySelector(".nw-content");
  const remove = document.querySelector("[data-marks]");
  const FOLDED_MARK = ":scope > mark.nw-found, :scope > :not(summary) mark.nw-found";
  if (words.length && text && remove) {
    address.searchParams.delete("marks");
    history.replaceState(history.state, "", address);
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/['’]/g, "['’]"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
    highlight(pattern);
    const marks = [...text.querySelectorAll("mark.nw-found")];
    const section = location.hash && document.getElementById(decoded(location.hash.slice(1)));
    const isAfter = (element) => section.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const first = (section && marks.find((element) => section.contains(element) || isAfter(element))) || marks[0];
    for (const folded of text.querySelectorAll(".nw-body details")) if (folded.querySelector(FOLDED_MARK)) folded.open = true;
    first?.scrollIntoView({ block: "center" });
    remove.hidden = !marks.length;
    remove.addEventListener("click", () => {
      for (const element of marks) element.replaceWith(...element.childNodes);
      text.normalize();
      remove.hidden = true;
      text.focus({ preventScroll: true });
    });
  }

  function decoded(fragment) {
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  function highlight(pattern) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("nav, script, style, button, select, textarea") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const found = [...node.data.matchAll(pattern)];
      for (const match of found.reverse()) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const element = document.createElement("mark");
        element.className = "nw-found";
        range.surroundContents(element);
      }
    }
  }
}
