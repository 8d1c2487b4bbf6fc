/** What counts as a dash where a span is written: `2025–2027`, `6 - 9 bulan`, `Rp 1 M -- Rp 2 M`. */

/** One dash in a regular expression; converters write those of a word processor as `--` and `---`. */
export const dash = '(?:-{1,3}|[‐–—−])';
