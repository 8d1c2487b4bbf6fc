/** `masterplan new`: adds a chapter with its skeleton, at its place among the others. */

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from '../../core/book/book';
import {
  addChapter,
  type ChapterChoice,
  chapterChoices,
  choicesNamed,
  choiceWords,
} from '../../core/edits/chapter-choices';
import type { Language } from '../../core/language/language';
import { defaultTemplate } from '../../core/template/presets/presets';
import { applyEdits } from '../../core/text/edits';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import { harmless } from '../columns';
import type { Command } from '../command';
import { discover, manifestAbove } from '../discover';
import { type Exit, exit, type Io } from '../io';
import { type LoadedBook, loadBook } from '../load';
import { fault, type Notice, UsageError, writeNotices } from '../notice';
import { isWithin, pathFrom } from '../paths';
import { putNew } from '../put-new';
import { refusalFor, replaceFile, unwritable } from '../write';

const options = {
  ...commonOptions,
  dimension: { type: 'string', short: 'd' },
  'dry-run': { type: 'boolean' },
} as const;

const kinds = defaultTemplate.chapters.map(({ id }) => id);

export const newCommand: Command = {
  help: {
    id: `Cara pakai: masterplan new JENIS [FOLDER] [opsi]

Menambah bab baru dengan isi awal ke masterplan di FOLDER (baku: folder ini), di
tempatnya dan dengan nama seperti bab-bab di sebelahnya. Yang sudah ada tidak ditimpa.
Tanpa JENIS, ditunjukkan bab mana yang masih dapat ditambahkan.

JENIS ialah jenis bab atau judulnya, atau nama dimensi:
${kindLines()}

Opsi:
  -d, --dimension DIMENSI    dimensi yang dibahas, untuk jenis dimension
      --dry-run              tunjukkan saja berkas mana yang akan ditulis
  -l, --language id|en       bahasa pesan; jika tidak diberikan, bahasa masterplannya
      --color, --no-color    selalu atau tidak pernah berwarna
  -h, --help                 bantuan ini

Status keluar:
  0  bab ditulis (dengan --dry-run: dapat ditulis)
  2  tidak ada yang ditulis, misalnya karena babnya sudah ada

Contoh:
  masterplan new roadmap
  masterplan new dimension --dimension living

In English: masterplan new --help --language en
`,
    en: `Usage: masterplan new KIND [FOLDER] [options]

Adds a chapter with its skeleton to the masterplan in FOLDER (default: this folder), at
its place and named like the chapters beside it. Nothing that is there is replaced.
Without KIND it is shown which chapters may still be added.

KIND is a kind of chapter or its title, or the name of a dimension:
${kindLines()}

Options:
  -d, --dimension DIMENSION  what it is about, for the kind dimension
      --dry-run              only show which file would be written
  -l, --language id|en       language of the messages; else that of the masterplan
      --color, --no-color    always or never use colours
  -h, --help                 this help

Exit status:
  0  the chapter is written (with --dry-run: it can be)
  2  nothing is written, for one because there is such a chapter already

Examples:
  masterplan new roadmap
  masterplan new dimension --dimension living

Dalam bahasa Indonesia: masterplan new --help --language id
`,
  },
  run: runNew,
};

/** The kinds in lines that a terminal holds. */
function kindLines(): string {
  const lines = [''];
  for (const kind of kinds) {
    const line = lines.at(-1) as string;
    if (line.length + kind.length > 80) lines.push(kind);
    else lines[lines.length - 1] = line === '' ? kind : `${line}, ${kind}`;
  }
  return lines.map((line) => `  ${line}`).join(',\n');
}

