/** The status bar: how complete the chapter in the editor is. A click lists what is missing, and leads there. */

import * as vscode from 'vscode';
import type { Text } from '../core/language/language';
import { type Completeness, completenessOf, type OpenSection } from '../core/views/completeness';
import { itemsIn, missingSectionOf, type OutlineItem, outlineOf } from '../core/views/outline';
import { tellNoChapter } from './generated-blocks';
import { commands } from './names';
import { type ChapterPlace, chapterIn } from './places';
import { toRange } from './positions';
import type { Session } from './session';

/** Milliseconds that a burst of typing is one change. */
const delay = 150;

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return new CompletenessBar(session);
}

export class CompletenessBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('masterplan.completeness', vscode.StatusBarAlignment.Right, 99);
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text: string | undefined;

  constructor(private readonly session: Session) {
    this.#item.name = session.say({ id: 'Kelengkapan bab', en: 'Completeness of the chapter' });
    this.#item.command = commands.showOpenSections;
    this.#subscriptions = [
      this.#item,
      vscode.commands.registerCommand(commands.showOpenSections, () => showOpenSections(session)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#refresh()),
      session.onDidChange(() => this.#later()),
    ];
    this.#refresh();
  }

  /** What the bar shows; nothing where it is hidden. */
  get text(): string | undefined {
    return this.#text;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, delay);
  }

  #refresh(): void {
    this.session.faults.guard('telling how complete a chapter is', () => {
      const place = activePlace(this.session);
      const found = place && completenessOf(place.book, place.chapter);
      // A chapter that requires nothing has nothing to be told about.
      if (place === undefined || found === undefined || found.required === 0) {
        this.#text = undefined;
        this.#item.hide();
        return;
      }
      this.#show(found, place.language);
    });
  }

  #show({ done, required, open }: Completeness, language: ChapterPlace['language']): void {
    this.#text = { id: `${done} dari ${required} bagian`, en: `${done} of ${required} sections` }[language];
    const isDone = open.length === 0;
    this.#item.text = `${isDone ? '$(check)' : '$(checklist)'} ${this.#text}`;
    this.#item.tooltip = isDone
      ? { id: 'Semua bagian wajib bab ini terisi.', en: 'All required sections of this chapter are written.' }[language]
      : {
          id: `${open.length} bagian wajib belum ada, masih kosong, atau masih teks contoh. Klik untuk melihatnya.`,
          en: `${open.length} required sections are missing, empty or only placeholders. Click to see them.`,
        }[language];
    this.#item.accessibilityInformation = { label: `${this.#text}. ${this.#item.tooltip}` };
    this.#item.show();
  }
}

function activePlace(session: Session): ChapterPlace | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && chapterIn(document, session);
}

interface OpenChoice extends vscode.QuickPickItem {
  readonly open: OpenSection;
}

/** Lists what is missing or empty in the open chapter; a missing section is added where it belongs. */
async function showOpenSections(session: Session): Promise<void> {
  const place = activePlace(session);
  if (place === undefined) return tellNoChapter(session);
  const { language } = place;
  const { open } = completenessOf(place.book, place.chapter);
  if (open.length === 0) {
    const nothing = {
      id: 'Semua bagian wajib bab ini terisi.',
      en: 'All required sections of this chapter are written.',
    };
    void vscode.window.showInformationMessage(nothing[language]);
    return;
  }
  const chosen = await vscode.window.showQuickPick(
    [...open].sort((a, b) => a.place.start - b.place.start).map((one) => choiceOf(one, place)),
    { title: { id: 'Yang belum lengkap di bab ini', en: 'What is open in this chapter' }[language] },
  );
  if (chosen === undefined) return;
  const now = activePlace(session);
  if (now === undefined) return;
  if (chosen.open.state === 'missing') {
    const item = missingItem(chosen.open, now);
    if (item !== undefined) await vscode.commands.executeCommand(commands.insertSection, item);
    return;
  }
  const same = completenessOf(now.book, now.chapter).open.find((one) => isSame(one, chosen.open));
  const range = toRange(now.chapter.lines, (same ?? chosen.open).place);
  await vscode.window.showTextDocument(vscode.Uri.parse(now.chapter.uri), {
    selection: new vscode.Range(range.end, range.end),
  });
}

const whatToDo: Readonly<Record<OpenSection['state'], Text>> = {
  missing: { id: 'belum ada, tambahkan', en: 'missing, add it' },
  empty: { id: 'masih kosong, isi', en: 'empty, write it' },
  partial: { id: 'masih teks contoh, isi', en: 'only placeholders, write it' },
};

function choiceOf(open: OpenSection, { book, language }: ChapterPlace): OpenChoice {
  const { template } = book.settings;
  const title = template.sections.find(({ id }) => id === open.kind)?.title[language] ?? open.kind;
  const dimension = template.dimensions.find(({ id }) => id === open.dimension)?.title[language];
  return {
    label: `${open.state === 'missing' ? '$(add)' : '$(edit)'} ${title}`,
    description: [dimension, whatToDo[open.state][language]].filter(Boolean).join(' · '),
    open,
  };
}

function isSame(one: OpenSection, other: OpenSection): boolean {
  return one.kind === other.kind && one.dimension === other.dimension && one.state === other.state;
}

/** The outline's item for a missing section: it knows where the section belongs. */
function missingItem(open: OpenSection, { book, chapter }: ChapterPlace): OutlineItem | undefined {
  for (const item of itemsIn(outlineOf(book))) {
    if (!item.missing || item.uri !== chapter.uri || item.section !== open.kind) continue;
    const found = missingSectionOf(item, book);
    if (found && (open.dimension === undefined || found.part.dimension === open.dimension)) return item;
  }
  return undefined;
}
