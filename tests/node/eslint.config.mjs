// The linter's rules for all JavaScript of the repository: `make lint` runs it.
import js from "@eslint/js";
import globals from "globals";

const RULES = {
  ...js.configs.recommended.rules,
  "eqeqeq": "error",
  "no-var": "error",
  "prefer-const": "error",
  "no-implicit-globals": "error",
  "no-shadow": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
  // What readers typed and what pages say becomes text, never HTML.
  "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property }))],
};

export default [
  { ignores: ["overrides/assets/site.js", "**/node_modules/"] }, // the first is a template that includes overrides/scripts/
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["overrides/**/*.js"], rules: RULES, languageOptions: { globals: globals.browser, sourceType: "script" } },
  { files: ["overrides/assets/search/*.js", "overrides/editor/*.js"], languageOptions: { sourceType: "module" } },
  { files: ["**/*.mjs"], rules: { ...RULES, "no-restricted-properties": "off" }, languageOptions: { globals: globals.node } },
];
