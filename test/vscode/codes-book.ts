// A masterplan with codes in three chapters, written into the workspace for a suite and removed after it.
import * as vscode from 'vscode';
import { at, closeAll, remove, startedSession, until, write } from './editor';

export const folder = 'kode';

const governance = `---
chapter: dimension
dimension: governance
---

# Smart Governance

## Analisis SWOT

### Kekuatan

- S1. Data satu pintu
- S2. Jaringan luas

### Kelemahan

- W1. Loket jauh

### Peluang

- O1. Identitas digital

### Ancaman

- T1. Serangan siber

## Strategi

- SO1. Memperluas layanan (S1, O1)
- WO1. Mendekatkan loket (W1, S9)

## Program Jangka Pendek

| Kode | Program | Sub-dimensi | Indikator | OPD | Tahun | Strategi |
|---|---|---|---|---|---|---|
| GOV-P-01 | Gerai desa | Layanan Publik | Jumlah desa | Diskominfo | 2025 | SO1 |
`;

const roadmap = `---
chapter: roadmap
---

# Peta Jalan

| Kode | Program | OPD | 2025 | 2026 |
|---|---|---|---|---|
| GOV-P-01 | Gerai desa | Diskominfo | x | |
`;

const summary = `---
chapter: executive-summary
---

# Ringkasan

Gerai desa [GOV-P-01] menjawab kekuatan (governance:S1).
`;

const manifest = `region: Kabupaten Contoh
period: 2025-2034
dimensions: [governance, economy]
agencies:
  - { id: diskominfo, name: Dinas Komunikasi dan Informatika, aliases: [Diskominfo] }
  - Dinas Sosial
`;

export const texts = {
  'governance.md': governance,
  'peta.md': roadmap,
  'ringkasan.md': summary,
  'masterplan.yaml': manifest,
};

export type BookFile = keyof typeof texts;

export function file(name: BookFile): vscode.Uri {
  return at(`${folder}/${name}`);
}

/** Where a text stands in a file of the book as it was written; `^` in it is the place itself, else its start. */
export function position(name: BookFile, marked: string): vscode.Position {
  const text = texts[name];
  const start = text.indexOf(marked.replace('^', ''));
  if (start < 0) throw new Error(`"${marked}" is not in ${name}`);
  const offset = start + Math.max(0, marked.indexOf('^'));
  const before = text.slice(0, offset).split('\n');
  return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
}

/** `governance.md:12:2 S1`: where a location is, and the words that it covers. */
export async function shown({ uri, range }: { uri: vscode.Uri; range: vscode.Range }): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return `${name}:${range.start.line + 1}:${range.start.character} ${document.getText(range)}`;
}

export async function writeBook(): Promise<void> {
  const session = await startedSession();
  for (const [name, text] of Object.entries(texts)) await write(`${folder}/${name}`, text);
  const uri = file('governance.md').toString();
  await until(() => session.bookOf(uri)?.book?.chapters.length, 3);
  await session.settled();
}

export async function removeBook(): Promise<void> {
  await closeAll();
  const session = await startedSession();
  await remove(folder);
  await until(() => session.books.some(({ key }) => key.includes(`/${folder}/`)), false);
}
