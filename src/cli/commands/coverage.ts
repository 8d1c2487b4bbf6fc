/** `masterplan coverage`: what a masterplan covers, as matrices of dimensions, sub-dimensions and agencies. */

import { dirname } from 'node:path';
import type { Language } from '../../core/language/language';
import { colourWish, commonOptions, readArguments } from '../arguments';
import { paletteFor } from '../colours';
import type { Command } from '../command';
import {
  type CoveredBook,
  covered,
  writeCoverageJson,
  writeCoverageMarkdown,
  writeCoverageText,
} from '../formats/coverage';
import { number, usualColumns } from '../formats/text';
import { type Exit, exit, type Io } from '../io';
import { loadBook } from '../load';
import { fault, type Notice, ownFault, writeNotices } from '../notice';
import { Progress } from '../progress';
import { findTargets, isTarget } from '../targets';

const options = {
  ...commonOptions,
  format: { type: 'string', short: 'f', choices: ['text', 'markdown', 'json'] },
} as const;

export const coverage: Command = {
  help: {
    id: `Cara pakai: masterplan coverage [JALUR...] [opsi]

Menunjukkan apa yang sudah dicakup masterplan: bagian wajib tiap dimensi, program
tiap sub-dimensi, dan program tiap OPD.

JALUR boleh berupa folder (dengan satu masterplan atau beberapa), satu bab (.md),
atau satu masterplan.yaml; yang ditunjukkan selalu seluruh masterplannya. Tanpa
JALUR yang ditunjukkan adalah masterplan di folder ini.

Opsi:
  -f, --format text|markdown|json
                             bentuk hasil: untuk dibaca di terminal (text), untuk
                             laporan (markdown), atau untuk program (json)
  -l, --language id|en       bahasa hasil; jika tidak diberikan, bahasa masterplannya
      --color, --no-color    selalu atau tidak pernah berwarna
  -h, --help                 bantuan ini

Status keluar:
  0  hasilnya lengkap
  2  ada yang tidak dapat dibaca, atau tidak ada masterplan

Contoh:
  masterplan coverage
  masterplan coverage --format markdown masterplan-kabupaten/ > cakupan.md

In English: masterplan coverage --help --language en
`,
    en: `Usage: masterplan coverage [PATH...] [options]

Shows what a masterplan covers: the required sections of each dimension, the
programmes of each sub-dimension, and the programmes of each agency.

PATH may be a folder (with one masterplan or several), one chapter (.md), or one
masterplan.yaml; what is shown is always the whole masterplan. Without PATH it is
the masterplan in this folder.

Options:
  -f, --format text|markdown|json
                             the result for a terminal (text), for a report
                             (markdown), or for programs (json)
  -l, --language id|en       language of the result; else that of the masterplan
      --color, --no-color    always or never use colours
  -h, --help                 this help

Exit status:
  0  the result is complete
  2  something could not be read, or there is no masterplan

Examples:
  masterplan coverage
  masterplan coverage --format markdown masterplan-kabupaten/ > coverage.md

Dalam bahasa Indonesia: masterplan coverage --help --language id
`,
  },
  run: runCoverage,
};

function runCoverage(argv: readonly string[], io: Io, spoken: Language): Exit {
  const { options: given, rest } = readArguments(argv, options);
  const progress = new Progress(io);
  const { targets, books, notices, folder } = findTargets(rest.length === 0 ? ['.'] : rest, io.folder);
  const said: Notice[] = [...notices];
  const found: CoveredBook[] = [];
  let done = 0;
  const onFile = () => {
    done++;
    progress.show(() =>
      spoken === 'id' ? `Membaca … ${number(done, spoken)} berkas` : `Reading … ${number(done, spoken)} files`,
    );
  };
  for (const one of books) {
    const { book, files, notices: more } = loadBook(one, { wishes: { language: given.language ?? 'auto' }, onFile });
    said.push(...more);
    try {
      found.push(covered(book, files));
    } catch (error) {
      said.push(fault(ownFault(error), dirname(one.manifest)));
    }
  }
  progress.clear();
  for (const target of targets) {
    const isIn = (path: string | undefined) => path !== undefined && isTarget([target], path);
    if (books.some(({ manifest, files }) => [manifest, ...files].some(isIn))) continue;
    if (!said.some(({ level, path }) => level === 'fault' && isIn(path))) said.push(fault(noMasterplan, target.path));
  }
  const language = given.language ?? found[0]?.book.settings.language ?? spoken;
  const palette = paletteFor(io.out, io.environment, colourWish(given));
  const columns = (io.out.isTerminal && io.out.columns) || usualColumns;
  if (given.format === 'json') io.out.write(writeCoverageJson(found, folder));
  else if (given.format === 'markdown') io.out.write(writeCoverageMarkdown(found, language));
  else io.out.write(writeCoverageText(found, { language, palette, columns }));
  io.err.write(writeNotices(said, language, io.folder, paletteFor(io.err, io.environment, colourWish(given))));
  return said.some(({ level }) => level === 'fault') ? exit.failed : exit.fine;
}

const noMasterplan = {
  id: 'tidak ada masterplan di sini: cakupan dihitung untuk folder dengan masterplan.yaml.',
  en: 'there is no masterplan here: coverage is that of a folder with a masterplan.yaml.',
};
