/** Questions that are asked one after the other, with a way back to the one before. */

import * as vscode from 'vscode';

export const back = Symbol('back');

/** Where a question stands among the others. */
export interface Turn {
  readonly title: string;
  readonly step: number;
  readonly total: number;
}

/** Asks for a part of the answers, knowing those that were given; nothing where the asking is broken off. */
export type Question<Answers> = (
  given: Partial<Answers>,
  turn: Turn,
) => Promise<Partial<Answers> | typeof back | undefined>;

/** Asks all of them; nothing where one is broken off. What was answered is kept on the way back. */
export async function askInTurn<Answers>(
  title: string,
  questions: readonly Question<Answers>[],
): Promise<Partial<Answers> | undefined> {
  let given: Partial<Answers> = {};
  for (let at = 0; at < questions.length; ) {
    const answer = await questions[at]?.(given, { title, step: at + 1, total: questions.length });
    if (answer === undefined) return undefined;
    if (answer === back) {
      at--;
    } else {
      given = { ...given, ...answer };
      at++;
    }
  }
  return given;
}

/** A question that is being asked, and what Enter does in it. */
export interface Asked {
  readonly input: vscode.QuickInput;
  readonly accept: () => void;
}

const shown = new vscode.EventEmitter<Asked>();
/** Each question as it is shown. */
export const onDidAsk = shown.event;

export interface TextWish {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** A sentence about what cannot be taken, or nothing. */
  readonly complaint?: (text: string) => string | undefined;
}

export function askText(turn: Turn, wish: TextWish): Promise<string | typeof back | undefined> {
  const input = vscode.window.createInputBox();
  input.prompt = wish.prompt;
  input.placeholder = wish.placeholder ?? '';
  input.value = wish.value;
  const complain = () => {
    input.validationMessage = wish.complaint?.(input.value);
    return input.validationMessage === undefined;
  };
  const accept = () => (complain() ? input.value.trim() : undefined);
  return answered(input, turn, accept, [input.onDidChangeValue(complain)]);
}

export interface ChoiceWish<Item extends vscode.QuickPickItem> {
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** Those that are chosen at first. */
  readonly chosen: readonly Item[];
  /** Whether several may be chosen; then at least one has to be. */
  readonly many?: boolean;
}

export function askChoice<Item extends vscode.QuickPickItem>(
  turn: Turn,
  wish: ChoiceWish<Item>,
): Promise<readonly Item[] | typeof back | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.placeholder = wish.placeholder;
  pick.canSelectMany = wish.many === true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = wish.items;
  if (wish.many) pick.selectedItems = wish.chosen;
  else pick.activeItems = wish.chosen;
  return answered(pick, turn, () => (pick.selectedItems.length > 0 ? pick.selectedItems : undefined), []);
}

/** @param answer what Enter answers with; nothing where that is no answer yet. */
function answered<Answer>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  { title, step, total }: Turn,
  answer: () => Answer | undefined,
  listeners: vscode.Disposable[],
): Promise<Answer | typeof back | undefined> {
  input.title = title;
  // One question alone is the first of none.
  if (total > 1) {
    input.step = step;
    input.totalSteps = total;
  }
  // Names and years are looked up elsewhere meanwhile.
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Answer | typeof back | undefined>((resolve) => {
    const accept = () => {
      const given = answer();
      if (given !== undefined) resolve(given);
    };
    listeners.push(
      input.onDidAccept(accept),
      input.onDidTriggerButton(() => resolve(back)),
      input.onDidHide(() => resolve(undefined)),
    );
    input.show();
    shown.fire({ input, accept });
  }).finally(() => {
    for (const listener of listeners) listener.dispose();
    input.dispose();
  });
}
