/** Faults of ours: they are written to the log and said once, and never look like a fault of the document. */

import * as vscode from 'vscode';
import type { Text } from '../core/language/language';

export class Faults {
  #isSaid = false;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly say: (text: Text) => string,
  ) {}

  /** Does something that must not bring anything else down. */
  guard<T>(what: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.report(what, error);
      return undefined;
    }
  }

  report(what: string, error: unknown): void {
    this.log.error(what, error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (this.#isSaid) return;
    this.#isSaid = true;
    void this.tell();
  }

  private async tell(): Promise<void> {
    const show = this.say({ id: 'Lihat Log', en: 'Show Log' });
    const answer = await vscode.window.showWarningMessage(
      this.say({
        id: 'Masterplan mengalami gangguan, dan sebagian isi mungkin belum diperiksa. Dokumen Anda tidak berubah.',
        en: 'Masterplan ran into a fault of its own, and some text may not be checked. Your documents are unchanged.',
      }),
      show,
    );
    if (answer === show) this.log.show();
  }
}
