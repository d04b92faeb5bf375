// Removes every field with an address (funding, licence) from the package-lock.json in this folder:
// npm installs by name, version and hash.
import { readFileSync, writeFileSync } from "node:fs";

const NAME = "package-lock.json";
const lock = JSON.parse(readFileSync(NAME, "utf8"));
for (const entry of Object.values(lock.packages)) {
  for (const [field, value] of Object.entries(entry)) {
    if (JSON.stringify(value).includes("://")) delete entry[field];
  }
}
writeFileSync(NAME, `${JSON.stringify(lock, null, 2)}\n`);
