// Packs the extension: `npm run package` builds it small and writes masterplan-VERSION.vsix.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';
import { buildProduct } from './build.mts';
import { root } from './setup.mjs';

/** Packs what was built into a file. */
export async function packExtension(file: string): Promise<void> {
  // All that the extension imports is in its bundles; links in README.md stay as they are, since no site serves them.
  const options = { cwd: root, dependencies: false, rewriteRelativeLinks: false, allowMissingRepository: true };
  await createVSIX({ ...options, packagePath: file });
}

/** As `packExtension`, without the list of files that the packer prints. */
export async function packQuietly(file: string): Promise<void> {
  const { log } = console;
  console.log = () => {};
  try {
    await packExtension(file);
  } finally {
    console.log = log;
  }
}

/** The bytes of a packed extension without its pictures. */
export function sizeWithoutPictures(file: string): number {
  let pictures = 0;
  const bytes = readFileSync(file);
  unzipSync(bytes, {
    filter: ({ name, size }) => {
      if (/\.(?:png|svg)$/.test(name)) pictures += size;
      return false;
    },
  });
  return bytes.length - pictures;
}

if (import.meta.main) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await buildProduct(true);
  await packExtension(resolve(root, process.argv[2] ?? `${name}-${version}.vsix`));
}
