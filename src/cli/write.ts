/** Writes texts back to the disk: whole or not at all, and never over something that has changed meanwhile. */

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
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
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return alreadyThere;
    // A folder on the way may be a link to somewhere else.
    let folder = dirname(path);
    while (folder !== root && lstatSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
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
  writeBeside(real, encoded(text, origin), (beside) => renameSync(beside, real), statSync(real));
}

/**
 * Creates a file, and the folders for it; where that fails, neither is left behind.
 * @throws WriteRefusal where it is there already; what the system says otherwise.
 */
export function createFile(path: string, content: string | Uint8Array): void {
  inFolder(path, () => writeBeside(path, content, (beside) => putNew(beside, path)));
}

/** Creates a file, or puts it in place of whatever is there: a link is replaced, not what it leads to. */
export function putFile(path: string, content: string | Uint8Array): void {
  const before = statSync(path, { throwIfNoEntry: false });
  inFolder(path, () => writeBeside(path, content, (beside) => renameSync(beside, path), before));
}

/**
 * The one place where anything is written: beside the file, so that what stands under its name is always whole.
 * @param like a file whose permissions and owner the new one gets
 */
function writeBeside(path: string, content: string | Uint8Array, put: (beside: string) => void, like?: Stats): void {
  const beside = join(dirname(path), `.masterplan-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    const file = openSync(beside, 'wx', like === undefined ? 0o666 : like.mode & 0o777);
    try {
      writeFileSync(file, content);
      if (like !== undefined) {
        fchmodSync(file, like.mode & 0o7777);
        keepOwner(file, like.uid, like.gid);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    put(beside);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** A link is refused where there is a file by now; not every file system knows links. */
function putNew(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    const isThere = codeOf(error) === 'EEXIST' || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isThere) throw new WriteRefusal(alreadyThere);
    renameSync(beside, path);
  }
}

/** Makes the folder of a file for a piece of work, and takes it away again where that fails. */
function inFolder(path: string, write: () => void): void {
  const first = mkdirSync(dirname(path), { recursive: true });
  try {
    write();
  } catch (error) {
    for (let folder = dirname(path); first !== undefined && isWithin(first, folder); folder = dirname(folder)) {
      removeEmpty(folder);
    }
    throw error;
  }
}

/** Another program may have put something into it meanwhile. */
export function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or was never made.
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
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return {
      id: 'tidak dapat ditulis, karena ada berkas di tempat yang memerlukan folder.',
      en: 'cannot be written: there is a file where a folder is needed.',
    };
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
