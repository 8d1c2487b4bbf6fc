/** `masterplan check`: reads books and chapters, and shows what a reviewer would hand back. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from '../../core/book/book';
import type { Severity } from '../../core/language/finding';
import type { Language } from '../../core/language/language';
import { checkBook } from '../../core/rules/check';
import type { Problem } from '../../core/rules/problem';
import { resolveSettings } from '../../core/template/resolve';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import type { Command } from '../command';
import { writeDiff } from '../formats/diff';
import { writeGithub } from '../formats/github';
import { writeGitlab } from '../formats/gitlab';
import { writeJson } from '../formats/json';
import { writeJunit } from '../formats/junit';
import { writeLines } from '../formats/lines';
import { writeSarif } from '../formats/sarif';
import { number, type TextLook, usualColumns, writeMending, writeProblems, writeSummary } from '../formats/text';
import { idleTargets } from '../idle';
import { type Exit, exit, type Io } from '../io';
import { type LoadedBook, type LoadedFile, loadBook, loadLoose } from '../load';
import { type FileChange, type MendOptions, mendLoaded } from '../mend';
import { fault, type Notice, ownFault, ruleFault, UsageError, writeNotices } from '../notice';
import { Progress } from '../progress';
import { type CheckedFile, type Report, severities, totalsOf } from '../report';
import { asideUnlessTarget, findTargets, isTarget, type Targets } from '../targets';

const options = {
  ...commonOptions,
  format: { type: 'string', short: 'f', choices: ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'lines'] },
  'fail-on': { type: 'string', choices: ['error', 'warning', 'info', 'never'] },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

export const check: Command = {
  help: {
    id: `Cara pakai: masterplan check [JALUR...] [opsi]

Memeriksa masterplan dan menunjukkan apa yang kurang atau keliru, di tempatnya.

JALUR boleh berupa folder (dengan satu masterplan atau beberapa), satu bab (.md),
atau satu masterplan.yaml. Tanpa JALUR yang diperiksa adalah folder ini. Untuk satu
bab, seluruh masterplannya tetap dibaca, tetapi hanya masalah bab itu yang ditampilkan.

Opsi:
  -f, --format BENTUK        bentuk hasil: untuk dibaca orang (text, baku), untuk
                             program (json, sarif, junit), untuk ditampilkan GitHub
                             (github) dan GitLab (gitlab), atau satu baris per
                             masalah untuk editor (lines)
  -l, --language id|en       bahasa pesan; jika tidak diberikan, bahasa masterplannya
      --fail-on TINGKAT      status keluar 1 mulai dari tingkat ini:
                             error (baku), warning, info, atau never
      --fix                  perbaiki yang dapat diperbaiki tanpa pilihan Anda, lalu
                             tampilkan yang tersisa; bab yang belum ada dibuatkan
      --dry-run              tunjukkan saja apa yang akan diubah --fix (sebagai diff)
      --color, --no-color    selalu atau tidak pernah berwarna
  -h, --help                 bantuan ini

Status keluar (dengan --fix dan --dry-run: sesudah perbaikan):
  0  tidak ada masalah pada tingkat --fail-on atau di atasnya
  1  ada masalah pada tingkat itu
  2  ada yang tidak dapat diperiksa atau ditulis, misalnya berkas yang tidak terbaca

Contoh:
  masterplan check
  masterplan check buku-2-masterplan/03-smart-governance.md
  masterplan check --format json --fail-on warning masterplan-kabupaten/
  masterplan check --dry-run

In English: masterplan check --help --language en
`,
    en: `Usage: masterplan check [PATH...] [options]

Checks masterplans and shows what is missing or wrong, where it is.

PATH may be a folder (with one masterplan or several), one chapter (.md), or one
masterplan.yaml. Without PATH it is this folder. For one chapter its whole masterplan
is read all the same, but only the problems of that chapter are shown.

Options:
  -f, --format FORMAT        the result for people (text, the default), for programs
                             (json, sarif, junit), to be shown by GitHub (github)
                             and GitLab (gitlab), or a line for each problem, for
                             editors (lines)
  -l, --language id|en       language of the messages; else that of the masterplan
      --fail-on SEVERITY     exit status 1 from this severity on:
                             error (default), warning, info, or never
      --fix                  mend what needs no choice of yours, then show what is
                             left; missing chapters are created
      --dry-run              only show what --fix would change (as a diff)
      --color, --no-color    always or never use colours
  -h, --help                 this help

Exit status (with --fix and --dry-run: after mending):
  0  no problem at or above --fail-on
  1  there are such problems
  2  something could not be checked or written, such as a file that cannot be read

Examples:
  masterplan check
  masterplan check buku-2-masterplan/03-smart-governance.md
  masterplan check --format json --fail-on warning masterplan-kabupaten/
  masterplan check --dry-run

Dalam bahasa Indonesia: masterplan check --help --language id
`,
  },
  run: runCheck,
};

function runCheck(argv: readonly string[], io: Io, spoken: Language): Exit {
  const { options: given, rest } = readArguments(argv, options);
  const mode = given['dry-run'] ? 'dry-run' : given.fix ? 'fix' : 'check';
  const format = given.format ?? 'text';
  const failOn = given['fail-on'] ?? 'error';
  if (mode === 'dry-run' && format !== 'text') throw new UsageError(noDiffIn(format));
  const progress = new Progress(io);
  let folders = 0;
  const targets = findTargets(rest.length === 0 ? ['.'] : rest, io.folder, () => {
    folders++;
    progress.show(() =>
      spoken === 'id'
        ? `Mencari bab … ${number(folders, spoken)} folder`
        : `Looking for chapters … ${number(folders, spoken)} folders`,
    );
  });
  const report = checkTargets(targets, mode, given.language, spoken, progress);
  progress.clear();

  const palette = paletteFor(io.out, io.environment, colourWish(given));
  const errPalette = paletteFor(io.err, io.environment, colourWish(given));
  const notices = () => io.err.write(writeNotices(report.notices, report.language, io.folder, errPalette));
  const look: TextLook = {
    palette,
    folder: io.folder,
    columns: (io.out.isTerminal && io.out.columns) || usualColumns,
    wraps: io.out.isTerminal,
  };
  if (format !== 'text') {
    io.out.write(machineFormats[format](report, io.folder, failOn));
    notices();
  } else if (mode === 'dry-run') {
    // The diff alone, so that it can go into a file and from there to `git apply`.
    const { changes = [] } = report.mending ?? {};
    io.out.write(writeDiff(changes, { palette, folder: io.folder, isTerminal: io.out.isTerminal }));
    notices();
    const errLook = { ...look, palette: errPalette };
    if (report.files.length > 0) io.err.write(writeMending(report, errLook) + writeSummary(report, errLook));
  } else {
    io.out.write(writeProblems(report, look));
    notices();
    if (report.files.length > 0) io.out.write(writeMending(report, look) + writeSummary(report, look));
  }
  return exitOf(report, failOn);
}

/** Each given the folder that its files are named from, where the format itself does not say (JSON names its own). */
const machineFormats: Readonly<
  Record<
    Exclude<(typeof options.format.choices)[number], 'text'>,
    (report: Report, folder: string, failOn: Severity | 'never') => string
  >
