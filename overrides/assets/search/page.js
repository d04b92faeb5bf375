/* The search page. Its address has the query and the filters, so that a search can be linked to and returned to. */

import { find } from "./engine.js";
import { element, resultItem } from "./results.js";
import { resultSentence, translations } from "./translations.js";

const PAGE_SIZE = 10;
const TYPING_PAUSE = 250; /* milliseconds */

const finder = document.getElementById("NW-finder");
const title = document.title;
const form = finder.querySelector("form");
const choices = form.querySelector("details");
const filters = [...choices.querySelectorAll("select")].filter((select) => select.name !== "order");
const usedCount = choices.querySelector(".nw-finder__used");
const status = finder.querySelector("[role='status']");
const suggestionLine = finder.querySelector(".nw-search__suggestion");
const list = finder.querySelector(".nw-results");
const pages = finder.querySelector(".nw-finder__pages");
const browse = finder.querySelector(".nw-finder__browse");
const otherLanguages = finder.querySelectorAll("[data-other-language]");
let latest = "";
let isTyping = false; /* whether the newest entry of the browser's history is a query that is still being typed */
let pause;

form.hidden = false;
choices.open = matchMedia("(min-width: 45em)").matches;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  navigate(formParameters(), { isTyped: isTyping });
  isTyping = false;
});
form.addEventListener("focusout", () => { isTyping = false; });
form.addEventListener("change", (event) => { if (event.target.matches("select")) navigate(formParameters()); });
form.addEventListener("input", (event) => {
  clearTimeout(pause);
  if (event.target.matches("input")) pause = setTimeout(() => navigate(formParameters(), { isTyped: true }), TYPING_PAUSE);
});
addEventListener("popstate", readAddress);
readAddress();

/* The form's values, as URL parameters. */
function formParameters() {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) parameters.set(name, value);
  return parameters;
}

/* Adds an entry to the browser's history for each search. While a query is typed, its entry is replaced. */
function navigate(parameters, { isTyped = false } = {}) {
  clearTimeout(pause);
  const isStep = String(parameters) !== String(new URLSearchParams(location.search));
  const target = `${location.pathname}?${parameters}`.replace(/\?$/, "");
  if (isStep) history[isTyped && isTyping ? "replaceState" : "pushState"](null, "", target);
  isTyping = isTyped && (isTyping || isStep);
  return showResults(parameters);
}

function readAddress() {
  clearTimeout(pause);
  isTyping = false;
  const parameters = new URLSearchParams(location.search);
  form.elements.q.value = parameters.get("q") ?? "";
  showResults(parameters);
}

async function showResults(parameters) {
  const request = latest = parameters.toString();
  const query = parameters.get("q") ?? "";
  document.title = query.trim() ? `${query.trim()} · ${title}` : title;
  try {
    const t = await translations();
    const chosen = Object.fromEntries(filters.map(({ name }) => [name, parameters.get(name) ?? ""]));
    const options = { filters: chosen, order: parameters.get("order") ?? "", withCounts: true };
    const { results, total, counts, instead, suggestion, synonyms } = await find(query, options);
    const last = Math.max(1, Math.ceil(results.length / PAGE_SIZE));
    const number = Math.min(last, Math.max(1, Math.trunc(Number(parameters.get("page"))) || 1));
    const shown = await Promise.all(results.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE).map((result) => result.data()));
    if (latest !== request) return;
    form.elements.order.value = parameters.get("order") === "date" ? "date" : "";
    for (const filter of filters) fillFilter(filter, chosen[filter.name], counts[filter.name] ?? {}, t.values[filter.name] ?? {});
    const inUse = [...choices.querySelectorAll("select")].filter((select) => select.value).length;
    usedCount.textContent = inUse ? t.used.replace("{number}", inUse) : "";
    list.replaceChildren(...shown.map((page) => resultItem(page, t.values.kind, { withSections: true, withPicture: true })));
    list.start = (number - 1) * PAGE_SIZE + 1;
    list.hidden = !shown.length;
    status.textContent = [
      results.length || !total ? resultSentence(query, results.length, { instead, synonyms }, t) : t.filtered,
      last > 1 ? t.page.replace("{number}", number).replace("{count}", last) : "",
    ].filter(Boolean).join(" · ");
    showPageLinks(parameters, number, last, t);
    showSuggestion(suggestion, parameters, t);
    browse.hidden = Boolean(shown.length);
    for (const link of otherLanguages) link.search = query ? new URLSearchParams({ q: query }) : "";
  } catch (error) {
    if (latest !== request) return;
    status.textContent = status.dataset.unavailable;
    browse.hidden = false;
    console.warn(error);
  }
}

/* Fills a filter with its values, each with its number of results. */
function fillFilter(select, chosen, counts, names) {
  const any = select.options[0];
  const number = (value) => (Object.hasOwn(counts, value) ? counts[value] : 0);
  const values = Object.keys(counts).filter((value) => number(value) || value === chosen);
  if (chosen && !values.includes(chosen)) values.push(chosen);
  const name = (value) => (Object.hasOwn(names, value) ? names[value] : value);
  values.sort((one, other) => (select.name === "year" ? other.localeCompare(one) : name(one).localeCompare(name(other))));
  const options = values.map((value) => new Option(`${name(value)} (${number(value)})`, value));
  select.replaceChildren(any, ...options);
  select.value = chosen;
}

function showPageLinks(parameters, number, last, t) {
  const link = (to, text, rel) => {
    const target = new URLSearchParams(parameters);
    target.set("page", to);
    const anchor = element("a", "nw-button nw-button--quiet", text);
    anchor.href = `?${target}`;
    anchor.rel = rel;
    anchor.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await navigate(target);
      list.focus({ preventScroll: true });
      finder.scrollIntoView();
    });
    return anchor;
  };
  pages.replaceChildren();
  if (number > 1) pages.append(link(number - 1, t.previous, "prev"));
  if (number < last) pages.append(link(number + 1, t.next, "next"));
  pages.hidden = !pages.childElementCount;
}

function showSuggestion(text, parameters, t) {
  suggestionLine.hidden = text === null;
  if (text === null) return;
  const target = new URLSearchParams(parameters);
  target.set("q", text);
  target.delete("page");
  const link = element("a", "", text);
  link.href = `?${target}`;
  suggestionLine.replaceChildren(`${t.suggestion} `, link);
}
