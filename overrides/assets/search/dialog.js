/* The search dialog: shows results while the reader types. The arrow keys move through them. */

import { find } from "./engine.js";
import { resultItem } from "./results.js";
import { resultSentence, translations } from "./translations.js";

const MAX_RESULTS = 6;
const TYPING_PAUSE = 150; /* milliseconds between the last letter and the search */
let started = false;

export function start(dialog) {
  if (started) return;
  started = true;
  const field = dialog.querySelector("input");
  const view = new SearchView(dialog, field);
  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => view.showResults(field.value), TYPING_PAUSE);
  });
  dialog.addEventListener("keydown", (event) => view.moveFocus(event));
  view.showResults(field.value);
}

class SearchView {
  constructor(dialog, field) {
    this.field = field;
    this.status = dialog.querySelector("[role='status']");
    this.suggestion = dialog.querySelector(".nw-search__suggestion");
    this.list = dialog.querySelector(".nw-results");
    this.hint = dialog.querySelector(".nw-search__hint");
    this.all = dialog.querySelector(".nw-search__all");
    this.browse = dialog.querySelector(".nw-search__browse");
    this.otherLanguages = dialog.querySelectorAll("[data-other-language]");
    this.query = "";
  }

  async showResults(query) {
    this.query = query;
    this.hint.hidden = Boolean(query.trim());
    try {
      const t = await translations();
      if (query.trim()) this.status.textContent ||= t.searching;
      const { results, instead, suggestion, synonyms } = await find(query);
      const pages = await Promise.all(results.slice(0, MAX_RESULTS).map((result) => result.data()));
      if (this.query !== query) return;
      this.list.replaceChildren(...pages.map((page) => resultItem(page, t.values.kind)));
      this.list.hidden = !pages.length;
      this.all.hidden = !pages.length;
      this.all.firstElementChild.search = new URLSearchParams({ q: instead ?? query });
      this.browse.hidden = !query.trim() || pages.length > 0;
      for (const link of this.otherLanguages) link.search = new URLSearchParams({ q: query });
      this.showSuggestion(suggestion, t);
      this.status.textContent = resultSentence(query, results.length, { instead, synonyms }, t);
    } catch (error) {
      if (this.query !== query) return;
      this.status.textContent = this.status.dataset.unavailable;
      this.browse.hidden = false;
      console.warn(error);
    }
  }

  showSuggestion(text, t) {
    this.suggestion.hidden = text === null;
    if (text === null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nw-plain";
    button.textContent = text;
    button.addEventListener("click", () => {
      this.field.value = text;
      this.field.focus();
      this.showResults(text);
    });
    this.suggestion.replaceChildren(`${t.suggestion} `, button);
  }

  moveFocus(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const targets = [this.field, ...this.list.querySelectorAll("a")];
    const at = targets.indexOf(document.activeElement);
    if (at < 0) return;
    const next = targets[at + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    next?.focus();
    next?.closest(".nw-result")?.scrollIntoView({ block: "nearest" });
    next?.scrollIntoView({ block: "nearest" });
  }
}
