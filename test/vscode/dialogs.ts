// A window that answers by itself: what a test says beforehand to each question, and what was asked and told meanwhile.
import * as vscode from 'vscode';
import type { Dialogs } from '../../src/extension/export-dialogs';

/** Whatever has no answer is broken off, as with Escape. */
export interface Answers {
  /** For each list in turn, what the items to choose are called; with several choices, all that fit. */
  readonly pick?: readonly RegExp[];
  /** Titles of buttons, for each message that has any in turn. */
  readonly button?: readonly string[];
  readonly openDialog?: vscode.Uri;
  readonly saveDialog?: vscode.Uri;
  /** Cancels when progress is reported for the so many-th time that has a message. */
  readonly cancelAt?: number;
}

export interface Said {
  readonly kind: 'pick' | 'open' | 'save' | 'information' | 'warning' | 'error';
  readonly message: string;
  readonly choices: readonly string[];
}

export interface Screen {
  readonly window: Dialogs;
  readonly said: readonly Said[];
  readonly progress: readonly { readonly message?: string; readonly increment?: number }[];
  /** Comes once something was chosen from the last list that has an answer. */
  readonly told: Promise<void>;
}

export function screen({ pick = [], button = [], openDialog, saveDialog, cancelAt }: Answers): Screen {
  const said: Said[] = [];
  const progress: { message?: string; increment?: number }[] = [];
  const picks = [...pick];
  const buttons = [...button];
  let finish = () => {};
  const told = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const tell =
    (kind: Said['kind']) =>
    async (message: string, ...rest: unknown[]): Promise<unknown> => {
      const choices = rest.flatMap((one) => (typeof one === 'string' ? [one] : []));
      said.push({ kind, message, choices });
      const answer = choices.length === 0 ? undefined : buttons.shift();
      return choices.find((choice) => choice === answer);
    };
  const window = {
    showQuickPick: async (items: readonly { label: string }[], options: vscode.QuickPickOptions) => {
      said.push({ kind: 'pick', message: options.title ?? '', choices: items.map(({ label }) => label) });
      const wanted = picks.shift();
      if (picks.length === 0) finish();
      if (wanted === undefined) return undefined;
      const chosen = items.filter(({ label }) => wanted.test(label));
      return options.canPickMany ? chosen : chosen[0];
    },
    showOpenDialog: async (options: vscode.OpenDialogOptions) => {
      said.push({ kind: 'open', message: options.title ?? '', choices: [] });
      return openDialog && [openDialog];
    },
    showSaveDialog: async (options: vscode.SaveDialogOptions) => {
      said.push({ kind: 'save', message: options.defaultUri?.path ?? '', choices: [] });
      return saveDialog;
    },
    showInformationMessage: tell('information'),
    showWarningMessage: tell('warning'),
    showErrorMessage: tell('error'),
    withProgress: async (_options: vscode.ProgressOptions, task: Parameters<Dialogs['withProgress']>[1]) => {
      const source = new vscode.CancellationTokenSource();
      const report = (step: { message?: string; increment?: number }) => {
        progress.push(step);
        if (progress.filter(({ message }) => message !== undefined).length === cancelAt) source.cancel();
      };
      return task({ report }, source.token);
    },
  };
  return { window: window as unknown as Dialogs, said, progress, told };
}
