// Packs the extension: `npm run package` builds it small and writes masterplan-VERSION.vsix.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { deflate } from '@gfx/zopfli';
import { createVSIX } from '@vscode/vsce';
import { type Loader, transformSync } from 'esbuild';
import { strFromU8, strToU8, unzipSync, Zip, ZipPassThrough } from 'fflate';
import { buildProduct } from './build.mts';
import { root } from './setup.mjs';

/** Packs what was built into a file. */
export async function packExtension(file: string): Promise<void> {
  // All that the extension imports is in its bundles; links in README.md stay as they are, since no site serves them.
  const options = { cwd: root, dependencies: false, rewriteRelativeLinks: false, allowMissingRepository: true };
  await createVSIX({ ...options, packagePath: file });
  writeFileSync(file, await squeezed(readFileSync(file)));
}

/** A file that comes into an archive as it was compressed before. */
class Compressed extends ZipPassThrough {
  private readonly packed: Uint8Array<ArrayBuffer>;

  constructor(name: string, packed: Uint8Array<ArrayBuffer>) {
    super(name);
    this.packed = packed;
    this.compression = 8;
    // Whoever unpacks it on Linux or macOS may run it.
    this.os = 3;
    this.attrs = ((name.endsWith('/cli.js') ? 0o100755 : 0o100644) << 16) >>> 0;
  }

  protected override process(_text: Uint8Array, isLast: boolean): void {
    this.ondata(null, this.packed, isLast);
  }
}

/** The same archive in fewer bytes, for time that is spent once: everybody downloads it. */
async function squeezed(archive: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, given] of Object.entries(unzipSync(archive))) {
    const bytes = shortened(name, given);
    const file = new Compressed(name, /\.png$/.test(name) ? deflateRawSync(bytes) : await compressed(bytes));
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** A file without what only those need who read it in the repository. */
function shortened(name: string, bytes: Uint8Array): Uint8Array {
  if (name.endsWith('.json')) return compact(bytes, name === 'extension/package.json' ? forBuilders : none);
  const [, loader] = /^extension\/media\/.*\.(css|js)$/.exec(name) ?? [];
  if (loader === undefined) return bytes;
  return strToU8(transformSync(strFromU8(bytes), { loader: loader as Loader, minify: true, charset: 'utf8' }).code);
}

/** What package.json says to those who build the extension, which the editor has no use for: all code is in the bundles. */
const forBuilders = ['scripts', 'dependencies', 'devDependencies'];
const none: readonly string[] = [];

/** The same JSON without blanks that only people need, and without some of its keys. */
function compact(bytes: Uint8Array, without: readonly string[]): Uint8Array {
  const value = JSON.parse(strFromU8(bytes));
  for (const key of without) delete value[key];
  return strToU8(JSON.stringify(value));
}

const compressed = (bytes: Uint8Array) =>
  new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    deflate(bytes, {}, (error, packed) => (error ? reject(error) : resolve(new Uint8Array(packed))));
  });

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
