/** Colours of the terminal, and when to use them. */

import type { Io, Stream } from './io';

export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

const colour = (open: number, close: number) => (text: string) =>
  text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

const colourful: Palette = {
  bold: colour(1, 22),
  dim: colour(2, 22),
  red: colour(31, 39),
  yellow: colour(33, 39),
  blue: colour(34, 39),
  green: colour(32, 39),
};

const plainly = (text: string) => text;

const plain: Palette = { bold: plainly, dim: plainly, red: plainly, yellow: plainly, blue: plainly, green: plainly };

/**
 * The option goes first, then `FORCE_COLOR` and `NO_COLOR` (no-color.org), in the order that Node itself follows;
 * else colours are for terminals only.
 */
export function paletteFor(stream: Stream, environment: Io['environment'], wish?: boolean): Palette {
  return wantsColour(stream, environment, wish) ? colourful : plain;
}

function wantsColour(stream: Stream, environment: Io['environment'], wish?: boolean): boolean {
  if (wish !== undefined) return wish;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (environment.NO_COLOR) return false;
  return stream.isTerminal && environment.TERM !== 'dumb';
}
