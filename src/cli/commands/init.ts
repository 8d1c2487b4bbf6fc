/** `masterplan init`: begins a masterplan, with its manifest and the chapters that it must have. */

import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { manifestNames } from '../../core/book/places';
import { type NewBookWish, newBook } from '../../core/edits/new-book';
import type { Language } from '../../core/language/language';
import { readYears } from '../../core/language/years';
import { defaultPreset, defaultTemplate, presets } from '../../core/template/presets/presets';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import { harmless } from '../columns';
import type { Command } from '../command';
import { type Exit, exit, type Io } from '../io';
import { fault, UsageError, writeNotices } from '../notice';
import { pathFrom } from '../paths';
import { putNew } from '../put-new';

const templates = Object.keys(presets);
const { books } = defaultTemplate;

const options = {
  ...commonOptions,
  region: { type: 'string', short: 'r' },
  period: { type: 'string', short: 'p' },
  template: { type: 'string', short: 't', choices: templates },
  book: { type: 'string', short: 'b' },
  'dry-run': { type: 'boolean' },
} as const;

export const init: Command = {
  help: {
    id: `Cara pakai: masterplan init [FOLDER] [opsi]

Memulai masterplan baru: menulis masterplan.yaml dan semua bab wajib dengan isi awal,
satu folder untuk tiap buku. Tanpa FOLDER, dimulai di folder ini. Berkas yang sudah ada
tidak pernah ditimpa: jika salah satunya sudah ada, tidak ada yang ditulis.

Opsi:
  -r, --region DAERAH        nama daerah, misalnya "Kabupaten Contoh"
  -p, --period TAHUN         periode masterplan, misalnya 2025-2034
  -t, --template NAMA        templat dengan dimensinya: ${templates.join(', ')}
                             (baku: ${defaultPreset})
  -b, --book BUKU            buku yang ditulis, dipisahkan koma; nomor atau nama:
${bookLines('id')}
                             (baku: semuanya)
  -l, --language id|en       bahasa isi awal dan pesan (baku: id)
      --dry-run              tunjukkan saja berkas mana yang akan ditulis
      --color, --no-color    selalu atau tidak pernah berwarna
  -h, --help                 bantuan ini

Status keluar:
  0  masterplan ditulis (dengan --dry-run: dapat ditulis)
  2  tidak ada yang ditulis, misalnya karena berkasnya sudah ada

Contoh:
  masterplan init masterplan-kabupaten --region "Kabupaten Contoh" --period 2025-2034
  masterplan init --book 1,2 --dry-run

In English: masterplan init --help --language en
`,
    en: `Usage: masterplan init [FOLDER] [options]

Begins a masterplan: writes masterplan.yaml and a skeleton of every chapter that it must
have, one folder for each book. Without FOLDER it begins in this folder. A file that is
there is never replaced: if there is one, nothing is written at all.

Options:
  -r, --region REGION        name of the region, such as "Kabupaten Contoh"
  -p, --period YEARS         period of the masterplan, such as 2025-2034
  -t, --template NAME        template with its dimensions: ${templates.join(', ')}
                             (default: ${defaultPreset})
  -b, --book BOOK            books to write, parted by commas; number or name:
${bookLines('en')}
                             (default: all)
  -l, --language id|en       language of the skeletons and the messages (skeletons: id)
      --dry-run              only show which files would be written
      --color, --no-color    always or never use colours
  -h, --help                 this help

Exit status:
  0  the masterplan is written (with --dry-run: it can be)
  2  nothing is written, for one because there are such files already

Examples:
  masterplan init masterplan-kabupaten --region "Kabupaten Contoh" --period 2025-2034
  masterplan init --book 1,2 --dry-run

Dalam bahasa Indonesia: masterplan init --help --language id
`,
  },
  run: runInit,
};

function bookLines(language: Language): string {
  return books
    .map(({ id, title }, at) => `                               ${at + 1}  ${id} (${title[language]})`)
    .join('\n');
}

