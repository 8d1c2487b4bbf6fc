/** What the person at the screen wishes: the editor's settings as the core understands them. */

import * as vscode from 'vscode';
import type { ReaderWishes, RuleLevel } from '../core/template/settings';
import { configurationSection } from './names';

const languages = ['auto', 'id', 'en'] as const;
const levels: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'];

/** The wishes for one file; a workspace folder may have its own. A value that is none of those offered is no wish. */
export function wishesFor(uri: vscode.Uri | undefined): ReaderWishes {
  const configuration = vscode.workspace.getConfiguration(configurationSection, uri);
  const written = configuration.get<unknown>('language');
  const rules: Record<string, RuleLevel> = {};
  for (const [rule, level] of Object.entries(configuration.get<object>('rules') ?? {})) {
    if (levels.includes(level)) rules[rule] = level;
  }
  return { language: languages.find((language) => language === written) ?? 'auto', rules };
}
