/** `Masterplan: Show Roadmap`: the programmes of a masterplan and their years, leading to the chapters. */

import type * as vscode from 'vscode';
import { roadmapOf } from '../core/views/roadmap';
import { type LiveKind, LiveViews } from './live-view';
import { commands } from './names';
import { roadmapMain } from './roadmap-page';
import type { Session } from './session';

const roadmap: LiveKind = {
  command: commands.showRoadmap,
  viewType: 'masterplan.roadmap',
  name: { id: 'Peta Jalan', en: 'Roadmap' },
  question: { id: 'Peta jalan masterplan yang mana?', en: 'The roadmap of which masterplan?' },
  draw: (book, title, language) => roadmapMain(roadmapOf(book), title, book.settings.template.dimensions, language),
};

export function register(context: vscode.ExtensionContext, session: Session): LiveViews {
  return new LiveViews(roadmap, context.extensionUri, session);
}
