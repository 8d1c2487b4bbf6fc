/** `masterplan refresh`: writes generated blocks anew from the chapters; what was edited by hand stays as it is. */

import { dirname } from 'node:path';
import type { Book } from '../../core/book/book';
import type { Language, Text } from '../../core/language/language';
import { resolveSettings } from '../../core/template/resolve';
import { LineIndex } from '../../core/text/lines';
import { blockKinds } from '../../core/views/generated';
import { type BlockPlace, type Refreshed, refreshBlocks } from '../../core/views/refresh';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import { harmless, wrap } from '../columns';
import type { Command } from '../command';
import { writeDiff } from '../formats/diff';
import { number } from '../formats/text';
import { idleTargets } from '../idle';
import { type Exit, exit, type Io } from '../io';
import { type LoadedBook, type LoadedFile, loadBook, loadLoose } from '../load';
import { type FileChange, Gate } from '../mend';
import { fault, type Notice, ownFault, writeNotices } from '../notice';
import { pathFrom } from '../paths';
import { Progress } from '../progress';
import { asideUnlessTarget, findTargets, isTarget } from '../targets';
import { replaceFile, unwritable } from '../write';

const options = {
  ...commonOptions,
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

export const refresh: Command = {
  help: {
    id: `Cara pakai: masterplan refresh [JALUR...] [opsi]

Menulis ulang blok buatan alat (<!-- masterplan:begin roadmap --> dan lainnya) menurut
isi bab-bab saat ini. Blok yang sudah diubah dengan tangan dibiarkan, dan disebutkan.

JALUR boleh berupa folder (dengan satu masterplan atau beberapa), satu bab (.md),
atau satu masterplan.yaml. Tanpa JALUR yang disegarkan adalah folder ini.

Opsi:
      --dry-run              tunjukkan saja apa yang akan ditulis (sebagai diff)
      --force                timpa juga blok yang sudah diubah dengan tangan
  -l, --language id|en       bahasa pesan; jika tidak diberikan, bahasa masterplannya
      --color, --no-color    selalu atau tidak pernah berwarna
  -h, --help                 bantuan ini

Nama blok: ${blockNames()}

Status keluar:
  0  semua blok sesuai dengan isi bab (dengan --dry-run: akan sesuai)
  1  ada blok yang dibiarkan: diubah dengan tangan, atau namanya tidak dikenal
  2  ada yang tidak dapat dibaca atau ditulis

Contoh:
  masterplan refresh
  masterplan refresh --dry-run masterplan-kabupaten/

In English: masterplan refresh --help --language en
`,
    en: `Usage: masterplan refresh [PATH...] [options]

Writes generated blocks (<!-- masterplan:begin roadmap --> and others) anew from what
the chapters say now. Blocks that were edited by hand are left alone, and named.

PATH may be a folder (with one masterplan or several), one chapter (.md), or one
masterplan.yaml. Without PATH it is this folder.

Options:
      --dry-run              only show what would be written (as a diff)
      --force                write over blocks that were edited by hand, too
  -l, --language id|en       language of the messages; else that of the masterplan
      --color, --no-color    always or never use colours
  -h, --help                 this help

Names of blocks: ${blockNames()}

Exit status:
  0  all blocks say what the chapters say (with --dry-run: they would)
  1  a block was left alone: edited by hand, or of a name that is not known
  2  something could not be read or written

Examples:
  masterplan refresh
  masterplan refresh --dry-run masterplan-kabupaten/

Dalam bahasa Indonesia: masterplan refresh --help --language id
`,
  },
  run: runRefresh,
};

/** The names in lines that a terminal holds. */
function blockNames(): string {
  return wrap(blockKinds.map(({ name }) => name).join(', '), 72).join('\n  ');
}

/** A line of the result: a block, where it stands, and what became of it. */
interface Told {
  readonly path: string;
  readonly line: number;
  readonly message: Text;
  readonly isLeft: boolean;
}

function runRefresh(argv: readonly string[], io: Io, spoken: Language): Exit {
  const { options: given, rest } = readArguments(argv, options);
  const progress = new Progress(io);
  const { targets, books, loose, notices } = findTargets(rest.length === 0 ? ['.'] : rest, io.folder);
  const said: Notice[] = [...notices];
  const wishes = { language: given.language ?? 'auto' } as const;
  const excluded = new Set<string>();
  const seen: LoadedFile[] = [];
  const changes: FileChange[] = [];
  const told: Told[] = [];
  let language = given.language;
  let done = 0;
  const onFile = () => {
    done++;
    progress.show(() =>
      spoken === 'id' ? `Membaca … ${number(done, spoken)} berkas` : `Reading … ${number(done, spoken)} files`,
    );
  };

  const take = ({ book, files, notices: more }: Loaded, root: string) => {
    said.push(...more.map((notice) => asideUnlessTarget(notice, targets)));
    if (book === undefined) return;
    language ??= book.settings.language;
    seen.push(...[...files.values()].filter(({ path }) => isTarget(targets, path)));
    const gate = new Gate(files, root);
    let refreshed: Refreshed;
    try {
      refreshed = refreshBlocks(book, {
        wishes,
        isAsked: (uri) => isTarget(targets, files.get(uri)?.path ?? ''),
        mayChange: (uri) => gate.mayChange(uri),
        overwrites: given.force === true,
      });
    } catch (error) {
      said.push(fault(ownFault(error), root));
      return;
    }
    said.push(...gate.notices());
    const put = new Set<string>();
    for (const [uri, after] of refreshed.texts) {
      const file = files.get(uri);
      if (file === undefined) continue;
      try {
        if (!given['dry-run']) replaceFile(file.path, after, file.origin);
        changes.push({ path: file.path, before: file.source, after, hasByteOrderMark: file.origin.hasByteOrderMark });
        put.add(uri);
      } catch (error) {
        said.push(fault(unwritable(error), file.path));
      }
    }
    const tell = (place: BlockPlace, message: Text, isLeft: boolean) => {
      const { path } = files.get(place.chapter.uri) as LoadedFile;
      const line = new LineIndex(place.chapter.source).positionAt(place.block.start).line + 1;
      told.push({ path, line, message, isLeft });
    };
    for (const place of refreshed.written) {
      if (put.has(place.chapter.uri)) tell(place, writtenSentence(place, given['dry-run'] === true), false);
    }
    for (const place of refreshed.left) tell(place, leftSentences[place.state](place.block.name), true);
  };
  for (const found of books) {
    const loaded = loadBook(found, { wishes, onFile });
    for (const path of loaded.excluded) excluded.add(path);
    take(loaded, found.folder);
  }
  const looseSettings = loose.length > 0 ? resolveSettings(undefined, wishes) : undefined;
  for (const path of loose) {
    if (looseSettings === undefined) break;
    const expectsText = targets.some((target) => target.path === path);
    take(loadLoose(path, looseSettings, { onFile, expectsText }), dirname(path));
  }
  said.push(...idleTargets(targets, seen, excluded, said));
  progress.clear();

  const palette = paletteFor(io.out, io.environment, colourWish(given));
  const errPalette = paletteFor(io.err, io.environment, colourWish(given));
  const spokenHere = language ?? spoken;
  if (given['dry-run']) {
    io.out.write(writeDiff(changes, { palette, folder: io.folder, isTerminal: io.out.isTerminal }));
  }
  // A diff stands alone, so that it can go into a file.
  const [stream, colours] = given['dry-run'] ? [io.err, errPalette] : [io.out, palette];
  told.sort((a, b) => (a.path === b.path ? a.line - b.line : 0));
  for (const { path, line, message, isLeft } of told) {
    const mark = isLeft ? colours.yellow('!') : colours.green(given['dry-run'] ? '→' : '✓');
    stream.write(`${mark} ${colours.bold(harmless(pathFrom(io.folder, path)))}:${line}: ${message[spokenHere]}\n`);
  }
  const hasFaults = said.some(({ level }) => level === 'fault');
  if (told.length === 0 && seen.length > 0 && !hasFaults) stream.write(`${nothingSentence[spokenHere]}\n`);
  io.err.write(writeNotices(said, spokenHere, io.folder, errPalette));
  if (hasFaults) return exit.failed;
  return told.some(({ isLeft }) => isLeft) ? exit.found : exit.fine;
}

type Loaded = Omit<LoadedBook, 'book'> & { readonly book?: Book };

function writtenSentence({ block }: BlockPlace, isDry: boolean): Text {
  return isDry
    ? { id: `Blok "${block.name}" akan disegarkan.`, en: `Block "${block.name}" would be refreshed.` }
    : { id: `Blok "${block.name}" disegarkan.`, en: `Block "${block.name}" refreshed.` };
}

const leftSentences = {
  edited: (name: string): Text => ({
    id: `Blok "${name}" sudah diubah dengan tangan, jadi dibiarkan; --force menimpanya.`,
    en: `Block "${name}" was edited by hand, so it was left alone; --force writes over it.`,
  }),
  unknown: (name: string): Text => ({
    id: `Tidak ada blok bernama "${harmless(name)}"; yang ada: ${blockKinds.map((kind) => kind.name).join(', ')}.`,
    en: `There is no block named "${harmless(name)}"; there are: ${blockKinds.map((kind) => kind.name).join(', ')}.`,
  }),
};

const nothingSentence: Text = {
  id: 'Tidak ada blok yang perlu disegarkan.',
  en: 'No block needs to be refreshed.',
};
