// The other checkers: installs them beside the project's own packages, and calls each as its handbook says.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { currentNode, npm, root } from '../scripts/setup.mjs';

const here = join(root, 'bench', 'peers');
const installed = join(root, '.cache', 'bench', 'peers');
const modules = join(installed, 'node_modules');

/** Installs what bench/peers/package.json asks for, unless it is there already. */
export function installPeers(): void {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const before = join(installed, 'package-lock.json');
  if (existsSync(modules) && existsSync(before) && readFileSync(before, 'utf8') === lock) return;
  console.error('masterplan: installing the other checkers ...');
  mkdirSync(installed, { recursive: true });
  cpSync(here, installed, { recursive: true });
  cpSync(join(root, '.npmrc'), join(installed, '.npmrc'));
  npm(['ci', '--ignore-scripts'], { cwd: installed });
}

/** The version of a peer, as it is installed. */
export function versionOf(name: string): string {
  return String(JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version);
}

/** A module of a peer, for what is measured in this process. */
export function load<T>(name: string): T {
  return createRequire(join(installed, 'package.json'))(name) as T;
}

/** A program as it is started. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Exit statuses that mean: the work is done. */
  readonly fine: readonly number[];
}

/** The native program itself, without the small Node program around it that would cost it its start. */
export function rumdl(): Program {
  const { platform, arch } = process;
  const own = [`cli-${platform}-${arch}`, `cli-${platform}-${arch}-musl`].map((name) => join(modules, '@rumdl', name));
  const folder = own.find((candidate) => existsSync(candidate));
  if (folder === undefined) throw new Error(`rumdl has no package for ${platform}-${arch}`);
  const command = join(folder, platform === 'win32' ? 'rumdl.exe' : 'rumdl');
  // It keeps its results from run to run unless it is told not to.
  return { name: 'rumdl', command, args: ['check', '--no-cache', '.'], fine: [0, 1] };
}

/** The checkers written in JavaScript, each for a whole folder. */
export function scriptedPeers(): Program[] {
  const node = (name: string, script: string, args: readonly string[]): Program => ({
    name,
    command: currentNode(),
    args: [join(modules, script), ...args],
    fine: [0, 1],
  });
  return [
    node('markdownlint-cli2', 'markdownlint-cli2/markdownlint-cli2-bin.mjs', ['**/*.md']),
    node('remark-cli + frontmatter-schema', 'remark-cli/cli.js', ['.', '--quiet', '--frail']),
    node('@contextlint/cli', '@contextlint/cli/dist/index.js', []),
  ];
}

/** Writes what the peers want to find in the folder that they check. */
export function configurePeers(folder: string): void {
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(value, undefined, 2));
  write('.remarkrc.json', {
    plugins: [
      join(modules, 'remark-frontmatter/index.js'),
      [join(modules, 'remark-lint-frontmatter-schema/dist/index.js'), { schemas: { 'chapter.json': ['**/*.md'] } }],
    ],
  });
  write('chapter.json', {
    type: 'object',
    properties: {
      chapter: { type: 'string' },
      dimension: { type: 'string' },
      status: { enum: ['draft', 'review', 'final'] },
      owner: { type: 'string' },
    },
    required: ['chapter'],
  });
  const dimensions = '**/000[1-6].md';
  write('contextlint.config.json', {
    include: ['**/*.md'],
    rules: [
      { rule: 'ref001' },
      { rule: 'sec001', options: { sections: ['Analisis SWOT', 'Strategi', 'Quick Win'], files: dimensions } },
      { rule: 'tbl002', options: { columns: ['Kode', 'Program', 'OPD'], files: dimensions } },
    ],
  });
}

/** Runs a program in a folder to its end; its words go nowhere. */
export function runProgram({ name, command, args, fine }: Program, folder: string): void {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  if (error) throw error;
  if (status === null || !fine.includes(status)) throw new Error(`${name} ended with ${status}`);
}
