/* Buttons that copy: the text of the element that data-copy selects, or what data-copy-text holds. Shown where there is
   a script to copy with. What was done is said in the page's own words, in the status line of their part of the page,
   which stays in the window; a button that has copied is filled for as long. */
(() => {
  const SAID_FOR = 6000; /* milliseconds */

  for (const button of document.querySelectorAll("[data-copy], [data-copy-text]")) {
    button.addEventListener("click", () => copy(button));
    button.hidden = !button.dataset.copy && !navigator.clipboard;
  }

  async function copy(button) {
    const element = button.dataset.copy ? document.querySelector(button.dataset.copy) : null;
    try {
      await navigator.clipboard.writeText(element ? element.textContent : button.dataset.copyText);
      say(button, "copied");
      button.dataset.done = "";
      setTimeout(() => delete button.dataset.done, SAID_FOR);
    } catch {
      if (element) select(element);
      say(button, element ? "selected" : "");
    }
  }

  /* Where the clipboard is closed to scripts, as on pages without TLS: everything but the last key. */
  function select(element) {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    getSelection().selectAllChildren(element);
  }

  /* Screen readers say the same words again only where they came anew, a moment after the line was empty. */
  function say(button, what) {
    const place = button.closest("section, aside")?.querySelector("[role='status']");
    if (!place) return;
    const line = document.createElement("span");
    place.replaceChildren();
    setTimeout(() => { line.textContent = place.dataset[what] ?? ""; place.append(line); }, 50);
    setTimeout(() => line.remove(), SAID_FOR);
  }
})();
