/** `masterplan check`: reads books and chapters, and shows what a reviewer would hand back. */

import type { Severity } from '../../core/language/finding';
import type { Language } from '../../core/language/language';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import type { Command } from '../command';
import { writeDiff } from '../formats/diff';
import { number, type TextLook, usualColumns, writeMending, writeProblems, writeSummary } from '../formats/text';
import { idleTargets } from '../idle';
import { type Exit, exit, type Io } from '../io';
import { UsageError, writeNotices } from '../notice';
import type { Mode, Piece } from '../pieces';
import { Progress } from '../progress';
import { type Report, severities, totalsOf } from '../report';
import { findTargets, type Targets } from '../targets';
import { checkPieces } from '../threads';

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

async function runCheck(argv: readonly string[], io: Io, spoken: Language): Promise<Exit> {
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
  const report = await checkTargets(targets, mode, { wished: given.language, spoken, progress, threads: io.threads });
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
    const write = await machineFormats[format]();
    io.out.write(write(report, io.folder, failOn));
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

/** Given the folder that its files are named from, where the format itself does not say (JSON names its own). */
type WriteReport = (report: Report, folder: string, failOn: Severity | 'never') => string;

/** Loaded when they are asked for: a person who looks at the text of a report waits for none of them. */
const machineFormats: Readonly<
  Record<Exclude<(typeof options.format.choices)[number], 'text'>, () => Promise<WriteReport>>
> = {
  json: async () => (await import('../formats/json')).writeJson,
  sarif: async () => (await import('../formats/sarif')).writeSarif,
  junit: async () => (await import('../formats/junit')).writeJunit,
  github: async () => (await import('../formats/github')).writeGithub,
  gitlab: async () => (await import('../formats/gitlab')).writeGitlab,
  lines: async () => (await import('../formats/lines')).writeLines,
};

function exitOf(report: Report, failOn: Severity | 'never'): Exit {
  const totals = totalsOf(report);
  if (totals.faults > 0) return exit.failed;
  if (failOn === 'never') return exit.fine;
  const grave = severities.slice(0, severities.indexOf(failOn) + 1);
  return grave.some((severity) => totals.problems[severity] > 0) ? exit.found : exit.fine;
}

interface Circumstances {
  readonly wished: Language | undefined;
  readonly spoken: Language;
  readonly progress: Progress;
  readonly threads: Io['threads'];
}

/** What comes of each piece, put together in the order in which they were found. */
async function checkTargets(
  { targets, books, loose, notices, folder }: Targets,
  mode: Mode,
  { wished, spoken, progress, threads }: Circumstances,
): Promise<Report> {
  const all = books.reduce((sum, book) => sum + book.files.length, loose.length);
  const onFile = (done: number) =>
    progress.show(() =>
      spoken === 'id'
        ? `Memeriksa … ${number(done, spoken)} dari ${number(all, spoken)} berkas`
        : `Checking … ${number(done, spoken)} of ${number(all, spoken)} files`,
    );
  const pieces: Piece[] = [...books.map((book) => ({ book })), ...loose.map((path) => ({ loose: path }))];
  const checked = await checkPieces(pieces, { targets, mode, wishes: { language: wished ?? 'auto' } }, threads, onFile);
  const files = checked.flatMap((piece) => piece.files);
  const excluded = new Set(checked.flatMap((piece) => piece.excluded));
  const said = [...notices, ...checked.flatMap((piece) => piece.notices)];
  const mending = {
    problems: checked.reduce((sum, piece) => sum + piece.mended, 0),
    changes: checked.flatMap((piece) => piece.changes),
    isWritten: mode === 'fix',
  };
  return {
    folder,
    language: wished ?? checked.find((piece) => piece.language !== undefined)?.language ?? spoken,
    books: books.length,
    files,
    notices: [...said, ...idleTargets(targets, files, excluded, said)],
    ...(mode === 'check' ? {} : { mending }),
  };
}

const noDiffIn = (format: string) => ({
  id: `--dry-run menunjukkan perubahan sebagai diff; tidak dapat bersama --format ${format}.`,
  en: `--dry-run shows changes as a diff; it does not go with --format ${format}.`,
});
