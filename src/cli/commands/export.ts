/** `masterplan export`: the finished books, as files. */

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from '../../core/book/book';
import type { ExportFile, ExportFormat, NeededImage, Remark, RenderWishes } from '../../core/export';
import type { Language, Text } from '../../core/language/language';
import { checkBook } from '../../core/rules/check';
import { resolveSettings } from '../../core/template/resolve';
import type { BookKind } from '../../core/template/template';
import { findBrowser, PrintFailure, printPdf } from '../../printing/browser';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import { harmless } from '../columns';
import type { Command } from '../command';
import { number } from '../formats/text';
import { type Exit, exit, type Io } from '../io';
import { loadBook, loadLoose } from '../load';
import { fault, type Notice, note, ownFault, UsageError, writeNotices } from '../notice';
import { pathFrom, slashed } from '../paths';
import { Progress } from '../progress';
import { codeOf, unreadable } from '../sources';
import { asideUnlessTarget, findTargets } from '../targets';
import { createFile, putFile, unwritable } from '../write';

const formats = ['docx', 'html', 'pdf', 'md', 'xlsx', 'csv'] as const satisfies readonly ExportFormat[];

const options = {
  ...commonOptions,
  format: { type: 'string', short: 'f', choices: formats },
  book: { type: 'string', short: 'b', many: true },
  out: { type: 'string', short: 'o' },
  reference: { type: 'string' },
  force: { type: 'boolean' },
} as const;

export const exportCommand: Command = {
  help: {
    id: `Cara pakai: masterplan export [JALUR] --format BENTUK [opsi]

Menyusun bab-bab menjadi buku jadi, dengan nomor BAB, daftar isi, dan daftar tabel.

JALUR adalah folder masterplan, masterplan.yaml, atau salah satu babnya. Tanpa JALUR
yang diekspor adalah masterplan di folder ini.

Bentuk:
  docx   buku untuk Word dan LibreOffice, satu berkas per buku
  pdf    buku siap cetak, satu berkas per buku (memakai Chromium, Chrome, atau Edge)
  html   satu berkas untuk dibaca di peramban, tanpa jaringan
  md     Markdown, satu berkas per buku
  xlsx   semua program sebagai lembar kerja, satu lembar per dimensi
  csv    semua program, satu baris per program

Opsi:
  -f, --format BENTUK        bentuk hasil: docx, html, pdf, md, xlsx, csv
  -b, --book BUKU            hanya buku ini: nomor, id, atau judulnya; boleh berulang
  -o, --out FOLDER|BERKAS    tempat hasil; jika tidak diberikan, folder ini
      --reference BERKAS     dokumen Word (.docx) yang gayanya dipakai
      --force                ganti berkas yang sudah ada
  -l, --language id|en       bahasa pesan; isi buku tetap dalam bahasanya sendiri
      --color, --no-color    selalu atau tidak pernah berwarna
  -h, --help                 bantuan ini

Status keluar:
  0  semua berkas ditulis; kesalahan di naskah tidak menghalangi, hanya disebut jumlahnya
  2  ada yang tidak dapat dibaca atau ditulis; berkas yang ada tidak diganti tanpa --force

Contoh:
  masterplan export --format docx
  masterplan export --format docx --book 2 --reference masukan.docx --out hasil/
  masterplan export masterplan-kabupaten/ --format xlsx --out program.xlsx

In English: masterplan export --help --language en
`,
    en: `Usage: masterplan export [PATH] --format FORMAT [options]

Puts the chapters together as finished books, with chapter numbers, contents and lists.

PATH is a masterplan's folder, its masterplan.yaml, or one of its chapters. Without PATH
it is the masterplan in this folder.

Formats:
  docx   books for Word and LibreOffice, one file per book
  pdf    books ready to print, one file per book (by way of Chromium, Chrome or Edge)
  html   one file to read in a browser, without a network
  md     Markdown, one file per book
  xlsx   all programmes as a spreadsheet, one sheet per dimension
  csv    all programmes, one line each

Options:
  -f, --format FORMAT        docx, html, pdf, md, xlsx, csv
  -b, --book BOOK            only this book: its number, id or title; may be repeated
  -o, --out FOLDER|FILE      where the result goes; this folder if not given
      --reference FILE       a Word document (.docx) whose styles are used
      --force                replace files that are there already
  -l, --language id|en       language of the messages; a book stays in its own
      --color, --no-color    always or never use colours
  -h, --help                 this help

Exit status:
  0  all files are written; errors in the text do not stop that, only their number is told
  2  something could not be read or written; no file is replaced without --force

Examples:
  masterplan export --format docx
  masterplan export --format docx --book 2 --reference input.docx --out results/
  masterplan export masterplan-regency/ --format xlsx --out programmes.xlsx

Dalam bahasa Indonesia: masterplan export --help --language id
`,
  },
  run: runExport,
};