> = {
  json: writeJson,
  sarif: writeSarif,
  junit: writeJunit,
  github: writeGithub,
  gitlab: writeGitlab,
  lines: writeLines,
};

function exitOf(report: Report, failOn: Severity | 'never'): Exit {
  const totals = totalsOf(report);
  if (totals.faults > 0) return exit.failed;
  if (failOn === 'never') return exit.fine;
  const grave = severities.slice(0, severities.indexOf(failOn) + 1);
  return grave.some((severity) => totals.problems[severity] > 0) ? exit.found : exit.fine;
}

/** Whether files are mended, and whether that is written. */
type Mode = 'check' | 'fix' | 'dry-run';

function checkTargets(
  { targets, books, loose, notices, folder }: Targets,
  mode: Mode,
  wished: Language | undefined,
  spoken: Language,
  progress: Progress,
): Report {
  const wishes = { language: wished ?? 'auto' } as const;
  const all = books.reduce((sum, book) => sum + book.files.length, loose.length);
  let done = 0;
  const onFile = () => {
    done++;
    progress.show(() =>
      spoken === 'id'
        ? `Memeriksa … ${number(done, spoken)} dari ${number(all, spoken)} berkas`
        : `Checking … ${number(done, spoken)} of ${number(all, spoken)} files`,
    );
  };
  const said: Notice[] = [...notices];
  const files: CheckedFile[] = [];
  const excluded = new Set<string>();
  const places = new Map<string, LoadedFile>();
  let language = wished;

  const changes: FileChange[] = [];
  let mended = 0;

  /** @param root nothing is written outside of this folder */
  const take = ({ book, files: loaded, notices: more }: LoadedLoose, root: string) => {
    said.push(...more.map((notice) => asideUnlessTarget(notice, targets)));
    if (!book) return;
    language ??= book.settings.language;
    const isAsked = (path: string) => isTarget(targets, path);
    const state =
      mode === 'check'
        ? { book, files: loaded, problems: problemsOf(book, said) }
        : mendedOf(book, loaded, { wishes, root, isAsked, writes: mode === 'fix' }, said);
    if ('mended' in state) {
      changes.push(...state.changes);
      mended += state.mended;
      said.push(...state.notices);
    }
    for (const [uri, file] of state.files) places.set(uri, file);
    const { manifest, chapters } = state.book;
    const inOrder = [...(manifest ? [manifest.uri] : []), ...chapters.map((chapter) => chapter.uri)];
    for (const uri of inOrder) {
      const file = state.files.get(uri);
      if (!file || !isAsked(file.path)) continue;
      files.push({ ...file, problems: state.problems.get(uri) ?? [] });
    }
  };
  for (const found of books) {
    const loaded = loadBook(found, { wishes, onFile });
    for (const path of loaded.excluded) excluded.add(path);
    take(loaded, found.folder);
  }
  const looseSettings = loose.length > 0 ? resolveSettings(undefined, wishes) : undefined;
  for (const path of loose) {
    if (!looseSettings) break;
    // Below a folder a file that is no text may be anything; named by itself it was meant as a chapter.
    const expectsText = targets.some((target) => target.path === path);
    take(loadLoose(path, looseSettings, { onFile, expectsText }), dirname(path));
  }
  said.push(...idleTargets(targets, files, excluded, said));
  return {
    folder,
    language: language ?? spoken,
    books: books.length,
    files,
    notices: said,
    ...(mode === 'check' ? {} : { mending: { problems: mended, changes, isWritten: mode === 'fix' } }),
    placeOf: (uri) => places.get(uri),
  };
}

type LoadedLoose = Omit<LoadedBook, 'book'> & { readonly book?: Book };

/** A fault in the tool changes no file, and the book is at least checked. */
function mendedOf(book: Book, loaded: LoadedBook['files'], options: MendOptions, said: Notice[]) {
  try {
    return mendLoaded(book, loaded, options);
  } catch (error) {
    said.push(fault(ownFault(error), options.root));
    return { book, files: loaded, problems: problemsOf(book, said) };
  }
}

function problemsOf(book: Book, said: Notice[]): ReadonlyMap<string, readonly Problem[]> {
  const uri = book.manifest?.uri ?? book.chapters[0]?.uri;
  const path = uri === undefined ? undefined : fileURLToPath(uri);
  try {
    return checkBook(book, (rule, error) => said.push(fault(ruleFault(rule, error), path)));
  } catch (error) {
    said.push(fault(ownFault(error), path));
    return new Map();
  }
}

const noDiffIn = (format: string) => ({
  id: `--dry-run menunjukkan perubahan sebagai diff; tidak dapat bersama --format ${format}.`,
  en: `--dry-run shows changes as a diff; it does not go with --format ${format}.`,
});
