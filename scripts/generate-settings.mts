// Writes the setting `masterplan.rules` into package.json and its texts into package.nls*.json, from the catalogue of
// rules. `--check` writes nothing and fails where a file is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The core is written without file extensions in its imports, which only a bundler follows.
const bundle = join(root, 'out', 'rule-catalogue.cjs');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['src/core/rules/catalogue.ts'],
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile: bundle,
});
const { ruleCatalogue } = createRequire(import.meta.url)(bundle);

interface Rule {
  readonly id: string;
  readonly severity: string;
  readonly title: { readonly id: string; readonly en: string };
}
const rules: readonly Rule[] = ruleCatalogue;

type Json = Record<string, unknown>;
const stale: string[] = [];

/** Changes one JSON file, keeping the order of its keys. */
function change(path: string, edit: (content: Json) => Json): void {
  const file = join(root, path);
  const before = readFileSync(file, 'utf8');
  const after = `${JSON.stringify(edit(JSON.parse(before)), undefined, 2)}\n`;
  const isSame = JSON.stringify(JSON.parse(before)) === JSON.stringify(JSON.parse(after));
  if (isSame) return;
  if (process.argv.includes('--check')) stale.push(path);
  else writeFileSync(file, after);
}

change('package.json', (manifest) => {
  const contributes = manifest.contributes as { configuration: { properties: Record<string, Json> } };
  const setting = contributes.configuration.properties['masterplan.rules'];
  if (setting === undefined) throw new Error('package.json has no setting masterplan.rules');
  setting.properties = Object.fromEntries(
    rules.map(({ id, severity }) => [
      id,
      {
        type: 'string',
        enum: ['off', 'hint', 'info', 'warning', 'error'],
        default: severity,
        description: `%rule.${id}%`,
      },
    ]),
  );
  return manifest;
});

for (const [path, language] of [
  ['package.nls.json', 'en'],
  ['package.nls.id.json', 'id'],
] as const) {
  change(path, (texts) => {
    const own = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'));
    return Object.fromEntries([...own, ...rules.map(({ id, title }) => [`rule.${id}`, title[language]])]);
  });
}

if (stale.length > 0) {
  console.error(`Not in step with the rules: ${stale.join(', ')}. Run \`node scripts/generate-settings.mts\`.`);
  process.exitCode = 1;
}
