// Reads {chrome, flags, addresses, turns} and writes what Lighthouse finds at each address, turn by turn, as a phone.
import { readFileSync } from "node:fs";
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const { chrome, flags, addresses, turns } = JSON.parse(readFileSync(0, "utf8"));

function weighing(report) {
  const counting = Object.values(report.categories).flatMap((category) => category.auditRefs);
  const names = new Set(counting.filter((audit) => audit.weight > 0).map((audit) => audit.id));
  const isFault = (audit) => names.has(audit.id) && audit.score !== null && audit.score < 0.9;
  return Object.values(report.audits).filter(isFault).map((audit) => `${audit.id}: ${audit.title}`);
}

const found = addresses.map(() => []);
for (let turn = 0; turn < turns; turn += 1) {
  for (const [number, address] of addresses.entries()) {
    const browser = await chromeLauncher.launch({ chromePath: chrome, chromeFlags: flags, logLevel: "silent" });
    try {
      const { lhr } = await lighthouse(address, { port: browser.port, logLevel: "silent", onlyCategories: CATEGORIES });
      if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
      const scores = Object.entries(lhr.categories).map(([name, category]) => [name, category.score]);
      const metrics = METRICS.map((name) => [name, lhr.audits[name].numericValue]);
      found[number].push({
        scores: Object.fromEntries(scores),
        metrics: Object.fromEntries(metrics),
        faults: weighing(lhr),
        version: lhr.lighthouseVersion,
      });
    } finally {
      browser.kill();
    }
    process.stderr.write(".");
  }
}
process.stderr.write("\n");
process.stdout.write(JSON.stringify(found));