function runInit(argv: readonly string[], io: Io, spoken: Language): Exit {
  const { options: given, rest } = readArguments(argv, options);
  if (rest.length > 1) throw new UsageError(oneFolder);
  const folder = resolve(io.folder, rest[0] ?? '.');
  const wish: NewBookWish = {
    folder: `${pathToFileURL(folder).href.replace(/\/$/, '')}/`,
    language: given.language ?? 'id',
    ...(given.region === undefined ? {} : { region: given.region }),
    ...(given.period === undefined ? {} : { period: periodFrom(given.period) }),
    ...(given.template === undefined ? {} : { template: given.template }),
    ...(given.book === undefined ? {} : { books: booksFrom(given.book) }),
  };
  const palette = paletteFor(io.out, io.environment, colourWish(given));
  const refuse = (notices: Parameters<typeof writeNotices>[0]) => {
    const errPalette = paletteFor(io.err, io.environment, colourWish(given));
    io.err.write(writeNotices(notices, spoken, io.folder, errPalette));
    return exit.failed;
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) return refuse([fault(noFolder, folder)]);
  for (const name of manifestNames) {
    const manifest = join(folder, name);
    if (statSync(manifest, { throwIfNoEntry: false }) !== undefined) return refuse([fault(alreadyBegun, manifest)]);
  }
  const files = newBook(wish).map(({ uri, text }) => ({ path: fileURLToPath(uri), text }));
  const writes = given['dry-run'] !== true;
  const notices = putNew(files, folder, writes);
  if (notices.length > 0) return refuse(notices);
  for (const { path } of files) io.out.write(`${palette.green('+')} ${harmless(pathFrom(io.folder, path))}\n`);
  const chapters = files.length - 1;
  const shown = harmless(pathFrom(io.folder, folder));
  if (spoken === 'id') {
    io.out.write(
      writes
        ? `✓ Masterplan dimulai dengan ${chapters} bab. Periksa dengan: masterplan check ${shown}\n`
        : `Akan ditulis: masterplan.yaml dan ${chapters} bab. Belum ada yang ditulis.\n`,
    );
  } else {
    const counted = `${chapters} ${chapters === 1 ? 'chapter' : 'chapters'}`;
    io.out.write(
      writes
        ? `✓ The masterplan begins with ${counted}. Check it with: masterplan check ${shown}\n`
        : `Would be written: masterplan.yaml and ${counted}. Nothing has been written yet.\n`,
    );
  }
  return exit.fine;
}

function periodFrom(written: string): { from: number; to: number } {
  const span = readYears(written)?.span;
  if (span === undefined) {
    throw new UsageError({
      id: `Periode "${written}" tidak terbaca; tulis misalnya 2025-2034.`,
      en: `The period "${written}" cannot be read; write it as 2025-2034.`,
    });
  }
  return span;
}

function booksFrom(written: string): string[] {
  return written.split(',').map((part) => {
    const name = part.trim();
    const book = books.find(({ id }, at) => id === name || String(at + 1) === name);
    if (book !== undefined) return book.id;
    const all = books.map(({ id }, at) => `${at + 1} (${id})`).join(', ');
    throw new UsageError({
      id: `Buku "${name}" tidak dikenal; pilihannya: ${all}.`,
      en: `There is no book "${name}"; it is one of: ${all}.`,
    });
  });
}

const oneFolder = {
  id: 'Masterplan dimulai di satu folder saja.',
  en: 'A masterplan begins in one folder only.',
};

const noFolder = {
  id: 'ini bukan folder, jadi masterplan tidak dapat dimulai di sini.',
  en: 'this is no folder, so no masterplan can begin here.',
};

const alreadyBegun = {
  id: 'sudah ada, jadi masterplan ini sudah dimulai; tidak ada yang ditulis. Tambah bab dengan: masterplan new',
  en: 'is there already, so this masterplan has begun; nothing was written. Add a chapter with: masterplan new',
};
