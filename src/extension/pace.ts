/** Cuts long work into slices, so that nobody waits for us. */

/** Milliseconds after which others get their turn: half of a frame, since one more chapter follows the look at the clock. */
const slice = 8;

export class Pace {
  #since = performance.now();

  /** Lets others in where this slice has lasted long enough. */
  async pause(): Promise<void> {
    if (performance.now() - this.#since < slice) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = performance.now();
  }
}
