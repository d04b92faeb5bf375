/* Filters the list of areas as the reader types. Each word must begin a word in the area's names or places; letters' case,
   accents and punctuation do not matter. Without scripts the whole list is there, and the field is hidden. */
{
  const finder = document.getElementById("NW-areas");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’.]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (finder) {
    const form = finder.querySelector("form");
    const field = form.querySelector("input");
    const status = finder.querySelector("[role='status']");
    const areas = [...finder.querySelectorAll("li")].map((item) => ({ item, text: ` ${plain(`${item.textContent} ${item.dataset.also ?? ""}`)}` }));
    const filter = () => {
      const words = plain(field.value).split(" ").filter(Boolean);
      let found = 0;
      for (const { item, text } of areas) {
        item.hidden = !words.every((word) => text.includes(` ${word}`));
        if (!item.hidden) found += 1;
      }
      for (const group of finder.querySelectorAll("[data-areas-group]")) group.hidden = !group.querySelector("li:not([hidden])");
      const message = found ? status.dataset.found.replace("{number}", found) : status.dataset.none;
      status.textContent = words.length ? message : "";
    };
    field.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    finder.querySelector("[data-areas-hint]").hidden = true;
    filter(); /* browsers keep the text of the field when a reader comes back */
  }
}
