/** What the tool has to say about its own work: not about what a chapter says, but that it could not be read. */

import type { Language, Text } from '../core/language/language';
import type { Palette } from './colours';
import { harmless } from './columns';
import { pathFrom } from './paths';

export interface Notice {
  /** `fault`: some of the work could not be done (exit status 2). `note`: worth knowing, and nothing more. */
  readonly level: 'fault' | 'note';
  /** Absolute path of the file or folder that it is about. */
  readonly path?: string;
  readonly message: Text;
}

export function fault(message: Text, path?: string): Notice {
  return { level: 'fault', message, ...(path === undefined ? {} : { path }) };
}

export function note(message: Text, path?: string): Notice {
  return { level: 'note', message, ...(path === undefined ? {} : { path }) };
}

/** A fault of this tool must never look like a fault of the text. */
export function ownFault(error: unknown): Text {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    id: `tidak dapat diperiksa karena kesalahan di alat ini, bukan di naskahnya (${words}).`,
    en: `could not be checked because of a fault in this tool, not in the text (${words}).`,
  };
}

/** One rule broke down; what all others find is shown. */
export function ruleFault(rule: string, error: unknown): Text {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    id: `aturan ${rule} tidak dapat dijalankan sepenuhnya karena kesalahan di alat ini, bukan di naskahnya (${words}).`,
    en: `rule ${rule} could not be run in full because of a fault in this tool, not in the text (${words}).`,
  };
}

/** A command that was called in a way it does not understand. */
export class UsageError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** One line each, the path as seen from `folder`; the same notice is said once. */
export function writeNotices(notices: readonly Notice[], language: Language, folder: string, palette: Palette): string {
  const lines = new Set<string>();
  for (const { level, path, message } of notices) {
    const mark = level === 'fault' ? palette.red('!') : palette.dim('i');
    const where = path === undefined ? '' : `${palette.bold(harmless(pathFrom(folder, path)))}: `;
    lines.add(`${mark} ${where}${harmless(message[language])}\n`);
  }
  return [...lines].join('');
}
