// Packs the extension: `npm run package` builds it small and writes masterplan-VERSION.vsix.
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { buildProduct } from './build.mts';
import { root } from './setup.mjs';

/** Builds and packs into a file; prints what is in it. */
export async function packExtension(file: string): Promise<void> {
  await buildProduct(true);
  // All that the extension imports is in its bundles; links in README.md stay as they are, since no site serves them.
  const options = { cwd: root, dependencies: false };
  await createVSIX({ ...options, packagePath: file, rewriteRelativeLinks: false, allowMissingRepository: true });
  const files = await listFiles(options);
  const kilobytes = statSync(file).size / 1024;
  console.log(`${relative(process.cwd(), file)}: ${files.length} files, ${kilobytes.toFixed(0)} KB`);
}

if (import.meta.main) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await packExtension(resolve(root, process.argv[2] ?? `${name}-${version}.vsix`));
}
