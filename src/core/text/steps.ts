/** Work that is cut into pieces, so that a host can let others have their turn between two of them. */

/** Stops after each piece; what the work comes to is known at its end. */
export type Steps<T> = Generator<void, T, void>;

/** Does all pieces at once. */
export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
