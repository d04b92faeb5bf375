// Replaces Pagefind: finds pages whose words begin with those of a query, as it does, in `globalThis.PAGES`. A page is
// an object with `url`, `text`, and perhaps `title`, `date`, `filters` and `wait`, what its data waits for.
const letters = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

export function createInstance(options) {
  createInstance.options = options;
  const pages = globalThis.PAGES;
  const all = pages.flatMap((page) => words(page));
  return {
    init: async () => {},
    filters: async () => counted(pages),
    search: async (query, { filters = {} } = {}) => {
      const wanted = query === null ? [] : asked(query, all);
      const isIn = (page) => query === null || isFound(page, query, wanted);
      const isLeft = (page) => Object.entries(filters).every(([name, value]) => page.filters?.[name]?.includes(value));
      const found = pages.filter((page) => isIn(page) && isLeft(page));
      return { results: found.map((page) => result(page, wanted)), filters: counted(found) };
    },
  };
}

const words = (page) => `${page.title ?? ""} ${page.text}`.split(/\s+/).map(letters).filter(Boolean);

// Where no page has a word that begins with one, Pagefind takes those that begin with a part of it.
function asked(query, all) {
  return query.split(/\s+/).map(letters).filter(Boolean).map((word) => {
    let part = word;
    while (part && !all.some((other) => other.startsWith(part))) part = part.slice(0, -1);
    return part;
  });
}

function isFound(page, query, wanted) {
  const own = words(page);
  if (/^".*"$/.test(query)) return ` ${own.join(" ")} `.includes(` ${query.split(/\s+/).map(letters).join(" ")} `);
  return wanted.length > 0 && wanted.every((word) => word && own.some((other) => other.startsWith(word)));
}

function result(page, wanted) {
  const content = `${page.title ?? "Title"} ${page.text}`;
  const isMarked = (word) => wanted.some((part) => part && letters(word).startsWith(part));
  const all = content.split(/\s+/);
  const excerpt = all.map((word) => (isMarked(word) ? `<mark>${word}</mark>` : word)).join(" ");
  const data = {
    url: page.url, raw_url: page.url, excerpt, plain_excerpt: content, raw_content: content, filters: page.filters ?? {},
    meta: { title: page.title ?? "Title", date: page.date, ...page.meta }, sub_results: page.sections ?? [],
    locations: all.flatMap((word, index) => (isMarked(word) ? [index] : [])),
  };
  const score = page.score ?? wanted.length / all.length;
  return { id: `en/${globalThis.PAGES.indexOf(page)}`, score, data: async () => { await page.wait; return data; } };
}

function counted(pages) {
  const counts = {};
  for (const page of pages) {
    for (const [name, values] of Object.entries(page.filters ?? {})) {
      counts[name] ??= {};
      for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
