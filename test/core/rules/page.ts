/** Reads a page of the handbook (docs/rules/<id>.md): its heading, its severity, and the small books of its examples. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Severity } from '../../../src/core/language/finding';
import { bookOf, problemsOf } from '../workspace';

export const pagesFolder = join(import.meta.dirname, '../../../docs/rules');

/** One row of an example's table. */
export interface ShownFinding {
  readonly berkas: string;
  readonly baris: string;
  readonly teks: string;
  readonly pesan: string;
  readonly message: string;
}

export interface Example {
  readonly name: string;
  /** Texts by path, as `bookOf` takes them. */
  readonly files: Readonly<Record<string, string>>;
  /** Absent where the page neither shows a table nor says that there is no finding. */
  readonly findings?: readonly ShownFinding[];
}

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly severityLine: string;
  /** All above the examples. */
  readonly text: string;
  readonly examples: readonly Example[];
}

export const severityLines: Readonly<Record<Severity, string>> = {
  error: '**Tingkat / Severity:** kesalahan / error',
  warning: '**Tingkat / Severity:** peringatan / warning',
  info: '**Tingkat / Severity:** informasi / information',
  hint: '**Tingkat / Severity:** petunjuk / hint',
};

export const noFindings = 'Tidak ada temuan. / No findings.';

/** The rules that have a page, in the order of their names. */
export function pageIds(): string[] {
  return readdirSync(pagesFolder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

export function readPage(id: string): Page {
  const source = readFileSync(join(pagesFolder, `${id}.md`), 'utf8');
  const heading = /^# ([a-z-]+): ([^\n]+)\n\n([^\n]+)\n/.exec(source);
  if (heading === null) throw new Error(`${id}.md does not begin with "# <id>: <title>" and the severity below it`);
  const at = source.indexOf('\n## Contoh / Example\n');
  if (at < 0) throw new Error(`${id}.md has no "## Contoh / Example"`);
  return {
    id: heading[1] as string,
    title: heading[2] as string,
    severityLine: heading[3] as string,
    text: source.slice(0, at),
    examples: examplesIn(source.slice(at)),
  };
}

const fence = /^(`{3,})(?:markdown|yaml) file=(\S+)$/;

function examplesIn(source: string): Example[] {
  const examples: { name: string; files: Record<string, string>; findings?: ShownFinding[] }[] = [];
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const current = examples.at(-1);
    const open = fence.exec(line);
    if (open !== null && current !== undefined) {
      const close = lines.indexOf(open[1] as string, at + 1);
      current.files[open[2] as string] = lines
        .slice(at + 1, close)
        .map((text) => `${text}\n`)
        .join('');
      at = close;
    } else if (line.startsWith('### ')) {
      examples.push({ name: line.slice('### '.length), files: {} });
    } else if (line === noFindings && current !== undefined) {
      current.findings = [];
    } else if (line.startsWith('| ') && current !== undefined) {
      current.findings ??= [];
      const [berkas = '', baris = '', teks = '', pesan = '', message = ''] = cellsOf(line);
      const isHeader = berkas === 'berkas' || /^-+$/.test(berkas);
      if (!isHeader) current.findings.push({ berkas, baris, teks, pesan, message });
    }
  }
  return examples;
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replaceAll('\\|', '|')
        .replace(/^`+ ?(.*?) ?`+$/, '$1'),
    );
}

/** What a rule finds in an example, in the words of its table. */
export function findingsOf(rule: string, files: Example['files']): ShownFinding[] {
  const english = problemsOf(bookOf(files, { language: 'en' }), rule);
  return problemsOf(bookOf(files, { language: 'id' }), rule).map(({ file, line, text, message }, at) => ({
    berkas: file,
    baris: String(line),
    teks: text.replace(/\s*[\r\n]+\s*/g, ' ⏎ '),
    pesan: message,
    message: english[at]?.message ?? '',
  }));
}

/** An example's table as it stands on the page. */
export function tableOf(findings: readonly ShownFinding[]): string {
  if (findings.length === 0) return noFindings;
  const rows = findings.map(({ berkas, baris, teks, pesan, message }) => [berkas, baris, coded(teks), pesan, message]);
  return [['berkas', 'baris', 'teks', 'pesan', 'message'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function coded(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
