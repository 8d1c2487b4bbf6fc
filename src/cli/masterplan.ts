/** `masterplan`: finds the command that is called, and answers for everything that can go wrong around it. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../package.json';
import type { Language, Text } from '../core/language/language';
import { nearest } from '../core/text/distance';
import { languageAskedFor } from './arguments';
import { widthOf } from './columns';
import type { CommandEntry } from './command';
import { commands } from './commands';
import { type Exit, exit, type Io } from './io';
import { ownFault, UsageError } from './notice';

/**
 * Runs one call of the program.
 * @param argv what stands after the program's name
 * @returns the exit status
 */
export async function main(argv: readonly string[], io: Io): Promise<Exit> {
  const language = languageAskedFor(argv) ?? languageOf(io.environment);
  try {
    return await dispatch(argv, io, language);
  } catch (error) {
    if (error instanceof UsageError) return misuse(error.text, commandOf(argv), io, language);
    const sentence = ownFault(error)[language];
    io.err.write(`! masterplan: ${sentence}\n`);
    return exit.failed;
  }
}

async function dispatch(argv: readonly string[], io: Io, language: Language): Promise<Exit> {
  const name = commandOf(argv);
  const options = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
  const wantsHelp = options.includes('--help') || options.includes('-h');
  const entry = commands.find((command) => command.name === (name === 'help' ? commandOf(argv.slice(1)) : name));
  if (entry && (wantsHelp || name === 'help')) {
    io.out.write((await entry.load()).help[language]);
    return exit.fine;
  }
  if (entry)
    return (await entry.load()).run(
      argv.filter((_, at) => at !== argv.indexOf(entry.name)),
      io,
      language,
    );
  if (options.includes('--version') || options.includes('-V')) {
    io.out.write(`masterplan ${version}\n`);
    return exit.fine;
  }
  if (wantsHelp || name === 'help') {
    io.out.write(overview(language));
    return exit.fine;
  }
  if (name === undefined) {
    // Nothing was asked for: in a script that is a mistake, and a person sees how to go on.
    io.err.write(overview(language));
    return exit.failed;
  }
  throw unknownCommand(name, io);
}

/** The first argument that is no option, nor an option's value. */
function commandOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument, index) => {
    const before = argv[index - 1];
    return !argument.startsWith('-') && before !== '--language' && before !== '-l';
  });
  return argv[at];
}

function misuse(text: Text, name: string | undefined, io: Io, language: Language): Exit {
  const command = commands.some((entry) => entry.name === name) ? `masterplan ${name}` : 'masterplan';
  const more = language === 'id' ? `Bantuan: ${command} --help` : `Help: ${command} --help`;
  io.err.write(`! ${text[language]}\n  ${more}\n`);
  return exit.failed;
}

function unknownCommand(name: string, io: Io): UsageError {
  const isPath = statSync(resolve(io.folder, name), { throwIfNoEntry: false }) !== undefined;
  const meant = isPath
    ? `check ${name}`
    : nearest(
        name,
        commands.map((entry) => entry.name),
      );
  return new UsageError({
    id: `Perintah "${name}" tidak dikenal.${meant ? ` Maksud Anda: masterplan ${meant}?` : ''}`,
    en: `There is no command "${name}".${meant ? ` Did you mean: masterplan ${meant}?` : ''}`,
  });
}

function overview(language: Language): string {
  const wide = Math.max(...commands.map((entry) => entry.name.length));
  const table = (entries: readonly CommandEntry[]) =>
    entries
      .map((entry) => `  ${entry.name}${' '.repeat(wide - widthOf(entry.name))}   ${entry.summary[language]}\n`)
      .join('');
  return language === 'id'
    ? `Masterplan ${version}: memeriksa masterplan smart city yang ditulis dalam Markdown.

Cara pakai: masterplan PERINTAH [opsi]

Perintah:
${table(commands)}
Opsi:
  -h, --help       bantuan; masterplan PERINTAH --help untuk satu perintah
  -V, --version    versi program ini

In English: masterplan --help --language en
`
    : `Masterplan ${version}: checks smart-city masterplans written in Markdown.

Usage: masterplan COMMAND [options]

Commands:
${table(commands)}
Options:
  -h, --help       help; masterplan COMMAND --help for one command
  -V, --version    version of this program

Dalam bahasa Indonesia: masterplan --help --language id
`;
}

/** The language of the system where it is English; the books are Indonesian, and so is everything else. */
function languageOf(environment: Io['environment']): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en(?![a-z])/i.test(locale) ? 'en' : 'id';
}
