/** Texts from the disk: read once, only as far as needed, and never taken for text where they are none. */

import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Text } from '../core/language/language';

export interface Source {
  /** Without its byte-order mark, which counts for nothing (format 4). */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** Whether every byte of it was UTF-8: else some letters are lost, and the text must never be written back. */
  readonly isUtf8: boolean;
  /** Whether the text is here to its end: else it must never be written back. */
  readonly isWhole: boolean;
}

export type Reading =
  | { readonly type: 'text'; readonly source: Source }
  /** Not what was looked for, told from its beginning. */
  | { readonly type: 'other' }
  /** It was there when its folder was read, and is there no longer. */
  | { readonly type: 'gone' }
  | { readonly type: 'unreadable'; readonly message: Text };

export interface ReadOptions {
  /** Looks at the beginning of the text; where it says no, nothing more is read. */
  readonly sniff?: (beginning: string) => boolean;
  /** Say so where it is no text at all; else a file that is no text is just something else. */
  readonly expectsText: boolean;
}

/** One block is a whole chapter nearly always. */
const block = Buffer.allocUnsafeSlow(64 * 1024);
/** Far beyond what a chapter is read to (format 4), far below what the memory holds. */
const mostBytes = 8 * 1024 * 1024;

/** Reads one text file. Whatever is wrong with it is in the answer; it never throws. */
export function readSource(path: string, { sniff, expectsText }: ReadOptions): Reading {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const length = fill(file, block);
    const beginning = block.subarray(0, length);
    const encoding = encodingOf(beginning);
    if (encoding !== 'utf-8') return judge(encoding, beginning, sniff, expectsText);
    if (sniff && !mayBeginFrontmatter(beginning)) return { type: 'other' };
    // Frontmatter may be nearly as long as the block, so one look at the beginning would not always do.
    const source = length < block.length ? decode(beginning, true) : readRest(file, beginning);
    return !sniff || sniff(source.text) ? { type: 'text', source } : { type: 'other' };
  } catch (error) {
    const code = codeOf(error);
    if (isGone(code)) return { type: 'gone' };
    return { type: 'unreadable', message: unreadable(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Whether a file or folder that was found is there no longer: not it, nor what it was reached by. */
export function isGone(code: string | undefined): boolean {
  return code === 'ENOENT' || code === 'ESTALE' || code === 'ENOTDIR';
}

/** Why a file or folder cannot be read, from what the system says. */
export function unreadable(error: unknown): Text {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { id: 'tidak ada berkas atau folder dengan nama ini.', en: 'there is no file or folder of this name.' };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      id: 'tidak dapat dibaca karena izin aksesnya tidak ada.',
      en: 'cannot be read: access is not permitted.',
    };
  }
  if (code === 'ELOOP') {
    return { id: 'tautan ini berputar ke dirinya sendiri.', en: 'this link leads back to itself.' };
  }
  if (code === 'ENAMETOOLONG') return { id: 'namanya terlalu panjang.', en: 'its name is too long.' };
  return { id: `tidak dapat dibaca (${code ?? error}).`, en: `cannot be read (${code ?? error}).` };
}

/** The system's name for what went wrong (`EACCES`). */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function fill(file: number, into: Buffer): number {
  let length = 0;
  while (length < into.length) {
    const read = readSync(file, into, length, into.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function readRest(file: number, beginning: Buffer): Source {
  const pieces = [Buffer.from(beginning)];
  let length = beginning.length;
  for (;;) {
    const read = fill(file, block);
    pieces.push(Buffer.from(block.subarray(0, read)));
    length += read;
    if (read < block.length) return decode(Buffer.concat(pieces), true);
    if (length >= mostBytes) return decode(Buffer.concat(pieces), false);
  }
}

function decode(bytes: Buffer, isWhole: boolean): Source {
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = bytes.toString('utf8', hasByteOrderMark ? 3 : 0);
  // A text cut at a block's end may be cut within a letter, which is no fault of the file.
  return { text, hasByteOrderMark, isUtf8: !isWhole || isUtf8(bytes), isWhole };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary';

/** Told by a byte-order mark, else by where the NULs stand: in UTF-16 every other byte of most letters is one. */
function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 8000);
  if (!sample.includes(0)) return 'utf-8';
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const many = sample.length / 4;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : 'binary';
}

function judge(encoding: Encoding, bytes: Buffer, sniff: ReadOptions['sniff'], expectsText: boolean): Reading {
  if (encoding === 'binary') {
    if (!expectsText && !(mayBeginFrontmatter(bytes) && sniff?.(decode(bytes, false).text))) return { type: 'other' };
    return {
      type: 'unreadable',
      message: { id: 'berkas ini bukan teks, jadi tidak diperiksa.', en: 'this is no text, so it was not checked.' },
    };
  }
  if (sniff && !sniff(new TextDecoder(encoding).decode(bytes))) return { type: 'other' };
  return {
    type: 'unreadable',
    message: {
      id: 'teks ini tersimpan sebagai UTF-16, jadi tidak diperiksa; simpan ulang sebagai UTF-8.',
      en: 'this text is saved as UTF-16, so it was not checked; save it as UTF-8.',
    },
  };
}

/** Spares the decoding of all the Markdown that begins with anything but `---`. */
function mayBeginFrontmatter(bytes: Buffer): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes[start] === 0x2d;
}
