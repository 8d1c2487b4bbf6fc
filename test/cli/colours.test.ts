import { describe, expect, it } from 'vitest';
import { paletteFor } from '../../src/cli/colours';

const terminal = { isTerminal: true, write: () => {} };
const pipe = { isTerminal: false, write: () => {} };
const isColourful = (...of: Parameters<typeof paletteFor>) => paletteFor(...of).red('x') === '\u001b[31mx\u001b[39m';

describe('paletteFor', () => {
  it('colours terminals only', () => {
    expect(isColourful(terminal, {})).toBe(true);
    expect(isColourful(pipe, {})).toBe(false);
    expect(isColourful(terminal, { TERM: 'dumb' })).toBe(false);
    expect(paletteFor(pipe, {}).bold('x')).toBe('x');
  });

  it('follows NO_COLOR where it is not empty', () => {
    expect(isColourful(terminal, { NO_COLOR: '1' })).toBe(false);
    expect(isColourful(terminal, { NO_COLOR: '' })).toBe(true);
  });

  it('follows FORCE_COLOR before NO_COLOR', () => {
    expect(isColourful(pipe, { FORCE_COLOR: '1' })).toBe(true);
    expect(isColourful(pipe, { FORCE_COLOR: '', NO_COLOR: '1' })).toBe(true);
    expect(isColourful(terminal, { FORCE_COLOR: '0' })).toBe(false);
    expect(isColourful(terminal, { FORCE_COLOR: 'false' })).toBe(false);
  });

  it('follows the option before all else', () => {
    expect(isColourful(pipe, { NO_COLOR: '1' }, true)).toBe(true);
    expect(isColourful(terminal, { FORCE_COLOR: '1' }, false)).toBe(false);
  });
});
