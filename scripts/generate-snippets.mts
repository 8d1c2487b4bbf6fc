// Writes the snippet files from the skeletons in src/core/edits. `--check` writes nothing and fails where a file is
// not what would be written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The core is written without file extensions in its imports, which only a bundler follows.
const built = await esbuild.build({
  stdin: {
    contents: "export { snippetFiles } from './src/core/edits/skeleton-files';",
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const [bundle] = built.outputFiles;
if (bundle === undefined) throw new Error('Nothing was built');
const { snippetFiles } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);

const stale: string[] = [];
for (const [path, text] of Object.entries(snippetFiles() as Record<string, string>)) {
  const file = join(root, path);
  let there = '';
  try {
    there = readFileSync(file, 'utf8');
  } catch {
    // Not written yet.
  }
  if (there.replaceAll('\r\n', '\n') === text) continue;
  if (process.argv.includes('--check')) stale.push(path);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${path} written`);
  }
}
if (stale.length > 0) {
  console.error(`Not in step with the skeletons: ${stale.join(', ')}. Run \`node scripts/generate-snippets.mts\`.`);
  process.exitCode = 1;
}
