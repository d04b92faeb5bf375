/* Buttons that copy the text of the element that data-copy selects, or the text in data-copy-text. The buttons are hidden
   without scripts. The status line of the section confirms the copy, and the button is filled for the same time. */
(() => {
  const MESSAGE_TIME = 6000; /* milliseconds */

  for (const button of document.querySelectorAll("[data-copy], [data-copy-text]")) {
    button.addEventListener("click", () => copy(button));
    button.hidden = !button.dataset.copy && !navigator.clipboard;
  }

  async function copy(button) {
    const element = button.dataset.copy ? document.querySelector(button.dataset.copy) : null;
    try {
      await navigator.clipboard.writeText(element ? element.textContent : button.dataset.copyText);
      showMessage(button, "copied");
      button.dataset.done = "";
      setTimeout(() => delete button.dataset.done, MESSAGE_TIME);
    } catch {
      if (element) select(element);
      showMessage(button, element ? "selected" : "");
    }
  }

  /* If scripts may not use the clipboard, as on pages without TLS: selects the text, so that one key copies it. */
  function select(element) {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    getSelection().selectAllChildren(element);
  }

  /* Screen readers repeat a message only if it is added again, a moment after the line was empty. */
  function showMessage(button, name) {
    const place = button.closest("section, aside")?.querySelector("[role='status']");
    if (!place) return;
    const line = document.createElement("span");
    place.replaceChildren();
    setTimeout(() => { line.textContent = place.dataset[name] ?? ""; place.replaceChildren(line); }, 50);
    setTimeout(() => line.remove(), MESSAGE_TIME);
  }
})();
