/** The one table of features, for desktop and web alike. Each stands alone: one that fails does not take others along. */

import type * as vscode from 'vscode';
import * as arranging from './arranging';
import * as codeActions from './code-actions';
import * as codeLens from './code-lens';
import * as codeLinks from './code-links';
import * as commands from './commands';
import * as completeness from './completeness';
import * as completion from './completion';
import * as coverageView from './coverage-view';
import * as diagnostics from './diagnostics';
import * as example from './example';
import * as exporting from './export';
import * as generatedBlocks from './generated-blocks';
import * as newChapters from './new-chapters';
import * as outline from './outline';
import * as preview from './preview';
import * as roadmapView from './roadmap-view';
import type { Session } from './session';
import * as structure from './structure';
import * as tableEditing from './table-editing';
import * as tasks from './tasks';
import * as workspaceSymbols from './workspace-symbols';

// What the session asks only once it knows of files: by then all this is loaded.
export { metTwice } from './links';
export { SlowProgress } from './slow-progress';

export interface Feature {
  readonly name: string;
  register(context: vscode.ExtensionContext, session: Session): vscode.Disposable;
}

export const features: readonly Feature[] = [
  { name: 'diagnostics', ...diagnostics },
  { name: 'code actions', ...codeActions },
  { name: 'outline', ...outline },
  { name: 'commands', ...commands },
  { name: 'code links', ...codeLinks },
  { name: 'code lens', ...codeLens },
  { name: 'completion', ...completion },
  { name: 'completeness', ...completeness },
  { name: 'structure', ...structure },
  { name: 'generated blocks', ...generatedBlocks },
  { name: 'preview', ...preview },
  { name: 'roadmap', ...roadmapView },
  { name: 'tasks', ...tasks },
  { name: 'table editing', ...tableEditing },
  { name: 'workspace symbols', ...workspaceSymbols },
  { name: 'new chapters', ...newChapters },
  { name: 'arranging', ...arranging },
  { name: 'coverage', ...coverageView },
  { name: 'export', ...exporting },
  { name: 'example', ...example },
];
