/* The search button, the keys "/" and Ctrl+K, and the forms on the page for missing addresses, hidden without scripts. The
   search's modules are loaded when the dialog is opened, and on the search page. Browsers load no modules from disk: on a page
   that was opened from disk, a message says that. */
{
  const dialog = document.getElementById("NW-search");
  const button = document.querySelector("[data-search]");
  const finder = document.getElementById("NW-finder");
  const folder = new URL("search/", document.currentScript.src);
  let before;
  const open = (from) => {
    if (dialog.open) return;
    before = from;
    dialog.showModal();
    dialog.querySelector("input").select();
    load("dialog.js", dialog, ".nw-search__browse").then((search) => search?.start(dialog));
  };
  const load = async (name, part, browse) => {
    const isOnDisk = location.protocol === "file:";
    try {
      if (!isOnDisk) return await import(new URL(name, folder));
    } catch (error) {
      console.warn(error);
    }
    const status = part.querySelector("[role='status']");
    status.textContent = isOnDisk ? status.dataset.file : status.dataset.unavailable;
    part.querySelector(browse).hidden = false;
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
  for (const part of [button, ...document.querySelectorAll("[data-ask]")]) part.hidden = false;
  if (finder) load("page.js", finder, ".nw-finder__browse");
}
