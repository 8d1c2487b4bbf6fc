/** Texts that were made to hurt are read about as fast as ordinary ones, and what is not read in full is said. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tellsOfPartlyRead } from '../../bench/core';
import { type HostileText, hostileTexts } from '../../bench/hostile.mts';
import { makeBook } from '../../src/core/book/book';
import { readChapter } from '../../src/core/chapter/read';
import { alignTable } from '../../src/core/edits/table-rows';
import { ruleIds } from '../../src/core/rules/catalogue';
import { checkBook } from '../../src/core/rules/check';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import { leastTimes } from './growth';

const uri = 'file:///book/01.md';
const manifestUri = 'file:///book/masterplan.yaml';
const empty = readManifest('', manifestUri, { rules: ruleIds });
const settings = resolveSettings(empty);

function checked({ text, isManifest }: HostileText) {
  if (isManifest) {
    const manifest = readManifest(text, manifestUri, { rules: ruleIds });
    return checkBook(makeBook(manifest, resolveSettings(manifest), [])).get(manifestUri) ?? [];
  }
  return checkBook(makeBook(empty, settings, [readChapter(uri, text, settings)])).get(uri) ?? [];
}

const [ordinary, ...hostile] = hostileTexts() as [HostileText, ...HostileText[]];
/** Much of it is the writing of problems; what grows with the square of a text takes a thousand times as long. */
const patience = 30;

const page = readFileSync(join(import.meta.dirname, '../../docs/hostile.md'), 'utf8');

/** What the handbook says of a text. */
function toldByPage(name: string): string | undefined {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name.replaceAll('|', '\\|')} | `));
  return row?.split(' | ')[3];
}

/** Checks a text that is another one each time, so that nothing is remembered. */
function typing(text: HostileText): () => void {
  let times = 0;
  return () => checked({ ...text, text: `${text.text}${' '.repeat(times++)}` });
}

/** What is beyond the limits of format 4. */
const partlyRead = new Set([
  'list markers in one line, 200,000',
  'list markers in lines of 19,000',
  'quote marks, 1 MB in one line',
  'opening brackets, 1 MB',
  'one line of words, 1 MB',
  'a table of 27,000 rows in an appendix',
  'NULs, 1 MB',
  'longer than the limit, 4 MB',
  'YAML: 20,000 keys',
  'YAML: 30,000 brackets deep',
  'manifest: 20,000 keys',
  'manifest: 30,000 brackets deep',
]);

test.each(hostile.map((text) => [text.name, text] as const))('%s', (name, text) => {
  const problems = checked(text);
  for (const { range } of problems) {
    expect(range.start >= 0 && range.start <= range.end && range.end <= text.text.length).toBe(true);
  }
  if (partlyRead.has(name)) expect(problems.some(tellsOfPartlyRead)).toBe(true);
  expect(toldByPage(name)).toBe(problems.some(tellsOfPartlyRead) ? 'no, and says so' : 'yes');
  const most = (usual: number) => usual * patience + 20;
  const [usual, time] = leastTimes(
    [typing(ordinary), typing(text)],
    { fewest: 2, most: 20 },
    ([usual, time]) => time < most(usual),
  );
  expect(time, `${time.toFixed(0)} ms, ordinary text ${usual.toFixed(0)} ms`).toBeLessThan(most(usual));
});

/** Many lines with little in them are hardly more work than ordinary ones, though there are ten times as many. */
test.each(['a line end after each letter', 'blank lines, 1 MB', 'table heads, again and again'])(
  '%s: about as fast as ordinary text',
  (name) => {
    const text = hostile.find((each) => each.name === name) as HostileText;
    const limit = 2.2;
    const [usual, time] = leastTimes(
      [typing(ordinary), typing(text)],
      { fewest: 12, most: 300 },
      ([usual, time]) => time < usual * limit,
    );
    expect(time, `${time.toFixed(0)} ms, ordinary text ${usual.toFixed(0)} ms`).toBeLessThan(usual * limit);
  },
);

/** So many that a list of them cannot be handed over as the arguments of a call. */
const many = 130_000;
const dimension = '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n';

test.each([
  ['programmes', `${dimension}## Program Jangka Pendek\n\n|Kode|Program|\n|-|-|\n${'|a|b|\n'.repeat(many)}`],
  ['strategies', `${dimension}## Strategi\n\n${'- a\n'.repeat(many)}`],
  ['references of a strategy', `${dimension}## Strategi\n\n- SO1. a\n${`  ${'(S1)'.repeat(4_000)}\n`.repeat(40)}`],
  ['rules in a comment', `# Bab\n\n<!-- masterplan-disable ${'a '.repeat(many)}-->\n\nKata.\n`],
])('however many %s', (_, text) => {
  expect(() => checked({ name: '', text })).not.toThrow();
});

test('however many rows a table has that is brought to one width', () => {
  const source = `${dimension}## Program Jangka Pendek\n\n|Kode|Program|\n|-|-|\n${'|a|b|\n'.repeat(many)}`;
  const table = readChapter(uri, source, settings).blocks.find((block) => block.type === 'table');
  expect(table?.rows).toHaveLength(many);
  expect(table && alignTable(source, table)).toHaveLength(many + 2);
});
