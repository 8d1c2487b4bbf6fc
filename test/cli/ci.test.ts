/** The formats for CI servers: valid for those who read them, and the examples of docs/ci.md as they are written. */

import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json';
import { writeGithub } from '../../src/cli/formats/github';
import { writeGitlab } from '../../src/cli/formats/gitlab';
import { writeJunit } from '../../src/cli/formats/junit';
import { writeLines } from '../../src/cli/formats/lines';
import { writeSarif } from '../../src/cli/formats/sarif';
import { main } from '../../src/cli/masterplan';
import { fault, note } from '../../src/cli/notice';
import { type CheckedFile, placeOfRange, type Report } from '../../src/cli/report';
import type { Severity } from '../../src/core/language/finding';
import { ruleCatalogue } from '../../src/core/rules/catalogue';
import { LineIndex } from '../../src/core/text/lines';
import { folderWith, screen } from './screen';

const root = join(import.meta.dirname, '../..');
const source = '---\nchapter: dimension\n---\n# Smart City\n';

function file(path: string, says: readonly [words: string, severity: Severity, message: string][]): CheckedFile {
  const placeOf = (start: number, end: number) => placeOfRange(new LineIndex(source), { start, end });
  return {
    path,
    type: 'chapter',
    lines: new Map(),
    problems: says.map(([words, severity, message]) => ({
      rule: 'missing-section',
      severity,
      place: placeOf(source.indexOf(words), source.indexOf(words) + words.length),
      message,
      related: [{ message: 'Di sini.', at: { path, place: placeOf(0, 3) } }],
    })),
  };
}

const files = [
  file('/repo/buku 2/a,b.md', [
    ['Smart', 'error', '100% <salah> & "keliru":\nlagi'],
    ['Smart', 'error', '100% <salah> & "keliru":\nlagi'],
    ['---\nchapter', 'info', 'Rendah\u0007.'],
    ['City', 'hint', 'Petunjuk.'],
  ]),
  file('/repo/b.md', []),
];
const report: Report = {
  folder: '/repo/buku 2',
  language: 'id',
  books: 1,
  files,
  notices: [fault({ id: 'tidak terbaca.', en: 'cannot be read.' }, '/repo/c.md'), note({ id: 'catatan', en: 'note' })],
};

const packaged = (path: string) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8'));
const schema = packaged('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isSarif = new Ajv({ allErrors: true, schemaId: 'auto' })
  .addMetaSchema(packaged('ajv/lib/refs/json-schema-draft-04.json'))
  .compile(schema);

function validSarif(text: string) {
  const log = JSON.parse(text);
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log.runs[0];
}

describe('SARIF', () => {
  it('is valid, and says which places, rules and faults there are', () => {
    const run = validSarif(writeSarif(report, '/repo'));
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(ruleCatalogue.map(({ id }) => id));
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'error', 'note', 'note']);
    const [first, second, third] = run.results;
    expect(run.tool.driver.rules[first.ruleIndex].id).toBe('missing-section');
    expect(first.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'buku%202/a%2Cb.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 8 },
        },
      },
    ]);
    expect(third.locations[0].physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 2,
      endColumn: 8,
    });
    expect(first.relatedLocations).toHaveLength(1);
    expect(first.partialFingerprints).not.toEqual(second.partialFingerprints);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'note',
    ]);
  });

  it('is refused by the schema where it is wrong, so that the schema is really asked', () => {
    const log = JSON.parse(writeSarif(report, '/repo'));
    log.runs[0].results[0].level = 'fatal';
    expect(isSarif(log)).toBe(false);
  });

  it('names no address of the network in its rules', () => {
    const { rules } = validSarif(writeSarif(report, '/repo')).tool.driver;
    expect(JSON.stringify(rules)).not.toMatch(/https?:/);
    expect(rules[0].help.text).toContain(`docs/rules/${rules[0].id}.md`);
  });
});

it('GitHub: one command for each problem, nothing of it taken for a command', () => {
  expect(writeGithub(report, '/repo').split('\n')).toEqual([
    '::error file=buku 2/a%2Cb.md,line=4,endLine=4,col=3,title=missing-section::100%25 <salah> & "keliru":%0Alagi (missing-section)',
    '::error file=buku 2/a%2Cb.md,line=4,endLine=4,col=3,title=missing-section::100%25 <salah> & "keliru":%0Alagi (missing-section)',
    '::notice file=buku 2/a%2Cb.md,line=1,endLine=2,title=missing-section::Rendah\u0007. (missing-section)',
    '::notice file=buku 2/a%2Cb.md,line=4,endLine=4,col=9,title=missing-section::Petunjuk. (missing-section)',
    '::error file=c.md::tidak terbaca.',
    '::notice::catatan',
    '',
  ]);
});

