// A small masterplan for the tests of the views: two dimensions, a roadmap, a summary.

export const folder = 'memory:/book/';

export const governance = `---
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

## Strategi

- SO1. Memperluas layanan (S1, O1)
- WO1. Mendekatkan loket (W1, S1)

## Program Jangka Pendek

| Kode | Program | Sub-dimensi | Indikator | OPD | Tahun | Strategi |
|---|---|---|---|---|---|---|
| GOV-P-01 | Gerai desa | Layanan Publik | Jumlah desa | Diskominfo | 2025 | SO1 |
| GOV-P-02 | Peta data | Birokrasi | Jumlah peta | Bappeda, Dinas Lain | 2025 | |

## Program Jangka Menengah

## Quick Win

| Kode | Program | Manfaat |
|---|---|---|
| GOV-P-01 | Gerai desa | Cepat |
`;

export const roadmap = `---
chapter: roadmap
---

# Peta Jalan

| Kode | Program | OPD | 2025 | 2026 |
|---|---|---|---|---|
| GOV-P-01 | Gerai desa | Diskominfo | x | |
| GOV-P-09 | Tak dikenal | Diskominfo | x | |
`;

export const summary = `---
chapter: executive-summary
---

# Ringkasan

Gerai desa [GOV-P-01] menjawab kekuatan (governance:S1).

| Kode | Program |
|---|---|
| GOV-P-01 | Gerai desa |
`;

export const manifest = `region: Kabupaten Contoh
period: 2025-2034
dimensions: [governance, economy]
agencies:
  - { id: diskominfo, name: Dinas Komunikasi dan Informatika, aliases: [Diskominfo] }
  - { id: bappeda, name: Bappeda }
  - Dinas Sosial
`;

export const files = {
  'masterplan.yaml': manifest,
  'governance.md': governance,
  'roadmap.md': roadmap,
  'summary.md': summary,
};
