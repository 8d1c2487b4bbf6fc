/** `Masterplan: Show Coverage`: what a masterplan covers, as matrices that lead to the places. */

import type * as vscode from 'vscode';
import { coverageOf } from '../core/views/coverage';
import { coverageMain } from './coverage-page';
import { type LiveKind, LiveViews } from './live-view';
import { commands } from './names';
import type { Session } from './session';

const coverage: LiveKind = {
  command: commands.showCoverage,
  viewType: 'masterplan.coverage',
  name: { id: 'Cakupan', en: 'Coverage' },
  question: { id: 'Cakupan masterplan yang mana?', en: 'The coverage of which masterplan?' },
  draw: (book, title, language) => coverageMain(coverageOf(book), title, language),
};

export function register(context: vscode.ExtensionContext, session: Session): LiveViews {
  return new LiveViews(coverage, context.extensionUri, session);
}
