/** Says in the status bar what is being done, once it has taken a second. */

import * as vscode from 'vscode';

/** Milliseconds that nobody has to be told about. */
const patience = 1000;

/** It cannot be cancelled: what is not read would be missing from everything that is said about a masterplan. */
export class SlowProgress implements vscode.Disposable {
  #finish: () => void = () => {};
  #progress: vscode.Progress<{ message: string }> | undefined;
  #message = '';
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(title: string) {
    const finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    this.#timer = setTimeout(() => {
      void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, (progress) => {
        this.#progress = progress;
        progress.report({ message: this.#message });
        return finished;
      });
    }, patience);
  }

  report(message: string): void {
    this.#message = message;
    this.#progress?.report({ message });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#finish();
  }
}