async function runExport(argv: readonly string[], io: Io, spoken: Language): Promise<Exit> {
  const { options: given, rest } = readArguments(argv, options);
  const { format } = given;
  if (format === undefined) throw new UsageError(noFormat);
  if (rest.length > 1) throw new UsageError(onePath);
  if (given.reference !== undefined && format !== 'docx') throw new UsageError(onlyDocx);
  const progress = new Progress(io);
  const notices: Notice[] = [];
  let language = given.language ?? spoken;
  const finish = (status: Exit): Exit => {
    progress.clear();
    const palette = paletteFor(io.err, io.environment, colourWish(given));
    io.err.write(writeNotices(notices, language, io.folder, palette));
    return notices.some(({ level }) => level === 'fault') ? exit.failed : status;
  };

  const book = bookAt(rest[0] ?? '.', io, given.language, notices);
  if (book === undefined) return finish(exit.failed);
  language = given.language ?? book.settings.language;
  const wanted = given.book === undefined ? undefined : booksNamed(given.book, book);
  progress.show(() => (language === 'id' ? 'Menyiapkan ekspor …' : 'Preparing the export …'));
  const core = await import('../../core/export');
  const manuscript = core.manuscriptOf(book, {
    ...(wanted === undefined ? {} : { books: wanted }),
    keepsCharts: format === 'md',
  });
  if (manuscript.books.length === 0) {
    notices.push(fault(wanted === undefined ? nothingThere : nothingOfThat));
    return finish(exit.failed);
  }
  const files = placesOf(core.exportFiles(manuscript, format), given.out, io.folder, format);
  if (!given.force)
    notices.push(...files.filter(({ path }) => isThere(path)).map(({ path }) => fault(alreadyThere, path)));
  for (const { path } of files) if (isFolder(path)) notices.push(fault(isAFolder, path));
  if (notices.some(({ level }) => level === 'fault')) return finish(exit.failed);

  try {
    const browser = format === 'pdf' ? findBrowser(io.environment) : undefined;
    const images = imagesFor(core.neededImages(manuscript), format);
    const wishes: RenderWishes = {
      ...stylesFrom(given.reference, io.folder, core.referenceStyles),
      images,
      ...(format === 'docx' ? await pagesWhereThere() : {}),
      ...(browser === undefined ? {} : { print: (html: Uint8Array) => printPdf(browser, html) }),
    };
    for (const [at, file] of files.entries()) {
      progress.show(() => {
        const name = harmless(basename(file.path));
        const count = `${at + 1}/${files.length}`;
        return language === 'id' ? `Menulis ${name} … ${count}` : `Writing ${name} … ${count}`;
      });
      const addresses = format === 'md' ? addressesFrom(core.neededImages(manuscript), dirname(file.path)) : undefined;
      const bytes = await core.renderExport(book, manuscript, file, format, {
        ...wishes,
        ...(addresses === undefined ? {} : { addresses }),
      });
      writeNew(file.path, bytes, given.force ?? false);
      progress.clear();
      io.out.write(`${writtenLine(file.path, io.folder, language)}\n`);
    }
    notices.push(...errorsIn(book), ...core.exportRemarks(manuscript, format, images).map(noticeOf));
  } catch (error) {
    notices.push(reasonOf(error));
    return finish(exit.failed);
  }
  return finish(exit.fine);
}

// ---- What is exported

