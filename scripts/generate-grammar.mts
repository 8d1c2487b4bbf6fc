// Writes the labels of fields into syntaxes/masterplan.fields.tmLanguage.json, from the field titles of the default
// template. `--check` writes nothing and fails where the file is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The core is written without file extensions in its imports, which only a bundler follows.
const bundle = join(root, 'out', 'presets.cjs');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['src/core/template/presets/presets.ts'],
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile: bundle,
});
const { defaultTemplate } = createRequire(import.meta.url)(bundle);

interface Field {
  readonly title: { readonly id: string; readonly en: string };
  readonly also: readonly string[];
}
const fields: readonly Field[] = [...defaultTemplate.fields, ...defaultTemplate.quickWinFields];
// Longer ones first: the first that fits is taken, and `Program` fits where `Program Renstra` stands.
const labels = [...new Set(fields.flatMap(({ title, also }) => [title.id, title.en, ...also]))]
  .filter((label) => /^\p{L}[\p{L}\p{N} /&-]+$/u.test(label))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((label) => label.replaceAll('-', '\\-'));

const path = join('syntaxes', 'masterplan.fields.tmLanguage.json');
const before = readFileSync(join(root, path), 'utf8');
const grammar: { readonly patterns: readonly { match: string }[] } = JSON.parse(before);
for (const pattern of grammar.patterns) {
  pattern.match = pattern.match.replace(/(?<=\(\(\?i:)[^()]+(?=\))/, () => labels.join('|'));
}
const after = `${JSON.stringify(grammar, undefined, 2)}\n`;
if (JSON.stringify(JSON.parse(before)) !== JSON.stringify(grammar)) {
  if (process.argv.includes('--check')) {
    console.error(`Not in step with the fields: ${path}. Run \`node scripts/run.mjs scripts/generate-grammar.mts\`.`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, path), after);
    console.log(`${path} written`);
  }
}
