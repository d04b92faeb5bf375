/* The search's dialog: results as the reader types, which the arrows walk through. */

import { find } from "./engine.js";
import { resultItem } from "./results.js";
import { sentence, words } from "./words.js";

const SHOWN = 6;
const PAUSE = 150; /* milliseconds between the last letter and the search */
let started = false;

export function start(dialog) {
  if (started) return;
  started = true;
  const field = dialog.querySelector("input");
  const view = new View(dialog, field);
  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => view.show(field.value), PAUSE);
  });
  dialog.addEventListener("keydown", (event) => view.walk(event));
  view.show(field.value);
}

class View {
  constructor(dialog, field) {
    this.field = field;
    this.status = dialog.querySelector("[role='status']");
    this.meant = dialog.querySelector(".nw-search__meant");
    this.list = dialog.querySelector(".nw-results");
    this.hint = dialog.querySelector(".nw-search__hint");
    this.all = dialog.querySelector(".nw-search__all");
    this.browse = dialog.querySelector(".nw-search__browse");
    this.others = dialog.querySelectorAll("[data-other-language]");
    this.asked = "";
  }

  async show(query) {
    this.asked = query;
    this.hint.hidden = Boolean(query.trim());
    try {
      const said = await words();
      if (query.trim()) this.status.textContent ||= said.looking;
      const { results, instead, meant, alike } = await find(query);
      const pages = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      if (this.asked !== query) return;
      this.list.replaceChildren(...pages.map((page) => resultItem(page, said.values.kind)));
      this.list.hidden = !pages.length;
      this.all.hidden = !pages.length;
      this.all.firstElementChild.search = new URLSearchParams({ q: instead ?? query });
      this.browse.hidden = !query.trim() || pages.length > 0;
      for (const link of this.others) link.search = new URLSearchParams({ q: query });
      this.suggest(meant, said);
      this.status.textContent = sentence(query, results.length, { instead, alike }, said);
    } catch (error) {
      if (this.asked !== query) return;
      this.status.textContent = this.status.dataset.unavailable;
      this.browse.hidden = false;
      console.warn(error);
    }
  }

  suggest(better, said) {
    this.meant.hidden = better === null;
    if (better === null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nw-plain";
    button.textContent = better;
    button.addEventListener("click", () => {
      this.field.value = better;
      this.field.focus();
      this.show(better);
    });
    this.meant.replaceChildren(`${said.meant} `, button);
  }

  walk(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [this.field, ...this.list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    next?.focus();
    next?.closest(".nw-result")?.scrollIntoView({ block: "nearest" });
    next?.scrollIntoView({ block: "nearest" });
  }
}
