import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Reading, type ReadOptions, readSource, unreadable } from '../../src/cli/sources';
import { folderWith } from './screen';

const chapter = '---\nchapter: vision\n---\n# Visi\n';
const sniff = (beginning: string) => beginning.startsWith('---\nchapter:');

function read(content: string | Uint8Array, options: Partial<ReadOptions> = {}): Reading {
  const folder = folderWith({ 'a.md': content });
  return readSource(join(folder, 'a.md'), { sniff, expectsText: true, ...options });
}

function sentence(reading: Reading): string {
  return reading.type === 'unreadable' ? reading.message.en : reading.type;
}

describe('readSource', () => {
  it('reads a chapter, with or without a byte-order mark', () => {
    const source = { text: chapter, hasByteOrderMark: false, isUtf8: true, isWhole: true };
    expect(read(chapter)).toEqual({ type: 'text', source });
    expect(read(`\ufeff${chapter}`)).toEqual({ type: 'text', source: { ...source, hasByteOrderMark: true } });
    expect(read('apa saja', { sniff: undefined })).toMatchObject({ type: 'text', source: { text: 'apa saja' } });
  });

  it('leaves other Markdown alone', () => {
    for (const text of ['', '# README\n', '---\ntitle: x\n---\n', '-']) expect(read(text).type).toBe('other');
  });

  it('reads long texts whole, wherever a letter is cut by a block', () => {
    for (const size of [65_535, 65_536, 65_537, 131_072, 300_000]) {
      const text = `${chapter}${'é'.repeat(size)}`.slice(0, size);
      expect(read(text)).toEqual({
        type: 'text',
        source: { text, hasByteOrderMark: false, isUtf8: true, isWhole: true },
      });
    }
    const others = `# ${'é'.repeat(300_000)}`;
    expect(read(others).type).toBe('other');
  });

  it('stops long after the longest chapter', () => {
    const reading = read(chapter + 'x'.repeat(9 * 1024 * 1024));
    expect(reading.type === 'text' && [reading.source.isWhole, reading.source.text.length]).toEqual([
      false,
      8 * 1024 * 1024,
    ]);
  });

  it('tells UTF-16, with a byte-order mark and without', () => {
    const utf16 = 'this text is saved as UTF-16, so it was not checked; save it as UTF-8.';
    const little = Buffer.from(chapter, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(sentence(read(little))).toBe(utf16);
    expect(sentence(read(big))).toBe(utf16);
    expect(sentence(read(Buffer.from(`\ufeff${chapter}`, 'utf16le')))).toBe(utf16);
    expect(sentence(read(Buffer.from(`\ufeff${chapter}`, 'utf16le').swap16()))).toBe(utf16);
    expect(sentence(read(Buffer.from('\ufeff# README', 'utf16le')))).toBe('other');
    expect(sentence(read(Buffer.from('title: x', 'utf16le'), { sniff: undefined }))).toBe(utf16);
  });

  it('tells what is no text at all', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    const binary = 'this is no text, so it was not checked.';
    expect(sentence(read(picture))).toBe(binary);
    expect(sentence(read(picture, { expectsText: false }))).toBe('other');
    expect(sentence(read(`${chapter}\0`, { expectsText: false }))).toBe(binary);
  });

  it('says where letters were lost', () => {
    const reading = read(Buffer.concat([Buffer.from(chapter), Buffer.from([0x93, 0x41])]));
    expect(reading).toMatchObject({ type: 'text', source: { text: `${chapter}\ufffdA`, isUtf8: false } });
  });

  it('takes a file that vanished for one that never was', () => {
    const folder = folderWith({});
    expect(readSource(join(folder, 'a.md'), { expectsText: true })).toEqual({ type: 'gone' });
  });

  it('says why a file cannot be read', () => {
    const folder = folderWith({ 'a.md/b': '' });
    expect(sentence(readSource(join(folder, 'a.md'), { expectsText: true }))).toBe('cannot be read (EISDIR).');
  });
});

describe('unreadable', () => {
  it('has a sentence for each reason', () => {
    const because = (code: string) => unreadable(Object.assign(new Error(code), { code }));
    expect(because('ENOENT').id).toBe('tidak ada berkas atau folder dengan nama ini.');
    expect(because('EACCES').id).toBe('tidak dapat dibaca karena izin aksesnya tidak ada.');
    expect(because('EPERM').en).toBe('cannot be read: access is not permitted.');
    expect(because('ELOOP').id).toBe('tautan ini berputar ke dirinya sendiri.');
    expect(because('EIO').id).toBe('tidak dapat dibaca (EIO).');
  });
});
