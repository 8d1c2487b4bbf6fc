// The tree is worked in with the keyboard: real keys in a real window, and what has become of the text. Run by `node --test`.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/setup.mjs';
import { openBrowser, type Server, startServer, windowAddress } from '../hosts/code-server.mts';

const vision = `---
chapter: vision
---

# Visi

## 1.1 Visi Smart City

satu

## 1.2 Misi Smart City

dua

## 1.3 Catatan

tiga
`;
const roadmap = '---\nchapter: roadmap\n---\n\n# Jalan\n\n## 2.1 Arah\n\narah\n';

let own = '';
let server: Server;
let browser: Browser;
let page: Page;

before(async () => {
  own = mkdtempSync(join(tmpdir(), 'masterplan-keys-test-'));
  const folder = join(own, 'buku');
  mkdirSync(folder);
  writeFileSync(join(folder, 'masterplan.yaml'), 'title: Rencana\n');
  writeFileSync(join(folder, '01-visi.md'), vision);
  writeFileSync(join(folder, '02-jalan.md'), roadmap);
  // What is done is looked for on disk.
  const settings = { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 50 };
  server = await startServer({ serverData: join(own, 'server'), settings, drivable: true });
  ({ browser, page } = await openBrowser({ width: 1200, height: 800 }));
  await page.goto(windowAddress(server, { folder, extension: root }));
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  await page.locator('.activitybar .action-label[aria-label^="Masterplan"]').click();
  await item('Visi').locator('.monaco-tl-twistie').click();
  await item('1.1 Visi Smart City').waitFor();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(own, { recursive: true, force: true });
});

/** A line of the tree by the beginning of what a screen reader says. */
function item(label: string) {
  return page.locator(`.pane-body .monaco-list-row[aria-label^="${label}"]`).first();
}

/** Walks down the tree with the arrow key, from its first line. */
async function walkTo(label: string): Promise<void> {
  await page.keyboard.press('Home');
  const focused = page.locator('.pane-body .monaco-list-row.focused');
  for (let line = 0; line < 40; line++) {
    if ((await focused.getAttribute('aria-label'))?.startsWith(label)) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`"${label}" is not in the tree`);
}

const headings = (name: string) =>
  readFileSync(join(own, 'buku', name), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));

/** Waits until a chapter on disk has these headings. */
async function shows(name: string, expected: readonly string[]): Promise<void> {
  const until = performance.now() + 20_000;
  while (performance.now() < until && headings(name).join('\n') !== expected.join('\n')) await page.evaluate(() => 0);
  assert.deepEqual(headings(name), expected);
}

test('Alt with an arrow key moves what is selected, up, down, and to another level', { timeout: 120_000 }, async () => {
  await walkTo('1.2 Misi Smart City');
  await page.keyboard.press('Alt+ArrowUp');
  await shows('01-visi.md', ['# Visi', '## 1.1 Misi Smart City', '## 1.2 Visi Smart City', '## 1.3 Catatan']);
  // The selection has gone along.
  await item('1.1 Misi Smart City').and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await shows('01-visi.md', ['# Visi', '## 1.1 Visi Smart City', '## 1.2 Misi Smart City', '## 1.3 Catatan']);
  await item('1.2 Misi Smart City').and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Alt+ArrowRight');
  await shows('01-visi.md', ['# Visi', '## 1.1 Visi Smart City', '### 1.1.1 Misi Smart City', '## 1.2 Catatan']);
  await item('1.1.1 Misi Smart City').and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await shows('01-visi.md', ['# Visi', '## 1.1 Visi Smart City', '## 1.2 Misi Smart City', '## 1.3 Catatan']);
  await item('1.2 Misi Smart City').and(page.locator('.focused')).waitFor();
});

test('keys that come faster than the tree is drawn all move the same section', { timeout: 120_000 }, async () => {
  await walkTo('1.1 Visi Smart City');
  for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowRight', 'Alt+ArrowLeft', 'Alt+ArrowUp']) {
    await page.keyboard.press(key);
  }
  await shows('01-visi.md', ['# Visi', '## 1.1 Misi Smart City', '## 1.2 Visi Smart City', '## 1.3 Catatan']);
  await item('1.2 Visi Smart City').and(page.locator('.focused')).waitFor();
  for (const key of ['Alt+ArrowUp', 'Alt+ArrowUp']) await page.keyboard.press(key);
  await shows('01-visi.md', ['# Visi', '## 1.1 Visi Smart City', '## 1.2 Misi Smart City', '## 1.3 Catatan']);
  await item('1.1 Visi Smart City').and(page.locator('.focused')).waitFor();
});

test('keys move the section that was clicked, and no line of the text; asked for twice, it gives the text the keyboard', {
  timeout: 120_000,
}, async () => {
  const section = item('1.2 Misi Smart City');
  await section.click();
  await page.locator('.tab.active', { hasText: '01-visi.md' }).waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await shows('01-visi.md', ['# Visi', '## 1.1 Misi Smart City', '## 1.2 Visi Smart City', '## 1.3 Catatan']);
  await item('1.1 Misi Smart City').and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await shows('01-visi.md', ['# Visi', '## 1.1 Visi Smart City', '## 1.2 Misi Smart City', '## 1.3 Catatan']);
  await item('1.2 Misi Smart City').and(page.locator('.focused')).waitFor();
  await item('1.3 Catatan').dblclick();
  await page.locator('.editor-group-container .monaco-editor.focused').waitFor();
  await item('1.1 Visi Smart City').click();
  await item('1.1 Visi Smart City').and(page.locator('.focused')).waitFor();
});

test('a key asks for another chapter, and Enter moves the section there', { timeout: 120_000 }, async () => {
  await walkTo('1.3 Catatan');
  await page.keyboard.press('Control+Alt+m');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Jalan' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '2 berkas berubah' }).waitFor();
  await page.keyboard.press('Enter');
  await shows('02-jalan.md', ['# Jalan', '## 2.1 Arah', '## 2.2 Catatan']);
  await shows('01-visi.md', ['# Visi', '## 1.1 Visi Smart City', '## 1.2 Misi Smart City']);
});
