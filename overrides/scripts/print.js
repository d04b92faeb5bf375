/* Printing: buttons for it, shown where there is a script to print with, and on paper the addresses of links, as short as they can be typed. */
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
