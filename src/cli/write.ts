/** Writes texts back to the disk: whole or not at all, and never over something that has changed meanwhile. */

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Text } from '../core/language/language';
import { isWithin } from './paths';
import { codeOf, type Source } from './sources';

/** Why something is not written, for the person who wanted it. */
export class WriteRefusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** Why a text that was read from a file must not be written back to it; nothing where it may be. */
export function refusalFor(path: string, origin: Source, root: string): Text | undefined {
  if (!origin.isUtf8) {
    return {
      id: 'tidak diperbaiki, karena tidak seluruhnya UTF-8; simpan ulang sebagai UTF-8.',
      en: 'was not mended, for it is not UTF-8 throughout; save it as UTF-8.',
    };
  }
  if (!origin.isWhole) {
    return {
      id: 'tidak diperbaiki, karena terlalu besar untuk dibaca seluruhnya.',
      en: 'was not mended, for it is too large to be read in full.',
    };
  }
  try {
    const real = realpathSync(path);
    if (!isWithin(realpathSync(root), real)) return outside;
    accessSync(real, constants.W_OK);
    return undefined;
  } catch (error) {
    return unwritable(error);
  }
}

/** Why a file must not be created; nothing where it may be. What is there already is never replaced. */
export function refusalForNew(path: string, root: string): Text | undefined {
  if (!isWithin(root, path)) return outside;
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return alreadyThere;
  // A folder on the way may be a link to somewhere else.
  let folder = dirname(path);
  while (folder !== root && lstatSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
  try {
    return isWithin(realpathSync(root), realpathSync(folder)) ? undefined : outside;
  } catch (error) {
    return unwritable(error);
  }
}

/**
 * Puts a text in place of the one that was read from a file; byte-order mark and permissions stay. It is written beside
 * the file first, so that nobody ever sees half of it.
 * @throws WriteRefusal where the file is no longer as it was read; what the system says otherwise.
 */
export function replaceFile(path: string, text: string, origin: Source): void {
  const real = realpathSync(path);
  if (!readFileSync(real).equals(encoded(origin.text, origin))) {
    throw new WriteRefusal({
      id: 'tidak diperbaiki, karena berubah selagi diperiksa.',
      en: 'was not mended, for it has changed while it was checked.',
    });
  }
  const { mode, uid, gid } = statSync(real);
  const beside = join(dirname(real), `.masterplan-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    const file = openSync(beside, 'wx', mode & 0o777);
    try {
      writeFileSync(file, encoded(text, origin));
      fchmodSync(file, mode & 0o7777);
      keepOwner(file, uid, gid);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Creates a file, and the folder for it. @throws WriteRefusal where it is there already. */
export function createFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new WriteRefusal(alreadyThere);
    throw error;
  }
}

/** Only a privileged user may write somebody else's file without making it his own. */
function keepOwner(file: number, uid: number, gid: number): void {
  if (process.getuid?.() === uid && process.getgid?.() === gid) return;
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}

function encoded(text: string, { hasByteOrderMark }: Source): Buffer {
  return Buffer.from(hasByteOrderMark ? `\ufeff${text}` : text, 'utf8');
}

/** Why a file cannot be written, from what the system says. */
export function unwritable(error: unknown): Text {
  if (error instanceof WriteRefusal) return error.text;
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return {
      id: 'tidak dapat ditulis karena izin aksesnya tidak ada.',
      en: 'cannot be written: access is not permitted.',
    };
  }
  if (code === 'ENOSPC') {
    return { id: 'tidak dapat ditulis karena penyimpanan penuh.', en: 'cannot be written: the disk is full.' };
  }
  return { id: `tidak dapat ditulis (${code ?? error}).`, en: `cannot be written (${code ?? error}).` };
}

const outside: Text = {
  id: 'tidak diperbaiki, karena berada di luar folder masterplan ini.',
  en: 'was not mended, for it lies outside the folder of this masterplan.',
};

const alreadyThere: Text = {
  id: 'tidak dibuat, karena sudah ada berkas dengan nama ini.',
  en: 'was not created, for there is a file of this name already.',
};
