// Checks the front matter of Markdown files against schemas/ in VS Code, with the extension unifiedjs.vscode-remark.
// The extension "YAML" does not read front matter: https://github.com/redhat-developer/vscode-yaml/issues/207.
import remarkFrontmatter from "remark-frontmatter";
import remarkLintFrontmatterSchema from "remark-lint-frontmatter-schema";

const schemas = {
  "./schemas/area.json": ["./docs/areas/!(index*|*.easy).md"],
  "./schemas/easy.json": ["./**/*.easy.md"],
  "./schemas/newsletter.json": ["./newsletters/!(*.easy).md"],
  "./schemas/page.json": ["./docs/!(accessibility|*.easy).md", "./docs/contribute/!(*.easy).md", "./docs/{areas,principles}/index.md"],
  "./schemas/principle.json": ["./docs/principles/!(index*|*.easy).md"],
  "./schemas/publication.json": ["./publications/!(*.easy).md"],
  "./schemas/statement.json": ["./docs/accessibility.md"],
  "./schemas/story.json": ["./stories/!(*.easy).md"],
};

export default { plugins: [remarkFrontmatter, [remarkLintFrontmatterSchema, { schemas, ajvOptions: { strict: false } }]] };
