/* The switch between light and dark colours. The reader's device decides until the reader does; only then is it kept. */
(() => {
  const button = document.querySelector("[data-palette]");
  const sheet = document.getElementById("dark");
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => matchMedia(sheet.media).matches;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const choice = isDark() ? "light" : "dark";
    sheet.media = choice === "dark" ? "screen" : "not all";
    show();
    try {
      localStorage.setItem("palette", choice);
    } catch {
      /* Where a browser keeps nothing, the choice holds for this page. */
    }
  });
  device.addEventListener("change", show);
  show();
  button.hidden = false;
})();
