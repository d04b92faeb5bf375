/* The switch between light and dark colours. The device's setting applies until the reader uses the switch; then the choice is
   stored. */
(() => {
  const button = document.querySelector("[data-palette]");
  const sheet = document.getElementById("NW-dark");
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
      /* Without storage, the choice applies to this page only. */
    }
  });
  device.addEventListener("change", show);
  show();
  button.hidden = false;
})();
