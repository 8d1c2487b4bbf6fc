import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/text/edits';
import { type BlockKind, blockKinds, blockReports } from '../../../src/core/views/generated';
import { insertBlock } from '../../../src/core/views/insert-block';
import { bookOf } from '../workspace';
import { governance } from './small-book';

const kind = blockKinds[0] as BlockKind;

function inserted(text: string, before: string): string {
  const book = bookOf({ 'gov.md': governance, 'peta.md': text });
  const chapter = book.chapters.find(({ uri }) => uri.endsWith('peta.md'));
  if (chapter === undefined) throw new Error('no chapter');
  const result = applyEdits(text, [insertBlock(book, chapter, kind, text.indexOf(before))]);
  const after = bookOf({ 'gov.md': governance, 'peta.md': result });
  const there = after.chapters.find(({ uri }) => uri === chapter.uri);
  // Wherever it goes it is a whole block, and current.
  expect(there && blockReports(after, there).map(({ state }) => state)).toContain('current');
  return result.replace(/(<!-- masterplan:begin roadmap -->)[\s\S]*?<!-- masterplan:end roadmap [0-9a-f]+ -->/g, '$1');
}

const head = '---\nchapter: roadmap\n---\n\n# Peta Jalan\n';
const mark = '<!-- masterplan:begin roadmap -->';

test('a block goes behind what the cursor stands in', () => {
  const table = '| A | B |\n|---|---|\n| satu | 1 |\n| dua | 2 |\n';
  expect(inserted(`${head}\n${table}\nSesudah.\n`, 'satu')).toBe(`${head}\n${table}\n${mark}\n\nSesudah.\n`);
  expect(inserted(`${head}\n\`\`\`\na\n\nb\n\`\`\`\n`, '\nb')).toBe(`${head}\n\`\`\`\na\n\nb\n\`\`\`\n\n${mark}\n`);
  expect(inserted(head, 'chapter:')).toBe(head.replace('---\n\n#', `---\n\n${mark}\n\n#`));
  const once = inserted(`${head}\nSesudah.\n`, '\nSesudah');
  expect(once).toBe(`${head}\n${mark}\n\nSesudah.\n`);
});

test('a block never goes into another one', () => {
  const other = '<!-- masterplan:begin budget -->\n\nSatu.\n\nDua.\n\n<!-- masterplan:end budget -->\n';
  expect(inserted(`${head}\n${other}\nSesudah.\n`, 'Dua')).toBe(`${head}\n${other}\n${mark}\n\nSesudah.\n`);
});

test('line ends of the file are kept', () => {
  const crlf = `${head}\nSesudah.\n`.replaceAll('\n', '\r\n');
  expect(inserted(crlf, 'Sesudah').replaceAll('\r\n', '')).not.toContain('\n');
});
