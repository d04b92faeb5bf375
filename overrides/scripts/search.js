/* The search's button, and the keys "/" and Ctrl+K. What searches is loaded when the dialog is opened, not before. */
{
  const dialog = document.getElementById("search");
  const button = document.querySelector("[data-search]");
  const script = new URL("search/dialog.js", document.currentScript.src);
  let before;
  const open = (from) => {
    if (dialog.open) return;
    before = from;
    dialog.showModal();
    dialog.querySelector("input").select();
    import(script).then((search) => search.start(dialog), fail);
  };
  const fail = (error) => {
    const status = dialog.querySelector("[role='status']");
    status.textContent = status.dataset.unavailable;
    dialog.querySelector(".nw-search__browse").hidden = false;
    console.warn(error);
  };
  const isWriting = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
  button.addEventListener("click", () => open(button));
  addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isSlash = event.key === "/" && isPlain && !isWriting(event.target);
    const isControlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    open(document.activeElement);
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => before.focus({ preventScroll: true }));
  button.hidden = false;
}