it('GitLab: entries with fingerprints of their own', () => {
  const entries = JSON.parse(writeGitlab(report, '/repo'));
  expect(entries.map(({ severity }: { severity: string }) => severity)).toEqual([
    'critical',
    'critical',
    'minor',
    'info',
    'blocker',
  ]);
  expect(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(5);
  expect(entries[2].location).toEqual({ path: 'buku 2/a,b.md', lines: { begin: 1, end: 2 } });
});

it('JUnit: what fails the run is a failure, and no character breaks the XML', () => {
  expect(writeJunit(report, '/repo', 'error')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="masterplan" tests="6" failures="2" errors="1">
  <testsuite name="buku 2/a,b.md" tests="4" failures="2" errors="0" skipped="0">
    <testcase name="4:3 missing-section" classname="buku 2/a,b.md">
      <failure type="missing-section" message="100% &#60;salah&#62; &#38; &#34;keliru&#34;:&#10;lagi">buku 2/a,b.md:4:3: kesalahan: 100% &#60;salah&#62; &#38; &#34;keliru&#34;:&#10;lagi (missing-section)</failure>
    </testcase>
    <testcase name="4:3 missing-section" classname="buku 2/a,b.md">
      <failure type="missing-section" message="100% &#60;salah&#62; &#38; &#34;keliru&#34;:&#10;lagi">buku 2/a,b.md:4:3: kesalahan: 100% &#60;salah&#62; &#38; &#34;keliru&#34;:&#10;lagi (missing-section)</failure>
    </testcase>
    <testcase name="1:1 missing-section" classname="buku 2/a,b.md">
      <system-out>buku 2/a,b.md:1:1: informasi: Rendah\ufffd. (missing-section)</system-out>
    </testcase>
    <testcase name="4:9 missing-section" classname="buku 2/a,b.md">
      <system-out>buku 2/a,b.md:4:9: petunjuk: Petunjuk. (missing-section)</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="b.md" classname="b.md"/>
  </testsuite>
  <testsuite name="masterplan" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="c.md" classname="c.md">
      <error type="not-checked" message="tidak terbaca.">tidak terbaca.</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  expect(writeJunit(report, '/repo', 'never')).toContain('tests="6" failures="0" errors="1"');
  expect(writeJunit(report, '/repo', 'hint')).toContain('tests="6" failures="4" errors="1"');
});

it('lines: each is understood by the problem matcher of VS Code', () => {
  const [matcher] = packageJson.contributes.problemMatchers;
  const {
    regexp,
    file: path,
    line,
    column,
    endLine,
    endColumn,
    severity,
    message,
    code,
  } = matcher?.pattern ?? ({} as never);
  const found = writeLines(report, '/repo')
    .trimEnd()
    .split('\n')
    .map((text) => {
      const match = new RegExp(regexp).exec(text) ?? [];
      return [path, line, column, endLine, endColumn, severity, message, code].map((group) => match[group]);
    });
  expect(found).toEqual([
    ['buku 2/a,b.md', '4', '3', '4', '8', 'error', '100% <salah> & "keliru": lagi', 'missing-section'],
    ['buku 2/a,b.md', '4', '3', '4', '8', 'error', '100% <salah> & "keliru": lagi', 'missing-section'],
    ['buku 2/a,b.md', '1', '1', '2', '8', 'info', 'Rendah·.', 'missing-section'],
    ['buku 2/a,b.md', '4', '9', '4', '13', 'info', 'Petunjuk.', 'missing-section'],
  ]);
});

describe('docs/ci.md', () => {
  const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
  const blocks = [...page.matchAll(/```(yaml|json)\n([\s\S]*?)```/g)].map(([, , text]) => text as string);
  const isReport = (text: string) => text.includes('"problems"');
  const examples = blocks.filter((text) => !isReport(text));
  const commands = examples.flatMap((text) =>
    [...text.matchAll(/masterplan (check [^">\n]*?)(?: > ([^\s"]+))?"?,?$/gm)].map(([, words, into]) => ({
      argv: (words as string).trim().split(' '),
      into,
      text,
    })),
  );

  it('has examples that can be read, each with a command', () => {
    expect(commands).toHaveLength(examples.length);
    for (const text of examples) expect(parse(text)).toBeTypeOf('object');
  });

  it('shows JSON as it is written', async () => {
    const [shown] = blocks.filter(isReport).map((text) => JSON.parse(text));
    const io = screen(root);
    await main(['check', '--format', 'json', '--language', 'en', 'examples/kabupaten-contoh-keliru'], io);
    const { version, problems, summary } = JSON.parse(io.output());
    expect(problems).toContainEqual(shown.problems[0]);
    expect(shown).toEqual({ version, problems: [expect.anything()], summary });
  });

  it('tells every key of JSON', () => {
    const told = page.slice(page.indexOf('## JSON')).matchAll(/^\| (.*?) \|/gm);
    const keys = [...told].flatMap(([, cell]) => (cell as string).match(/[a-zA-Z]+(?=`)/g) ?? []);
    const { problems, summary, ...rest } = JSON.parse(blocks.find(isReport) as string);
    const written = [rest, problems[0], summary].flatMap((each) => Object.keys(each));
    expect(new Set(keys)).toEqual(new Set([...written, 'problems', 'fixed']));
  });

  it.each(commands)('runs: $argv', async ({ argv, into, text }) => {
    const folder = folderWith({});
    cpSync(join(root, 'examples/kabupaten-contoh-keliru'), join(folder, 'masterplan-kabupaten'), { recursive: true });
    const io = screen(folder);
    const status = await main(argv, io);
    expect([status, io.errors()]).toEqual([argv.includes('never') ? 0 : 1, '']);
    const output = io.output();
    expect(output).toContain('masterplan-kabupaten/02-smart-governance.md');
    if (argv.includes('sarif')) validSarif(output);
    if (argv.includes('gitlab')) expect(JSON.parse(output).length).toBeGreaterThan(5);
    // What the command writes is what the next step reads.
    if (into !== undefined) expect(text.split(into)).toHaveLength(3);
  });
});
