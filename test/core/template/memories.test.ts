/** What is remembered with settings and templates, and by text. */

import { describe, expect, it } from 'vitest';
import { ofTemplate } from '../../../src/core/template/of-template';
import { defaultTemplate, presets } from '../../../src/core/template/presets/presets';
import { resolveSettings } from '../../../src/core/template/resolve';
import type { Template } from '../../../src/core/template/template';
import { UnderSettings } from '../../../src/core/template/under-settings';
import { Memo } from '../../../src/core/text/memo';

describe('what was found out under settings', () => {
  it('is told for these settings alone, each thing by itself', () => {
    const [one, other] = [resolveSettings(undefined), resolveSettings(undefined)];
    const [names, counts] = [new UnderSettings<string>(), new UnderSettings<number>()];
    names.set(one, 'satu');
    counts.set(one, 1);
    names.set(other, 'dua');
    const late = new UnderSettings<string>();
    late.set(one, 'tiga');
    expect([names.get(one), counts.get(one), late.get(one)]).toEqual(['satu', 1, 'tiga']);
    expect([names.get(other), counts.get(other), late.get(other)]).toEqual(['dua', undefined, undefined]);
    names.set(one, undefined);
    expect([names.get(one), counts.get(one)]).toEqual([undefined, 1]);
  });

  it('shows in no copy of the settings', () => {
    const settings = resolveSettings(undefined);
    const names = new UnderSettings<string>();
    names.set(settings, 'satu');
    expect(names.get({ ...settings })).toBeUndefined();
    expect(JSON.stringify(settings)).toBe(JSON.stringify(resolveSettings(undefined)));
  });
});

it('what hangs on a template is made once for each, even where it comes to nothing', () => {
  const made: Template[] = [];
  const first = ofTemplate((template) => {
    made.push(template);
    return template === defaultTemplate ? undefined : template.dimensions[0]?.id;
  });
  const others = Object.values(presets).filter((preset) => preset !== defaultTemplate);
  for (const template of [defaultTemplate, ...others, defaultTemplate, ...others]) first(template);
  expect(made).toEqual([defaultTemplate, ...others]);
  expect(first(defaultTemplate)).toBeUndefined();
});

describe('what texts were found to mean', () => {
  it('is found once, even where it is nothing', () => {
    const asked: string[] = [];
    const lengths = new Memo((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    for (const text of ['a', '', 'bb', '', 'a']) expect(lengths.of(text)).toBe(text === '' ? undefined : text.length);
    expect(asked).toEqual(['a', '', 'bb']);
  });

  it('is remembered for about as many as are asked for, and found again after that', () => {
    const asked: string[] = [];
    const memo = new Memo((text) => asked.push(text), 2);
    for (const text of ['a', 'b', 'c', 'a', 'd', 'e', 'b']) memo.of(text);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });

  it('is found anew each time for long texts', () => {
    const asked: string[] = [];
    const memo = new Memo((text) => asked.push(text), 2, 3);
    for (const text of ['abc', 'abcd', 'abc', 'abcd']) memo.of(text);
    expect(asked).toEqual(['abc', 'abcd', 'abcd']);
  });
});