function runNew(argv: readonly string[], io: Io, spoken: Language): Exit {
  const { options: given, rest } = readArguments(argv, options);
  const [word, written = '.', ...more] = rest;
  if (more.length > 0) throw new UsageError(oneKind);
  const start = resolve(io.folder, written);
  const errPalette = paletteFor(io.err, io.environment, colourWish(given));
  const tell = (notices: readonly Notice[], language: Language) =>
    io.err.write(writeNotices(notices, language, io.folder, errPalette));
  const manifest = manifestAbove(start);
  if (manifest === undefined) {
    tell([fault(noMasterplan, start)], spoken);
    return exit.failed;
  }
  const root = dirname(manifest);
  const walk = discover(root);
  const found = walk.books.find((one) => one.manifest === manifest);
  if (found === undefined) {
    tell([fault(noMasterplan, start)], spoken);
    return exit.failed;
  }
  const loaded = loadBook(found, { wishes: { language: given.language ?? 'auto' } });
  const { book } = loaded;
  const language = given.language ?? book.settings.language;
  // What stands in a masterplan of its own below this one does not matter here.
  const others = walk.books.filter((one) => one !== found);
  const isHere = ({ path }: Notice) => !others.some(({ folder }) => path !== undefined && isWithin(folder, path));
  const read = [...walk.notices.filter(isHere), ...loaded.notices];
  tell(read, language);
  if (read.some(({ level }) => level === 'fault')) return exit.failed;
  const choices = chapterChoices(book);
  if (word === undefined) {
    io.out.write(listed(choices, language));
    return exit.failed;
  }
  const choice = chosen(book, choices, word, given.dimension);
  const change = addChapter(book, choice);
  if (change === undefined) {
    tell([fault(noMasterplan, manifest)], language);
    return exit.failed;
  }
  const writes = given['dry-run'] !== true;
  const files = change.newFiles.map(({ uri, text }) => ({ path: fileURLToPath(uri), text }));
  const notices = [...putNew(files, root, writes), ...edit(loaded, change, root, writes)];
  tell(notices, language);
  if (notices.length > 0) return exit.failed;
  const palette = paletteFor(io.out, io.environment, colourWish(given));
  const changed = change.edits.map(({ uri = '' }) => `${palette.yellow('~')} ${shown(fileURLToPath(uri), io)}\n`);
  const made = files.map(({ path }) => `${palette.green('+')} ${shown(path, io)}\n`);
  io.out.write([...made, ...changed].join(''));
  const title = choice.title[language];
  io.out.write(sentence(title, writes, language));
  return exit.fine;
}

function shown(path: string, io: Io): string {
  return harmless(pathFrom(io.folder, path));
}

function sentence(title: string, writes: boolean, language: Language): string {
  if (language === 'id') {
    return writes ? `✓ Bab "${title}" ditambahkan.\n` : `Bab "${title}" akan ditulis. Belum ada yang ditulis.\n`;
  }
  return writes
    ? `✓ The chapter "${title}" was added.\n`
    : `The chapter "${title}" would be written. Nothing has been written yet.\n`;
}

/** Where the dimensions share a chapter, that one gets a part more. */
function edit(
  loaded: LoadedBook,
  { edits }: NonNullable<ReturnType<typeof addChapter>>,
  root: string,
  writes: boolean,
): Notice[] {
  return edits.flatMap(({ uri = '', edits: ofFile }) => {
    const file = loaded.files.get(uri);
    if (file === undefined) return [];
    const refusal = refusalFor(file.path, file.origin, root);
    if (refusal !== undefined) return [fault(refusal, file.path)];
    if (!writes) return [];
    try {
      replaceFile(file.path, applyEdits(file.source, ofFile), file.origin);
      return [];
    } catch (error) {
      return [fault(unwritable(error), file.path)];
    }
  });
}

/** @throws UsageError where the words mean no chapter, one that is there, or several */
function chosen(
  book: Book,
  choices: readonly ChapterChoice[],
  word: string,
  dimension: string | undefined,
): ChapterChoice {
  const ofKind = choicesNamed(choices, word, book);
  const found = dimension === undefined ? ofKind : choicesNamed(ofKind, dimension, book).filter(isOfDimension);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined) {
    const names = found.map((one) => one.dimension ?? one.kind).join(', ');
    throw new UsageError({
      id: `Sebutkan dimensinya dengan --dimension; yang belum memiliki bab: ${names}.`,
      en: `Name the dimension with --dimension; without a chapter are: ${names}.`,
    });
  }
  const wanted = dimension ?? word;
  const all = choices.map((one) => one.dimension ?? one.kind).join(', ');
  throw new UsageError({
    id: `Bab "${wanted}" sudah ada atau tidak dikenal; yang dapat ditambahkan: ${all}.`,
    en: `There is such a chapter "${wanted}" already, or none of that name; you may add: ${all}.`,
  });
}

function isOfDimension({ dimension }: ChapterChoice): boolean {
  return dimension !== undefined;
}

function listed(choices: readonly ChapterChoice[], language: Language): string {
  const lines = choices.map((choice) => {
    const { kind, dimension, title, state } = choice;
    const name = dimension === undefined ? kind : `${kind} --dimension ${dimension}`;
    const words = state === 'missing' || state === 'unknown' ? ` (${choiceWords(choice)[language]})` : '';
    return `  ${name.padEnd(36)} ${title[language]}${words}\n`;
  });
  return `${listHead[language]}\n${lines.join('')}`;
}

const listHead = {
  id: 'Bab yang dapat ditambahkan dengan masterplan new:',
  en: 'Chapters that may be added with masterplan new:',
} as const;

const oneKind = {
  id: 'Sebutkan satu jenis bab dan paling banyak satu folder.',
  en: 'Name one kind of chapter, and one folder at the most.',
};

const noMasterplan = {
  id: 'tidak ada masterplan di sini: tidak ada masterplan.yaml. Mulailah dengan: masterplan init',
  en: 'there is no masterplan here: no masterplan.yaml. Begin one with: masterplan init',
};
