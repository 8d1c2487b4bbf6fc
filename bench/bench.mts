// `npm run bench`: how fast we are beside other checkers, all in one run and in turn, so that only the ratios count.
// `-- --only NAME` measures one part (terminal, edits, growth, slices, sizes, activation, hostile), `-- --rounds N` more or fewer rounds, `-- --write` puts the tables
// into docs/performance.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { buildInto, buildProduct } from '../scripts/build.mts';
import { packQuietly, sizeWithoutPictures } from '../scripts/package.mts';
import { currentNode, root } from '../scripts/setup.mjs';
import { activationTimes } from './activation.mts';
import { type CorpusFile, corpus, Dice, longChapter, masterplan } from './corpus.mts';
import { type HostileText, hostileTexts } from './hostile.mts';
import { type FirstReading, readInEditor } from './in-editor.mts';
import { editedBy } from './in-process.mts';
import { keystroke } from './keystroke.mts';
import { collectMemory, race, type Timing, timingOf } from './measure.mts';
import { configurePeers, installPeers, type Program, rumdl, runProgram, scriptedPeers, versionOf } from './peers.mts';

type Core = typeof import('./core.ts');

const out = join(root, '.cache', 'bench');
const chapterLength = 12_000;

const { values: given } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string' }, write: { type: 'boolean' } },
});
const rounds = Number(given.rounds ?? 9);
const wants = (part: string) => given.only === undefined || given.only === part;
const page: string[] = [];

function say(line: string): void {
  console.log(line);
  page.push(line);
}

