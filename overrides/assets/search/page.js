/* The page of the search: its address says what is asked, so that it can be linked to and come back to. */

import { find } from "./engine.js";
import { element, resultItem } from "./results.js";
import { sentence, words } from "./words.js";

const PAGE = 10;
const FILTERS = ["kind", "area", "principle", "year"];
const PAUSE = 250; /* milliseconds */

const finder = document.getElementById("finder");
const title = document.title;
const form = finder.querySelector("form");
const choices = form.querySelector("details");
const used = choices.querySelector(".nw-finder__used");
const status = finder.querySelector("[role='status']");
const suggestion = finder.querySelector(".nw-search__meant");
const list = finder.querySelector(".nw-results");
const pages = finder.querySelector(".nw-finder__pages");
const browse = finder.querySelector(".nw-finder__browse");
const others = finder.querySelectorAll("[data-other-language]");
let asked = "";
let isTyping = false; /* the browser's newest step is of words that are still being typed */
let pause;

form.hidden = false;
choices.open = matchMedia("(min-width: 45em)").matches;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(wanted(), { isTyped: isTyping });
  isTyping = false;
});
form.addEventListener("focusout", () => { isTyping = false; });
form.addEventListener("change", (event) => { if (event.target.matches("select")) go(wanted()); });
form.addEventListener("input", (event) => {
  clearTimeout(pause);
  if (event.target.matches("input")) pause = setTimeout(() => go(wanted(), { isTyped: true }), PAUSE);
});
addEventListener("popstate", read);
read();

/* What the form asks for, as an address's query. */
function wanted() {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) given.set(name, value);
  return given;
}

/* A step of the browser's history for each question, but one for all letters of a word that is being typed. */
function go(given, { isTyped = false } = {}) {
  clearTimeout(pause);
  const isStep = String(given) !== String(new URLSearchParams(location.search));
  const target = `${location.pathname}?${given}`.replace(/\?$/, "");
  if (isStep) history[isTyped && isTyping ? "replaceState" : "pushState"](null, "", target);
  isTyping = isTyped && (isTyping || isStep);
  return show(given);
}

function read() {
  clearTimeout(pause);
  isTyping = false;
  const given = new URLSearchParams(location.search);
  form.elements.q.value = given.get("q") ?? "";
  show(given);
}

async function show(given) {
  const mine = asked = given.toString();
  const query = given.get("q") ?? "";
  document.title = query.trim() ? `${query.trim()} · ${title}` : title;
  try {
    const said = await words();
    const chosen = Object.fromEntries(FILTERS.map((name) => [name, given.get(name) ?? ""]));
    const asking = { filters: chosen, order: given.get("order") ?? "", withCounts: true };
    const { results, total, counts, instead, meant, alike } = await find(query, asking);
    const last = Math.max(1, Math.ceil(results.length / PAGE));
    const number = Math.min(last, Math.max(1, Math.trunc(Number(given.get("page"))) || 1));
    const shown = await Promise.all(results.slice((number - 1) * PAGE, number * PAGE).map((result) => result.data()));
    if (asked !== mine) return;
    form.elements.order.value = given.get("order") === "date" ? "date" : "";
    for (const name of FILTERS) fill(form.elements[name], chosen[name], counts[name] ?? {}, said.values[name] ?? {});
    const inUse = [...choices.querySelectorAll("select")].filter((select) => select.value).length;
    used.textContent = inUse ? said.used.replace("{number}", inUse) : "";
    list.replaceChildren(...shown.map((page) => resultItem(page, said.values.kind, { withSections: true, withPicture: true })));
    list.start = (number - 1) * PAGE + 1;
    list.hidden = !shown.length;
    status.textContent = [
      results.length || !total ? sentence(query, results.length, { instead, alike }, said) : said.filtered,
      last > 1 ? said.page.replace("{number}", number).replace("{count}", last) : "",
    ].filter(Boolean).join(" · ");
    turn(given, number, last, said);
    suggest(meant, given, said);
    browse.hidden = Boolean(shown.length);
    for (const link of others) link.search = query ? new URLSearchParams({ q: query }) : "";
  } catch (error) {
    if (asked !== mine) return;
    status.textContent = status.dataset.unavailable;
    browse.hidden = false;
    console.warn(error);
  }
}

/* The choices of a filter, each with how many results it would leave. */
function fill(select, chosen, counts, names) {
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

function turn(given, number, last, said) {
  const link = (to, text, rel) => {
    const target = new URLSearchParams(given);
    target.set("page", to);
    const anchor = element("a", "nw-button nw-button--quiet", text);
    anchor.href = `?${target}`;
    anchor.rel = rel;
    anchor.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await go(target);
      list.focus({ preventScroll: true });
      finder.scrollIntoView();
    });
    return anchor;
  };
  pages.replaceChildren();
  if (number > 1) pages.append(link(number - 1, said.previous, "prev"));
  if (number < last) pages.append(link(number + 1, said.next, "next"));
  pages.hidden = !pages.childElementCount;
}

function suggest(better, given, said) {
  suggestion.hidden = better === null;
  if (better === null) return;
  const target = new URLSearchParams(given);
  target.set("q", better);
  target.delete("page");
  const link = element("a", "", better);
  link.href = `?${target}`;
  suggestion.replaceChildren(`${said.meant} `, link);
}
