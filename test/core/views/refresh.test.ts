import { describe, expect, test } from 'vitest';
import { rewrittenBook } from '../../../src/core/book/rewrite';
import { blockKinds, blockReports } from '../../../src/core/views/generated';
import { refreshBlocks } from '../../../src/core/views/refresh';
import { bookOf } from '../workspace';
import { governance } from './small-book';

const block = (name: string, text = '') =>
  `<!-- masterplan:begin ${name} -->\n${text}<!-- masterplan:end ${name} -->\n`;
const chapter = (...blocks: string[]) => `---\nchapter: roadmap\n---\n\n# Peta Jalan\n\n${blocks.join('\n')}`;
const uri = 'memory:/book/peta.md';
const bookWith = (text: string) => bookOf({ 'masterplan.yaml': '', 'gov.md': governance, 'peta.md': text });

describe('refreshBlocks', () => {
  test('writes every kind of block so that nothing more is to be done', () => {
    const book = bookWith(chapter(...blockKinds.map(({ name }) => block(name))));
    const { texts, written, left } = refreshBlocks(book);
    expect(written.map(({ block: { name } }) => name)).toEqual(blockKinds.map(({ name }) => name));
    expect([left, [...texts.keys()]]).toEqual([[], [uri]]);
    const after = rewrittenBook(book, texts);
    const reports = after.chapters.flatMap((one) => blockReports(after, one));
    expect(reports.map(({ state }) => state)).toEqual(blockKinds.map(() => 'current'));
    expect(refreshBlocks(after).texts.size).toBe(0);
  });

  test('leaves alone what was edited and what is unknown, and says where', () => {
    const book = bookWith(chapter(block('roadmap', '\nTulisan saya.\n\n'), block('x'), block('budget')));
    const { texts, written, left } = refreshBlocks(book);
    expect(left.map(({ state, block: { name } }) => [state, name])).toEqual([
      ['edited', 'roadmap'],
      ['unknown', 'x'],
    ]);
    expect(written.map(({ block: { name } }) => name)).toEqual(['budget']);
    expect(texts.get(uri)).toContain('\nTulisan saya.\n');
  });

  test('writes over what was edited where that is wanted', () => {
    const book = bookWith(chapter(block('roadmap', '\nTulisan saya.\n\n'), block('x')));
    const { texts, left } = refreshBlocks(book, { overwrites: true });
    expect(texts.get(uri)).not.toContain('Tulisan saya.');
    expect(left.map(({ state }) => state)).toEqual(['unknown']);
  });

  test('writes nothing that was not asked for, or may not be changed', () => {
    const book = bookWith(chapter(block('roadmap')));
    expect(refreshBlocks(book, { isAsked: () => false })).toEqual({ texts: new Map(), written: [], left: [] });
    const asked: string[] = [];
    const mayChange = (one: string) => asked.push(one) < 0;
    expect(refreshBlocks(book, { mayChange }).texts.size).toBe(0);
    expect(asked).toEqual([uri]);
  });
});
