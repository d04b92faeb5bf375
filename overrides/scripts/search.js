/* The search's button, and the keys "/" and Ctrl+K. What searches is loaded when the dialog is opened, not before. */
{
  const dialog = document.getElementById("search");
  const button = document.querySelector("[data-search]");
  const script = new URL("search/dialog.js", document.currentScript.src);
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("input").select();
    import(script).then((search) => search.start(dialog), () => {});
  };
  const isWriting = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isSlash = event.key === "/" && isPlain && !isWriting(event.target);
    const isControlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => button.focus());
  button.hidden = false;
}
