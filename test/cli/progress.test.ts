import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress';
import { screen } from './screen';

function shownAt(times: readonly number[], isTerminal = true): string {
  let now = 0;
  const io = screen('/', { isTerminal, now: () => now });
  const progress = new Progress(io);
  for (now of times) progress.show(() => `pada ${now}`);
  progress.clear();
  return io.errors();
}

describe('Progress', () => {
  it('says nothing about work that is soon done', () => {
    expect(shownAt([0, 500, 999])).toBe('');
  });

  it('speaks after a second, not too often, and leaves nothing behind', () => {
    expect(shownAt([999, 1000, 1050, 1100])).toBe('\rpada 1000\u001b[K\rpada 1100\u001b[K\r\u001b[K');
  });

  it('says nothing where nobody looks', () => {
    expect(shownAt([1000, 2000], false)).toBe('');
  });
});
