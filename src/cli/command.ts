/** What a command is, so that the table of commands can grow by one file each. */

import type { Language, Text } from '../core/language/language';
import type { Exit, Io } from './io';

export interface Command {
  /** All that `masterplan COMMAND --help` shows, from the usage line on. */
  readonly help: Text;
  /**
   * Does the work.
   * @param argv what stands after the command's name
   * @param language of sentences that belong to no book yet: the option's, else the environment's
   * @throws UsageError where the arguments make no sense; anything else thrown is a fault of the tool
   */
  run(argv: readonly string[], io: Io, language: Language): Exit | Promise<Exit>;
}

/** A line of the table: loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: Text;
  load(): Promise<Command>;
}