function milliseconds(time: number): string {
  return time < 10 ? `${time.toFixed(2)} ms` : time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`;
}

/** A target beside what came of it. */
function verdict(met: boolean): string {
  return met ? 'met' : 'missed';
}

async function buildCore(): Promise<Core> {
  const outfile = join(out, 'core.cjs');
  await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node20',
    entryPoints: ['bench/core.ts'],
    outfile,
  });
  return ((await import(pathToFileURL(outfile).href)) as { default: Core }).default;
}

function ours(): Program {
  return { name: 'masterplan', command: currentNode(), args: [join(out, 'dist', 'cli.js'), 'check'], fine: [0, 1] };
}

function writeCorpus(name: string, files: readonly CorpusFile[]): string {
  const folder = join(out, 'corpora', name);
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const find = (timings: readonly Timing[], name: string) => timings.find((timing) => timing.name === name) as Timing;

async function terminal(): Promise<void> {
  const corpora = [
    ['1,000 chapters in 50 masterplans', corpus(1, 50, { chapters: 20, length: chapterLength })],
    ['1,000 chapters in one masterplan', masterplan(1, { chapters: 1000, length: chapterLength })],
  ] as const;
  say('| terminal, whole process, cold | median | best | median / ours |');
  say('|---|---:|---:|---:|');
  for (const [at, [title, files]] of corpora.entries()) {
    const folder = writeCorpus(`terminal-${at + 1}`, files);
    configurePeers(folder);
    const fast = [ours(), rumdl()];
    const slow = scriptedPeers();
    const timings = await race(
      [
        ...fast.map((program) => ({ name: program.name, run: () => runProgram(program, folder) })),
        ...slow.map((program) => ({ name: program.name, run: () => runProgram(program, folder), every: 4 })),
      ],
      rounds,
    );
    const own = find(timings, 'masterplan');
    say(`| **${title}** | | | |`);
    for (const { name, median, best } of timings) {
      const ratio = (median / own.median).toFixed(2);
      say(`| ${name} | ${milliseconds(median)} | ${milliseconds(best)} | ${ratio} |`);
    }
    const native = find(timings, 'rumdl').median / own.median;
    say(`| target: not slower than rumdl | | | ${native.toFixed(2)} ≥ 1: ${verdict(native >= 1)} |`);
    const scripted = Math.min(...slow.map(({ name }) => find(timings, name).median)) / own.median;
    const met = verdict(scripted >= 15);
    say(`| target: 15 × as fast as the fastest in JavaScript | | | ${scripted.toFixed(1)} ≥ 15: ${met} |`);
  }
  say('');
}

const uriOf = (path: string) => `file:///book/${path}`;

/** A book in which the first chapter is typed in: what one keystroke costs, problems of the whole book included. */
class Desk {
  readonly settings;
  book;
  private readonly dice = new Dice(7);

  private readonly core: Core;
  private readonly text: string;

  constructor(core: Core, files: readonly CorpusFile[], text: string) {
    this.core = core;
    this.text = text;
    const [manifest, ...chapters] = files as [CorpusFile, ...CorpusFile[]];
    const reading = core.readManifest(manifest.text, uriOf(manifest.path));
    this.settings = core.resolveSettings(reading);
    const read = chapters.map(({ path, text: own }, at) =>
      core.readChapter(uriOf(path), at === 0 ? text : own, this.settings),
    );
    this.book = core.makeBook(reading, this.settings, read);
    core.checkBook(this.book);
  }

  next(): string {
    return keystroke(this.text, this.dice);
  }

  type(text = this.next()): number {
    const before = this.book;
    const start = performance.now();
    this.book = this.core.withChapter(before, this.core.readChapter(uriOf('0001.md'), text, this.settings));
    this.core.checkBook(this.book);
    return performance.now() - start;
  }
}

/** So many that what takes longest in a hundred is told from several hundreds. */
const keysInTurn = 100;

async function edits(core: Core): Promise<void> {
  const files = masterplan(3, { chapters: 100, length: chapterLength });
  const text = longChapter(3, 50_000, 240).text;
  const desk = new Desk(core, files, text);
  const others = new Map(files.slice(2).map((file) => [file.path, file.text]));
  const peers = editedBy(() => desk.next(), others);
  const own: number[] = [];
  for (let warm = 0; warm < 100; warm++) desk.type();
  const timings = await race(
    [
      {
        name: 'masterplan',
        run: () => {
          for (let key = 0; key < keysInTurn; key++) own.push(desk.type());
        },
      },
      ...peers,
    ],
    Math.max(rounds, 5),
    collectMemory,
  );
  const keys = timingOf('masterplan', own);
  say(
    `| one keystroke in a chapter of ${Math.round(text.length / 1000)} KB with 240 programmes, in a book of 100 chapters | median | best | 99 of 100 | median / ours |`,
  );
  say('|---|---:|---:|---:|---:|');
  say(
    `| masterplan: problems of the whole book | ${milliseconds(keys.median)} | ${milliseconds(keys.best)} | ${milliseconds(keys.p99)} | 1 |`,
  );
  for (const { name, median, best } of timings.slice(1)) {
    const ratio = (median / keys.median).toFixed(1);
    say(`| ${name}: problems of the one file | ${milliseconds(median)} | ${milliseconds(best)} | | ${ratio} |`);
  }
  const ratio = find(timings, 'markdownlint').median / keys.median;
  say(
    `| target: median 3 ms, 99 of 100 within 10 ms | ${verdict(keys.median <= 3)} | | ${verdict(keys.p99 <= 10)} | |`,
  );
  say(`| target: 50 × as fast as markdownlint | | | | ${ratio.toFixed(1)} ≥ 50: ${verdict(ratio >= 50)} |`);
  say('');
}

async function growth(core: Core): Promise<void> {
  const sizes = [
    [12_000, 9],
    [25_000, 90],
    [50_000, 210],
    [100_000, 450],
    [200_000, 900],
    [1_000_000, 4_500],
  ] as const;
  const chapters = masterplan(3, { chapters: 20, length: chapterLength });
  say('| one keystroke in a book of 20 chapters | median | 99 of 100 | per 10 KB |');
  say('|---|---:|---:|---:|');
  for (const [length, programmes] of sizes) {
    const { text } = longChapter(3, length, programmes);
    const desk = new Desk(core, chapters, text);
    const count = Math.max(20, Math.round(10_000_000 / text.length));
    for (let warm = 0; warm < count / 2; warm++) desk.type();
    const { median, p99 } = timingOf(
      '',
      Array.from({ length: count }, () => desk.type()),
    );
    const share = milliseconds((median / text.length) * 10_000);
    say(
      `| chapter of ${Math.round(text.length / 1000)} KB | ${milliseconds(median)} | ${milliseconds(p99)} | ${share} |`,
    );
  }
  say('');
  say('| one keystroke in a chapter of 50 KB | median | 99 of 100 |');
  say('|---|---:|---:|');
  const { text } = longChapter(3, 50_000, 210);
  for (const count of [1, 10, 100, 1000]) {
    const desk = new Desk(core, masterplan(3, { chapters: count, length: chapterLength }), text);
    for (let warm = 0; warm < 100; warm++) desk.type();
    const { median, p99 } = timingOf(
      '',
      Array.from({ length: 200 }, () => desk.type()),
    );
    say(`| book of ${count} chapters | ${milliseconds(median)} | ${milliseconds(p99)} |`);
  }
  say('');
}

/** How a large masterplan is first read in the editor: see test/vscode/slices. */
async function slices(): Promise<void> {
  const starts = await readInEditor(
    masterplan(1, { chapters: 1000, length: chapterLength }),
    Math.min(5, Math.max(3, rounds)),
    out,
  );
  const row = (what: string, pick: (start: FirstReading) => number, target = '') => {
    const { median, best } = timingOf(what, starts.map(pick));
    say(`| ${what} | ${milliseconds(median)} | ${milliseconds(best)} | ${target} |`);
    return median;
  };
  const longest = timingOf(
    '',
    starts.map((start) => start.longest),
  ).median;
  say(`| first reading of 1,000 chapters in the editor, ${starts.length} starts | median | best | target |`);
  say('|---|---:|---:|---:|');
  row(
    'longest piece of work on the thread of the extensions',
    ({ longest }) => longest,
    `16 ms: ${verdict(longest <= 16)}`,
  );
  row('the longest but one', ({ second }) => second);
  row('longest pause of the collector of memory', ({ pause }) => pause);
  row('longest piece of work while forty letters are typed in it', ({ typing }) => typing);
  row('all files read and checked, all problems shown', ({ whole }) => whole);
  say('');
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

async function sizes(): Promise<void> {
  const sizeOf = (...names: string[]) =>
    names.reduce((sum, name) => sum + statSync(join(out, 'dist', `${name}.js`)).size, 0);
  say('| size | is | target |');
  say('|---|---:|---:|');
  const main = sizeOf('extension', 'session', 'engine', 'rolldown-runtime');
  say(
    `| what starts a session: the entry, the session, the engine | ${kilobytes(main)} | 300 KB: ${verdict(main <= 300 * 1024)} |`,
  );
  say(`| of it, what a window without a masterplan loads | ${kilobytes(sizeOf('extension'))} | |`);
  say(
    `| all other features, loaded while the first files are looked for | ${kilobytes(sizeOf('features', 'views'))} | |`,
  );
  say(`| fixes and suggestions, loaded with the first of them | ${kilobytes(sizeOf('edits'))} | |`);
  say(`| all of Markdown and YAML, loaded for unusual texts | ${kilobytes(sizeOf('markdown', 'yaml'))} | |`);
  say(`| the finished books, loaded when somebody exports | ${kilobytes(sizeOf('export'))} | |`);
  say(`| command line, besides the engine | ${kilobytes(sizeOf('cli', 'commands', 'views', 'printing'))} | |`);
  const vsix = sizeWithoutPictures(await packed());
  say(`| .vsix without its pictures | ${kilobytes(vsix)} | 500 KB: ${verdict(vsix <= 500 * 1024)} |`);
  const heap = heapOf(1000);
  say(`| heap that a book of 1,000 chapters takes | ${heap.toFixed(0)} MB | 60 MB: ${verdict(heap <= 60)} |`);
  say('');
}

/** The extension as it ships. */
async function packed(): Promise<string> {
  const file = join(out, 'masterplan.vsix');
  await buildProduct(true);
  await packQuietly(file);
  return file;
}

async function activation(): Promise<void> {
  const windows = [
    { title: 'with a masterplan', folder: 'examples/kabupaten-contoh', file: '02-smart-governance.md', target: 30 },
    { title: 'with plain Markdown', folder: 'test/vscode/plain-workspace', file: 'catatan.md', target: 3 },
  ];
  const times = await activationTimes(await packed(), windows, rounds);
  say(
    '| activation, as the extension host reports it | median | best | an empty extension in the same window, median | best | target |',
  );
  say('|---|---:|---:|---:|---:|---:|');
  for (const [at, { title, target }] of windows.entries()) {
    const started = times[at] ?? [];
    const ours = timingOf(
      title,
      started.map((one) => one.ours),
    );
    const empty = timingOf(
      title,
      started.map((one) => one.empty),
    );
    const met = verdict(ours.median <= target);
    say(
      `| in a window ${title} | ${ours.median} ms | ${ours.best} ms | ${empty.median} ms | ${empty.best} ms | ${target} ms: ${met} |`,
    );
  }
  say('');
}

/** Megabytes that a book of so many chapters keeps in memory once it is read and checked, told by a process of its own. */
function heapOf(chapters: number): number {
  const script = join(out, 'heap.mjs');
  const file = (path: string) => JSON.stringify(pathToFileURL(path).href);
  writeFileSync(
    script,
    `import { masterplan } from ${file(join(root, 'bench', 'corpus.mts'))};
import core from ${file(join(out, 'core.cjs'))};
const { makeBook, readChapter, checkBook, readManifest, resolveSettings } = core;
const bytes = (text) => Buffer.from(text);
const files = masterplan(1, { chapters: ${chapters}, length: ${chapterLength} }).map(({ path, text }) => ({ path, bytes: bytes(text) }));
const uri = (path) => 'file:///book/' + path;
const warm = readManifest(files[0].bytes.toString(), uri('masterplan.yaml'));
checkBook(makeBook(warm, resolveSettings(warm), [readChapter(uri('0001.md'), files[1].bytes.toString(), resolveSettings(warm))]));
global.gc();
const before = process.memoryUsage().heapUsed;
const manifest = readManifest(files[0].bytes.toString(), uri('masterplan.yaml'));
const settings = resolveSettings(manifest);
const book = makeBook(manifest, settings, files.slice(1).map(({ path, bytes }) => readChapter(uri(path), bytes.toString(), settings)));
const problems = checkBook(book);
global.gc();
console.log(process.memoryUsage().heapUsed - before, book.chapters.length, problems.size);
`,
  );
  const { stdout, stderr } = spawnSync(currentNode(), ['--expose-gc', script], { encoding: 'utf8' });
  const bytes = Number(stdout.split(' ')[0]);
  if (!(bytes > 0)) throw new Error(stderr);
  return bytes / 1024 / 1024;
}

/** What hostile texts cost with every key that is pressed in them: at their end, and where all that they say moves. */
async function hostile(core: Core): Promise<void> {
  const reading = core.readManifest('', uriOf('masterplan.yaml'));
  const settings = core.resolveSettings(reading);
  const check = (text: string, isManifest: boolean | undefined) => {
    if (isManifest) {
      const manifest = core.readManifest(text, uriOf('masterplan.yaml'));
      return core.checkBook(core.makeBook(manifest, core.resolveSettings(manifest), []));
    }
    const chapter = core.readChapter(uriOf('0001.md'), text, settings);
    return core.checkBook(core.makeBook(reading, settings, [chapter]));
  };
  let problems: { readonly rule: string; readonly message: string }[] = [];
  const timed = ({ text, isManifest }: HostileText, at: number, key: string) => {
    const times: number[] = [];
    for (let count = 0; count < Math.max(rounds, 5); count++) {
      const typed = text.slice(0, at) + key.repeat(count) + text.slice(at);
      const start = performance.now();
      problems = [...check(typed, isManifest).values()].flat();
      times.push(performance.now() - start);
    }
    return timingOf('', times).median;
  };
  say('| text | size | problems | read in full | key at the end | key at the start | target 100 ms |');
  say('|---|---:|---:|---|---:|---:|---|');
  for (const each of hostileTexts()) {
    const { text } = each;
    const atStart = timed(each, startOf(each), each.isManifest ? '#' : 'x');
    const atEnd = timed(each, text.length, ' ');
    const size = text.length < 10_000 ? `${text.length} B` : `${Math.round(text.length / 1000)} KB`;
    const whole = problems.some(core.tellsOfPartlyRead) ? 'no, and says so' : 'yes';
    const count = problems.length.toLocaleString('en');
    const name = each.name.replaceAll('|', '\\|');
    const met = verdict(Math.max(atEnd, atStart) <= 100);
    say(`| ${name} | ${size} | ${count} | ${whole} | ${milliseconds(atEnd)} | ${milliseconds(atStart)} | ${met} |`);
  }
  say('');
}

/** Where the text of a chapter begins, past its frontmatter and title; what stands in front would make another one of it. */
function startOf({ text, isManifest }: HostileText): number {
  const title = isManifest ? -1 : text.indexOf('\n# ');
  return title < 0 ? 0 : text.indexOf('\n', title + 1) + 1;
}

function machine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const cores = `${availableParallelism()} × ${cpu?.model.trim() ?? 'unknown processor'}`;
  return `${cores}, ${memory}, ${platform()}, Node ${process.version}`;
}

const parts = {
  terminal,
  edits: () => edits(core),
  growth: () => growth(core),
  slices,
  sizes,
  activation,
  hostile: () => hostile(core),
} as const;

const withoutPeers = ['slices', 'sizes', 'activation'];
if (!withoutPeers.includes(given.only ?? '')) installPeers();
const core = await buildCore();
// Beside what others may be using.
if (wants('terminal') || wants('sizes')) await buildInto(join(out, 'dist'), true);
const versions = [
  'rumdl',
  'markdownlint-cli2',
  'markdownlint',
  'remark-cli',
  'remark-lint-frontmatter-schema',
  '@contextlint/cli',
  'vscode-markdown-languageservice',
];
say(`Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}.`);
if (!withoutPeers.includes(given.only ?? ''))
  say(`Others: ${versions.map((name) => `${name} ${versionOf(name)}`).join(', ')}.`);
say('');
const head = page.splice(0);
for (const [name, measure] of Object.entries(parts)) {
  if (!wants(name)) continue;
  await measure();
  if (given.write) write(name === 'hostile' ? 'hostile.md' : 'performance.md', name, page);
  page.splice(0);
}

/**
 * Puts the tables of a part on a page of the handbook, in their own place between its marks. A part that was measured
 * alone says when; else that stands above all.
 */
function write(page: string, part: string, lines: readonly string[]): void {
  const file = join(root, 'docs', page);
  const before = readFileSync(file, 'utf8');
  const [begin, end] = ['<!-- measured:begin -->', '<!-- measured:end -->'];
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${page} has no place for the tables`);
  const mark = (name: string) => `<!-- ${name} -->`;
  const area = before.slice(from + begin.length, to);
  const places = [...area.matchAll(/^<!-- (\S+) -->$/gm)];
  const kept = new Map<string, string>([['', area.slice(0, places[0]?.index).trim()]]);
  for (const [at, place] of places.entries()) {
    kept.set(place[1] as string, area.slice(place.index + place[0].length, places[at + 1]?.index).trim());
  }
  const said = page === 'hostile.md' ? head.slice(0, 1) : head;
  if (given.only === undefined) kept.set('', said.join('\n').trim());
  kept.set(part, [...(given.only === undefined ? [] : [...said, '']), ...lines].join('\n').trim());
  const order = ['', ...Object.keys(parts)];
  const text = order.flatMap((name) => {
    const tables = kept.get(name);
    if (tables === undefined || tables === '') return [];
    return name === '' ? [tables] : [`${mark(name)}\n\n${tables}`];
  });
  writeFileSync(file, `${before.slice(0, from + begin.length)}\n\n${text.join('\n\n')}\n\n${before.slice(to)}`);
}
