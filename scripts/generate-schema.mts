// Writes schemas/masterplan.schema.json, the JSON Schema of the manifest, from the schemas and keys in src/core/template.
// `--check` writes nothing and fails where the file is not what would be written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The core is written without file extensions in its imports, which only a bundler follows.
const bundle = join(root, 'out', 'manifest-schema.cjs');
await esbuild.build({
  absWorkingDir: root,
  stdin: {
    contents: `export { manifestJsonSchema } from './src/core/template/json-schema';
      export { ruleCatalogue } from './src/core/rules/catalogue';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile: bundle,
});
const { manifestJsonSchema, ruleCatalogue } = createRequire(import.meta.url)(bundle);

const path = join('schemas', 'masterplan.schema.json');
const file = join(root, path);
const text = `${JSON.stringify(manifestJsonSchema(ruleCatalogue), undefined, 2)}\n`;
let there = '';
try {
  there = readFileSync(file, 'utf8');
} catch {
  // Not written yet.
}
if (there.replaceAll('\r\n', '\n') !== text) {
  if (process.argv.includes('--check')) {
    console.error(`Not in step with the keys of the manifest: ${path}. Run \`node scripts/generate-schema.mts\`.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${path} written`);
  }
}
