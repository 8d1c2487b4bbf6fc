// Texts that were made to hurt: pasted by accident, written by a broken program, or by somebody who means it.
import { longChapter, masterplan } from './corpus.mts';

/** A text that a chapter may turn out to be. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
  /** Whether it is a manifest's, not a chapter's. */
  readonly isManifest?: true;
}

const megabyte = 1_000_000;

/** A chapter whose content repeats a piece up to a length. */
function chapter(piece: string, length = megabyte): string {
  return `---\nchapter: appendix\n---\n\n# Lampiran\n\n${piece.repeat(Math.ceil(length / piece.length))}\n`;
}

function frontmatter(yaml: string): string {
  return `---\nchapter: appendix\n${yaml}\n---\n\n# Lampiran\n\nKata.\n`;
}

/** `a0: &a0 [x, x, …]`, each level the one before many times: billions of items when written out. */
function bomb(): string {
  let yaml = 'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n';
  for (let level = 1; level < 12; level++) {
    yaml += `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]\n`;
  }
  return yaml;
}

function keys(count: number): string {
  return Array.from({ length: count }, (_, at) => `k${at}: 1`).join('\n');
}

const row = '| GOV-P-1 | Layanan Keliling | warga | 12% | Bappeda | 2025 |\n';
const tableHead = '| Kode | Program | Tujuan | Target | OPD | Tahun |\n|---|---|---|---|---|---|\n';

