// Turns MJML into HTML with the package's own settings: reads {mjml, warmUp, turns} from stdin, writes {seconds, html}.
import { readFileSync } from "node:fs";
import mjml2html from "mjml";

const { mjml, warmUp, turns } = JSON.parse(readFileSync(0, "utf8"));
const seconds = [];
let html = "";
for (let turn = 0; turn < warmUp + turns; turn += 1) {
  const begun = performance.now();
  const made = await mjml2html(mjml);
  if (turn >= warmUp) seconds.push((performance.now() - begun) / 1000);
  if (made.errors.length) throw new Error(made.errors.map((error) => error.formattedMessage).join("\n"));
  html = made.html;
}
process.stdout.write(JSON.stringify({ seconds, html }));
