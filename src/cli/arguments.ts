/** Reads what stands after a command's name, and says plainly what is wrong with it. */

import { parseArgs } from 'node:util';
import type { Language } from '../core/language/language';
import { nearest } from '../core/text/distance';
import { UsageError } from './notice';

export type OptionShape =
  | { readonly type: 'boolean'; readonly short?: string }
  | {
      readonly type: 'string';
      readonly short?: string;
      readonly choices?: readonly string[];
      /** May be given several times; the values are joined by commas. */
      readonly many?: boolean;
    };

export type OptionShapes = Readonly<Record<string, OptionShape>>;

type OptionValue<Shape> = Shape extends { readonly type: 'boolean' }
  ? boolean
  : Shape extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string;

export interface Arguments<Shapes extends OptionShapes> {
  /** The options that were given; of one given twice, the last. */
  readonly options: { readonly [Name in keyof Shapes]?: OptionValue<Shapes[Name]> };
  /** All that is no option: files and folders. */
  readonly rest: readonly string[];
}

/** The options that every command has. */
export const commonOptions = {
  language: { type: 'string', short: 'l', choices: ['id', 'en'] },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionShapes;

/**
 * @throws UsageError for an option that is not there, that lacks its value, or whose value is none of its choices.
 */
export function readArguments<const Shapes extends OptionShapes>(
  argv: readonly string[],
  shapes: Shapes,
): Arguments<Shapes> {
  const { tokens } = parseArgs({
    args: [...argv],
    // Parsed without the parser's own judgement, whose messages are written for programmers.
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(shapes).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
    ),
  });
  const options: Record<string, string | boolean> = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value);
    if (token.kind !== 'option') continue;
    const shape = Object.hasOwn(shapes, token.name) ? shapes[token.name] : undefined;
    if (shape === undefined) throw unknownOption(token.rawName, Object.keys(shapes));
    const value = readValue(token.rawName, token.value, shape);
    const before = options[token.name];
    const isJoined = shape.type === 'string' && shape.many === true && before !== undefined;
    options[token.name] = isJoined ? `${before},${value}` : value;
  }
  return { options: options as Arguments<Shapes>['options'], rest };
}

/** The language asked for, wherever it stands: needed before the rest of the arguments can be judged. */
export function languageAskedFor(argv: readonly string[]): Language | undefined {
  let asked: Language | undefined;
  for (const [at, argument] of argv.entries()) {
    if (argument === '--') break;
    const value = /^--language=(.*)$/s.exec(argument)?.[1];
    const next = argument === '--language' || argument === '-l' ? argv[at + 1] : value;
    if (next === 'id' || next === 'en') asked = next;
  }
  return asked;
}

/** `--color` and `--no-color` as one wish. */
export function colourWish(options: { readonly color?: boolean; readonly 'no-color'?: boolean }): boolean | undefined {
  if (options['no-color']) return false;
  return options.color;
}

function readValue(written: string, value: string | undefined, shape: OptionShape): string | boolean {
  if (shape.type === 'boolean') {
    if (value === undefined) return true;
    throw new UsageError({
      id: `Opsi ${written} tidak memakai nilai.`,
      en: `Option ${written} takes no value.`,
    });
  }
  const choices = shape.choices?.join(', ');
  if (value === undefined || value === '') {
    throw new UsageError({
      id: `Opsi ${written} perlu nilai${choices ? `: ${choices}` : ''}.`,
      en: `Option ${written} needs a value${choices ? `: ${choices}` : ''}.`,
    });
  }
  if (shape.choices && !shape.choices.includes(value)) {
    throw new UsageError({
      id: `Nilai "${value}" tidak dikenal untuk opsi ${written}; pilihannya: ${choices}.`,
      en: `Option ${written} does not know the value "${value}"; it takes one of: ${choices}.`,
    });
  }
  return value;
}

function unknownOption(written: string, names: readonly string[]): UsageError {
  const meant = nearest(written.replace(/^-+/, ''), names);
  return new UsageError({
    id: `Opsi ${written} tidak dikenal.${meant ? ` Maksud Anda --${meant}?` : ''}`,
    en: `There is no option ${written}.${meant ? ` Did you mean --${meant}?` : ''}`,
  });
}
