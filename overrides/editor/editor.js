// Starts the browser editor: registers how files are read and written, and hands the page to Sveltia CMS.
import { format } from "./front-matter.js";
import { keepFocus } from "./kept-focus.js";
import { pasteLists } from "./word-lists.js";
import * as yaml from "./yaml.js";

const note = (name, isShown) => { document.querySelector(`[data-${name}]`).hidden = !isShown; };

/** The address of something on this site, also where a preview of it has another one. */
const below = (path) => new URL(`../${path}`, import.meta.url).href;

async function readJson(name) {
  const answer = await fetch(new URL(name, import.meta.url), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function start() {
  const [{ default: CMS }, config, formats] = await Promise.all([
    import("./cms/npm/index.js"), readJson("config.json"), readJson("formats.json"),
  ]);
  for (const [name, rules] of Object.entries(formats)) CMS.registerCustomFormat(name, "md", format(rules, yaml));
  const logo = { src: below("assets/favicon.svg"), show_in_header: false };
  await CMS.init({ config: { ...config, logo, logout_redirect_url: below(""), load_config_file: false } });
}

keepFocus(window);
pasteLists(window);
note("loading", true);
start().catch((error) => {
  note("loading", false);
  note("failed", true);
  console.error(error);
});