/** All of them; each up to about 1 MB, as far as the limits of format 4 go. */
export function hostileTexts(): HostileText[] {
  const ordinary = longChapter(1, megabyte, 4000).text;
  const short = (masterplan(1, { chapters: 1, length: 12_000 })[1] as { text: string }).text;
  return [
    { name: 'ordinary text of 1 MB, for comparison', text: ordinary },
    { name: 'list markers in one line, 200,000', text: chapter(`${'- '.repeat(200_000)}x\n`) },
    { name: 'list markers in lines of 19,000', text: chapter(`${'- '.repeat(9_500)}x\n`) },
    { name: 'quote marks, 1 MB in one line', text: chapter('>') },
    { name: 'quotes 49 deep, line after line', text: chapter(`${'>'.repeat(49)} kata\n`) },
    {
      name: 'lists, each item one deeper',
      text: chapter('  - a\n'.repeat(1), 200_000).replace(/ {2}- a\n/g, deeper()),
    },
    { name: 'a loose list with a line that goes on at the margin', text: chapter(lazyList('- a\n\n', 100_000), 1) },
    {
      name: 'lists in lists, and a line that goes on at the margin',
      text: chapter(lazyList('- a\n\n  - b\n\n', 40_000), 1),
    },
    { name: 'items with comments that one mark closes', text: chapter(`${'- <!--\n\n'.repeat(100_000)}-->\n`, 1) },
    { name: 'fences, and marks behind a tab', text: chapter(`${'~~~js\n\n'.repeat(130_000)}\t~~~\n`, 1) },
    { name: 'opening brackets, 1 MB', text: chapter('[') },
    { name: 'brackets in lines of 10,000', text: chapter(`${'['.repeat(10_000)}\n`) },
    { name: 'links within links', text: chapter('[a](b[c](d') },
    { name: 'emphasis `_(`, 1 MB in one line', text: chapter('_(') },
    { name: 'emphasis `**a *b `, in lines of 10,000', text: chapter(`${'**a *b '.repeat(1_400)}\n`) },
    { name: 'asterisks and underscores in turn', text: chapter('*_') },
    { name: 'backticks of every length', text: chapter(ticks()) },
    { name: 'entities `&amp;`, 1 MB', text: chapter('&amp;') },
    { name: 'ampersands without an end', text: chapter('&a') },
    { name: 'HTML comments that nothing closes', text: chapter('<!-- ') },
    { name: 'tags that nothing closes', text: chapter('<a b="') },
    { name: 'one line of words, 1 MB', text: chapter('kata ') },
    { name: 'a line end after each letter', text: chapter('a\n') },
    { name: 'blank lines, 1 MB', text: chapter('\n') },
    { name: 'headings, 1 MB', text: chapter('## Program Jangka Pendek 2025\n') },
    { name: 'headings that are nearly a title', text: chapter('## Analisis SWAT\n', 300_000) },
    { name: 'underlined headings', text: chapter('a\n---\n') },
    { name: 'a table of 27,000 rows in an appendix', text: chapter(`${tableHead}${row.repeat(27_000)}`, 1) },
    { name: 'a table of 14,000 programmes', text: programmes(14_000) },
    { name: 'a table of 4,000 columns', text: chapter(`${'|a'.repeat(4_000)}|\n${'|-'.repeat(4_000)}|\n`, 50_000) },
    { name: 'table heads, again and again', text: chapter('|a|b|\n|-|-|\n') },
    { name: 'SWOT items of one code', text: swot(10_000) },
    { name: 'references to what is not there', text: strategies(5_000) },
    {
      name: 'bold lines that name nothing',
      text: chapter(
        counted((at) => `**Kata nomor ${at}**\n\n`, 40_000),
        1,
      ),
    },
    {
      name: 'links that lead nowhere',
      text: chapter(
        counted((at) => `## Judul ${at}\n\n[a](#b${at})\n\n`, 30_000),
        1,
      ),
    },
    { name: 'NULs, 1 MB', text: chapter('\0') },
    { name: 'lone surrogates, 1 MB', text: chapter('\ud800a\udc00') },
    { name: 'only CR ends lines', text: ordinary.replaceAll('\n', '\r') },
    { name: 'byte-order mark and CRLF', text: `\ufeff${ordinary.replaceAll('\n', '\r\n')}` },
    { name: 'line ends of all kinds', text: ordinary.replace(/\n\n/g, '\r\n\r').replace(/\|\n/g, '|\r\n') },
    { name: 'blanks of every kind', text: chapter('\u00a0\u2003\t \u200b') },
    { name: 'names of programmes with 18,000 blanks within', text: longNames('\u00a0'.repeat(18_000), 54) },
    { name: 'names of programmes with 9,000 marks on a letter', text: longNames('\u0301\u0316'.repeat(4_500), 100) },
    { name: 'marks that go above and below, in headings', text: chapter(`## a${'\u0301\u0316'.repeat(9_000)}\n`) },
    { name: 'a letter that stands for eighteen, in headings', text: chapter(`## ${'\ufdfa'.repeat(18_000)}\n`) },
    { name: 'letters from right to left, emoji, combining marks', text: chapter('\u202eא👩‍👩‍👧é\u0301\u0302 ') },
    { name: 'longer than the limit, 4 MB', text: short + ordinary.repeat(4) },
    { name: 'YAML: alias bomb', text: frontmatter(bomb()) },
    { name: 'YAML: 20,000 keys', text: frontmatter(keys(20_000)) },
    { name: 'YAML: 6,000 keys', text: frontmatter(keys(6_000)) },
    { name: 'YAML: 30,000 brackets deep', text: frontmatter(`title: ${'['.repeat(30_000)}`) },
    {
      name: 'YAML: 1,000 maps deep',
      text: frontmatter(Array.from({ length: 340 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')),
    },
    { name: 'YAML: quotes that nothing closes', text: frontmatter(`title: "${'a\\'.repeat(20_000)}`) },
    { name: 'manifest: alias bomb', text: `template: kominfo\n${bomb()}`, isManifest: true },
    { name: 'manifest: 20,000 keys', text: keys(20_000), isManifest: true },
    { name: 'manifest: 30,000 brackets deep', text: `agencies: ${'['.repeat(30_000)}`, isManifest: true },
    {
      name: 'manifest: globs that fork',
      text: `exclude: ["${'{a,'.repeat(200)}${'*a'.repeat(100)}${'}'.repeat(200)}"]`,
      isManifest: true,
    },
    {
      name: 'manifest: 3,000 agencies',
      text: `agencies:\n${Array.from({ length: 3_000 }, (_, at) => `  - Dinas ${at}\n`).join('')}`,
      isManifest: true,
    },
  ];
}

function counted(piece: (at: number) => string, count: number): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join('');
}

function deeper(): (piece: string) => string {
  let depth = 0;
  return () => {
    depth = (depth + 1) % 60;
    return `${' '.repeat(depth * 2)}- a\n`;
  };
}

function lazyList(item: string, count: number): string {
  return `${item.repeat(count)}- b\nlanjutan\n\n${item.repeat(count)}`;
}

function ticks(): string {
  return Array.from({ length: 200 }, (_, at) => `${'`'.repeat(at + 1)} `).join('');
}

function programmes(rows: number): string {
  const text = `---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n## Program Jangka Pendek\n\n`;
  return (
    text +
    tableHead +
    Array.from(
      { length: rows },
      (_, at) => `| GOV-P-${at} | Layanan ${at % 900} | warga | ${at}% | Bappeda | 2025 |\n`,
    ).join('')
  );
}

/** Programmes in rows, in blocks and as bold lines, each with something in the middle of its name. */
function longNames(within: string, count: number): string {
  const name = (at: number) => `L${within}x ${at}`;
  const rows = Array.from({ length: count }, (_, at) => `| GOV-P-${at} | ${name(at)} | warga | ${at}% | B | 2025 |\n`);
  const block = `### GOV-P-${count} ${name(count)}\n\n- OPD: B\n\n**GOV-P-${count + 1} ${name(count + 1)}**\n\n- OPD: B\n`;
  return `${programmes(0)}${rows.join('')}\n${block}`;
}

function swot(items: number): string {
  const text = `---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n## Analisis SWOT\n\n### Kekuatan\n\n`;
  return `${text}${'- S1. Jaringan sampai desa\n'.repeat(items)}\n## Strategi\n\n- SO1. Memperluas jaringan (S1, S2, S3)\n`;
}

function strategies(count: number): string {
  const text = swot(20);
  return (
    text +
    Array.from({ length: count }, (_, at) => `- SO${at % 400}. Menata layanan (S${at}, W${at}, GOV-P-${at})\n`).join('')
  );
}
