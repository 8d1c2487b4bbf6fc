/** What stands in the tables of word processors besides contents: sums, marks that repeat the cell above, numbers of columns. */

import { readMoney } from './money';

const total =
  /^(?:(?:sub|grand|skor|nilai|rata-rata)[\s-]*)?(?:total|jumlah)(?:[\s,./&+()-]+(?:total|jumlah|skor|nilai|bobot|ifas|efas|ife|efe|kekuatan|kelemahan|peluang|ancaman|strengths?|weakness(?:es)?|opportunit(?:y|ies)|threats?|faktor|internal|eksternal|anggaran|biaya|pagu|dana|kebutuhan|indikatif|keseluruhan|seluruhnya|semua|program|kegiatan|dimensi|smart|governance|government|branding|economy|living|society|people|mobility|environment|jangka|pendek|menengah|panjang|tahun|tahap|dan|s|d|rp|[a-z]|[ivx]+|\d+)\b)*[\s.:()=+]*$/;

/** Whether a cell is the label of a sum: `Jumlah`, `Sub Total Kekuatan`, `Total Anggaran`; not `Jumlah pemuda`. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 120 && total.test(text.trim().toLowerCase().replace(/\s+/g, ' '));
}

/** Whether a cell holds only figures, as those of a sum do: `1.500.000`, `Rp 4,2 M`, `100%`, `v`. */
export function isFigure(text: string): boolean {
  return /^[\d.,%\s±+=–—-]*$/.test(text) || readMoney(text) !== undefined;
}

const ditto =
  /^(?:(?:[-–—]\s*)?(?:["“”„″〃]|''|’’|,,|``)(?:\s*[-–—])?|idem|s\.?\s?d\.?\s?a\.?|sama(?: dengan)?(?: di)? atas)\.?$/;

/** Whether a cell says that it repeats the one above: `"`, `idem`, `sda`. */
export function isDitto(text: string): boolean {
  return text.length <= 24 && ditto.test(text.trim().toLowerCase());
}

/** Whether cells number the columns, as the row below the titles does in official tables: `(1) | (2) | (3)`. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  return (
    texts.length >= 3 &&
    texts.every((text, at) => {
      const number = /^\(?(\d{1,2})\)?\.?$/.exec(text);
      return number !== null && Number(number[1]) === at + 1;
    })
  );
}
