// Says which HTML and CSS mail programs support: reads {clients, pages} from stdin, writes each page's issues to stdout.
import { readFileSync } from "node:fs";
import { caniemail, rawData } from "caniemail";

const { clients, pages } = JSON.parse(readFileSync(0, "utf8"));
for (const client of clients) {
  for (const feature of rawData.data) keepNewest(feature.stats, client);
}
const found = Object.entries(pages).map(([name, html]) => [name, issues(html)]);
process.stdout.write(JSON.stringify(Object.fromEntries(found)));

function issues(html) {
  const { errors, warnings } = caniemail({ clients, html }).issues;
  return [...listed(errors, "unsupported"), ...listed(warnings, "partial")];
}

function listed(byClient, support) {
  return [...byClient].flatMap(([client, known]) =>
    known.map(({ title, notes }) => ({ feature: title, client, support, notes })),
  );
}

// Leaves of a feature's data for a client only its newest version. The package takes the one that comes last in the
// alphabet instead, which for Outlook on the Mac is 2016's. It fails where a client is missing, and counts what nobody
// has tried yet as half supported: both count as supported here.
function keepNewest(stats, client) {
  const [family, platform] = client.split(".");
  const versions = stats[family]?.[platform] ?? {};
  const newest = Object.keys(versions).sort((one, other) => compare(one, other, client)).at(-1);
  const known = newest !== undefined && !versions[newest].startsWith("u");
  stats[family] = { ...stats[family], [platform]: known ? { [newest]: versions[newest] } : { none: "y" } };
}

// Numbers, part by part. A date is later than any version, except on the Mac: Outlook's versions came after its years.
function compare(one, other, client) {
  const age = (version) => (isDate(version) === (client === "outlook.macos") ? 0 : 1);
  return age(one) - age(other) || one.localeCompare(other, "en", { numeric: true });
}

function isDate(version) {
  return /^(19|20)\d\d\b/.test(version);
}
