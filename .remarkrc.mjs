// Checks the front matter of Markdown files against schemas/ in VS Code, with the extension unifiedjs.vscode-remark.
// The extension "YAML" does not read front matter: https://github.com/redhat-developer/vscode-yaml/issues/207.
import remarkFrontmatter from "remark-frontmatter";
import remarkLintFrontmatterSchema from "remark-lint-frontmatter-schema";

const schemas = {
  "./schemas/area.json": ["./docs/areas/!(index)*.md"],
  "./schemas/newsletter.json": ["./newsletters/*.md"],
  "./schemas/page.json": ["./docs/!(accessibility).md", "./docs/contribute/*.md", "./docs/{areas,principles}/index.md"],
  "./schemas/principle.json": ["./docs/principles/!(index)*.md"],
  "./schemas/publication.json": ["./publications/*.md"],
  "./schemas/statement.json": ["./docs/accessibility.md"],
  "./schemas/story.json": ["./stories/*.md"],
};

export default { plugins: [remarkFrontmatter, [remarkLintFrontmatterSchema, { schemas, ajvOptions: { strict: false } }]] };
