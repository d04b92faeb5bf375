/* Print buttons, hidden without scripts; and the addresses of links for print, without the scheme. */
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}
addEventListener("beforeprint", () => {
  const page = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  for (const link of document.querySelectorAll(".nw-body a[href]:not([href^='#'], [href^='mailto:'], [href^='tel:'])")) {
    link.dataset.address = new URL(link.getAttribute("href"), page).href.replace(/^https?:\/\//, "");
  }
});
