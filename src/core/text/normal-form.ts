/** The compatibility form of a text (NFKC, NFKD), in which letters that look alike are written alike. */

/** To sort a run of marks over one letter takes time with its square, and U+FDFA alone becomes 18 letters. */
const slow = /\p{M}{31}|\ufdfa/u;

/** As `normalize`, in time in proportion to the text: a long one that nobody can have written stays as it is. */
export function normalForm(text: string, form: 'NFKC' | 'NFKD' = 'NFKC'): string {
  return text.length > 400 && slow.test(text) ? text : text.normalize(form);
}