function bookAt(path: string, io: Io, wished: Language | undefined, notices: Notice[]): Book | undefined {
  const targets = findTargets([path], io.folder);
  const wishes = { language: wished ?? 'auto' } as const;
  notices.push(...targets.notices);
  const [found, second] = targets.books;
  if (second !== undefined) {
    const all = targets.books.map(({ folder }) => pathFrom(io.folder, folder)).join(', ');
    notices.push(
      fault({
        id: `ada ${targets.books.length} masterplan di sini; sebutkan salah satu: ${all}`,
        en: `there are ${targets.books.length} masterplans here; name one of them: ${all}`,
      }),
    );
    return undefined;
  }
  if (found !== undefined) {
    const { book, notices: said } = loadBook(found, { wishes });
    notices.push(...said.map((notice) => asideUnlessTarget(notice, targets.targets)));
    return book;
  }
  const [loose] = targets.loose;
  if (loose !== undefined && targets.loose.length === 1) {
    const loaded = loadLoose(loose, resolveSettings(undefined, wishes), { expectsText: true });
    notices.push(...loaded.notices);
    if (loaded.book !== undefined) return loaded.book;
  }
  if (!notices.some(({ level }) => level === 'fault')) notices.push(fault(noMasterplan, resolve(io.folder, path)));
  return undefined;
}

/** Ids of the books that were named by number, id, title or another name. */
function booksNamed(names: string, { settings }: Book): string[] {
  const { books } = settings.template;
  return names.split(',').map((written) => {
    const name = written.trim();
    const plain = name.toLowerCase();
    const isNamed = ({ id, title, also }: BookKind) =>
      [id, title.id, title.en, ...also].some((one) => one.toLowerCase() === plain);
    const found = books[Number(/^(?:buku\s*)?(\d+)$/i.exec(name)?.[1] ?? Number.NaN) - 1] ?? books.find(isNamed);
    if (found !== undefined) return found.id;
    const choices = books.map(({ id }, at) => `${at + 1} (${id})`).join(', ');
    throw new UsageError({
      id: `Buku "${name}" tidak dikenal; pilihannya: ${choices}.`,
      en: `There is no book "${name}"; there are: ${choices}.`,
    });
  });
}

interface PlacedFile extends ExportFile {
  /** Absolute. */
  readonly path: string;
}

/** `--out` is a file where it has the format's ending, and a folder everywhere else. */
function placesOf(
  files: readonly ExportFile[],
  out: string | undefined,
  start: string,
  format: ExportFormat,
): PlacedFile[] {
  const wished = out === undefined ? start : resolve(start, out);
  const isFile = out !== undefined && extname(out).toLowerCase() === `.${format}` && !isFolder(wished);
  if (!isFile) return files.map((file) => ({ ...file, path: join(wished, file.name) }));
  const [file, second] = files;
  if (second === undefined && file !== undefined) return [{ ...file, path: wished }];
  throw new UsageError({
    id: `Hasilnya ${files.length} berkas, satu per buku: sebutkan folder dengan --out, atau satu buku dengan --book.`,
    en: `There are ${files.length} files, one for each book: name a folder with --out, or one book with --book.`,
  });
}

// ---- What goes into it

/** Far beyond any picture in a book. */
const mostBytes = 50_000_000;

function imagesFor(needed: readonly NeededImage[], format: ExportFormat): Map<string, Uint8Array> {
  const images = new Map<string, Uint8Array>();
  if (format !== 'docx' && format !== 'html' && format !== 'pdf') return images;
  for (const { key, file } of needed) {
    const bytes = file === undefined ? undefined : bytesOf(file);
    if (bytes !== undefined) images.set(key, bytes);
  }
  return images;
}

function bytesOf(uri: string): Uint8Array | undefined {
  try {
    const path = fileURLToPath(uri);
    const { size } = statSync(path);
    return size > 0 && size <= mostBytes ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing for an address that no path can have (`a%2Fb.png`). */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The images where they are, seen from the folder of the new file; an address that leads to no file stays as it is. */
function addressesFrom(needed: readonly NeededImage[], folder: string): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const { key, file } of needed) {
    const path = file === undefined ? undefined : pathOf(file);
    if (file === undefined || path === undefined) continue;
    const way = relative(folder, path);
    // No way leads to another drive.
    addresses.set(key, isAbsolute(way) ? file : slashed(way).split('/').map(encodeURIComponent).join('/'));
  }
  return addresses;
}

