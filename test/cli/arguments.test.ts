import { describe, expect, it } from 'vitest';
import { colourWish, languageAskedFor, readArguments } from '../../src/cli/arguments';
import { UsageError } from '../../src/cli/notice';

const shapes = {
  format: { type: 'string', short: 'f', choices: ['text', 'json'] },
  name: { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const;

function complaint(argv: readonly string[]): { id: string; en: string } {
  try {
    readArguments(argv, shapes);
  } catch (error) {
    if (error instanceof UsageError) return error.text;
  }
  throw new Error('no complaint');
}

describe('readArguments', () => {
  it('parts options from paths, wherever they stand', () => {
    const { options, rest } = readArguments(['a', '--format', 'json', 'b', '--color', '--', '--c'], shapes);
    expect(options).toEqual({ format: 'json', color: true });
    expect(rest).toEqual(['a', 'b', '--c']);
  });

  it('takes the last of an option given twice, and all ways of writing one', () => {
    expect(readArguments(['-f', 'text', '--format=json'], shapes).options.format).toBe('json');
    expect(readArguments(['-fjson'], shapes).options.format).toBe('json');
    expect(readArguments(['--name='.concat('x=y')], shapes).options.name).toBe('x=y');
  });

  it('offers the option that was meant', () => {
    expect(complaint(['--fromat', 'json']).id).toBe('Opsi --fromat tidak dikenal. Maksud Anda --format?');
    expect(complaint(['--zzz']).en).toBe('There is no option --zzz.');
    expect(complaint(['-x']).id).toBe('Opsi -x tidak dikenal.');
    expect(complaint(['--constructor']).en).toBe('There is no option --constructor.');
  });

  it('says which values there are', () => {
    expect(complaint(['--format', 'xml']).id).toBe(
      'Nilai "xml" tidak dikenal untuk opsi --format; pilihannya: text, json.',
    );
    expect(complaint(['--format']).en).toBe('Option --format needs a value: text, json.');
    expect(complaint(['--name=']).id).toBe('Opsi --name perlu nilai.');
    expect(complaint(['--color=yes']).en).toBe('Option --color takes no value.');
  });
});

describe('languageAskedFor', () => {
  it('finds the language before anything else is understood', () => {
    expect(languageAskedFor(['--bogus', '--language', 'en'])).toBe('en');
    expect(languageAskedFor(['-l', 'en', '--language=id'])).toBe('id');
    expect(languageAskedFor(['--language', 'fr'])).toBeUndefined();
    expect(languageAskedFor(['--', '--language', 'en'])).toBeUndefined();
  });
});

describe('colourWish', () => {
  it('is no wish where neither option is given', () => {
    expect(colourWish({})).toBeUndefined();
    expect(colourWish({ color: true })).toBe(true);
    expect(colourWish({ color: true, 'no-color': true })).toBe(false);
  });
});
