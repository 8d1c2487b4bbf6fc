/** How far two words are apart: for slips of the pen and "did you mean". */

/**
 * Levenshtein distance in UTF-16 units, given up early: any value above `limit` is returned as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a === b) return 0;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const value = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + cost,
      );
      current.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return Math.min(previous[b.length] as number, limit + 1);
}

/** How many slips a word of this many letters is forgiven: none below 6, 1 from 6, 2 from 12 (format 2.2). */
export function slipsAllowed(length: number): 0 | 1 | 2 {
  return length >= 12 ? 2 : length >= 6 ? 1 : 0;
}

/** Whether two texts have the same digits: where these differ, another thing is meant, and no slip was made (`Tahap 1`, `Tahap 2`). */
export function sameDigits(a: string, b: string): boolean {
  return a.replace(/\D+/g, '') === b.replace(/\D+/g, '');
}

/** The candidate nearest to `word`, for suggestions; none where even the nearest is hardly like it. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance - 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