function stylesFrom(
  reference: string | undefined,
  start: string,
  read: (bytes: Uint8Array) => string | undefined,
): RenderWishes {
  if (reference === undefined) return {};
  const path = resolve(start, reference);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Refusal(unreadable(error), path);
  }
  const styles = read(bytes);
  if (styles === undefined) throw new Refusal(noDocument, path);
  return { styles };
}

/** What lays pages out is large and may be left out of a package; Word counts the pages itself then. */
async function pagesWhereThere(): Promise<RenderWishes> {
  try {
    const { pageNumbers } = await import('../../core/export/pages');
    return { pageNumbers };
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND' && codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    return {};
  }
}

// ---- Files

/** Why the export stops, at which file. */
class Refusal extends Error {
  constructor(
    readonly text: Text,
    readonly path: string,
  ) {
    super(text.en);
  }
}

/** Writes a file whole or not at all; what is there already stays, unless it is to be replaced. */
function writeNew(path: string, bytes: Uint8Array, replaces: boolean): void {
  try {
    if (replaces) putFile(path, bytes);
    else createFile(path, bytes);
  } catch (error) {
    throw new Refusal(unwritable(error), path);
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

// ---- What is said

function reasonOf(error: unknown): Notice {
  if (error instanceof Refusal) return fault(error.text, error.path);
  if (error instanceof PrintFailure) return fault(error.text);
  return fault(ownFault(error));
}

function writtenLine(path: string, start: string, language: Language): string {
  const { size } = statSync(path);
  const kilobytes = number(Math.max(1, Math.round(size / 1024)), language);
  return `${harmless(pathFrom(start, path))} (${kilobytes} KB)`;
}

function noticeOf({ chapter, message }: Remark): Notice {
  return note(message, fileURLToPath(chapter.uri));
}

/** How many errors the text still has, where it has any. */
function errorsIn(book: Book): Notice[] {
  const errors = [...checkBook(book).values()].flat().filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return [];
  return [
    note({
      id: `naskahnya masih memuat ${errors} kesalahan; lihat masterplan check.`,
      en: `the text still has ${errors} ${errors === 1 ? 'error' : 'errors'}; see masterplan check.`,
    }),
  ];
}

const noFormat: Text = {
  id: 'Sebutkan bentuk hasilnya dengan --format: docx, html, pdf, md, xlsx, csv.',
  en: 'Name the format with --format: docx, html, pdf, md, xlsx, csv.',
};

const onePath: Text = {
  id: 'Hanya satu masterplan yang dapat diekspor sekaligus.',
  en: 'Only one masterplan can be exported at a time.',
};

const onlyDocx: Text = {
  id: '--reference hanya berlaku untuk --format docx.',
  en: '--reference only goes with --format docx.',
};

const noMasterplan: Text = {
  id: 'tidak ada masterplan di sini: tidak ada masterplan.yaml di folder ini atau di atasnya.',
  en: 'there is no masterplan here: no masterplan.yaml in this folder or above it.',
};

const nothingThere: Text = { id: 'belum ada bab yang dapat diekspor.', en: 'there is no chapter to export yet.' };

const nothingOfThat: Text = {
  id: 'buku itu belum memiliki bab.',
  en: 'there is no chapter of that book yet.',
};

const alreadyThere: Text = {
  id: 'sudah ada dan tidak diganti; pakai --force untuk menggantinya, atau --out untuk tempat lain.',
  en: 'is there already and was not replaced; use --force to replace it, or --out for another place.',
};

const isAFolder: Text = { id: 'adalah folder.', en: 'is a folder.' };

const noDocument: Text = {
  id: 'bukan dokumen Word (.docx), sehingga gayanya tidak dapat dipakai.',
  en: 'is no Word document (.docx), so its styles cannot be used.',
};
