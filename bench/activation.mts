// How long the extension takes to start, as a real editor's extension host reports it ("Developer: Show Running Extensions").
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../scripts/setup.mjs';
import { installExtension, openBrowser, startServer, windowAddress } from '../test/hosts/code-server.mts';
import { installHosts } from '../test/hosts/install.mts';

/** A folder of the project that is opened, and a Markdown file in it. */
export interface Opened {
  readonly folder: string;
  readonly file: string;
}

/** Only this one of those that every editor has: what others load in the same moment would be counted as ours. */
const neededExtension = 'markdown-basics';

/** Asks for the API of the editor and does nothing, when we are activated too: what any extension costs at this moment. */
function writeEmptyExtension(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const activationEvents = ['onLanguage:markdown', 'workspaceContains:**/masterplan.yaml'];
  const manifest = {
    name: 'empty',
    publisher: 'masterplan',
    version: '0.0.0',
    engines: { vscode: '*' },
    main: './main.js',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents }));
  writeFileSync(join(folder, 'main.js'), "require('vscode'); exports.activate = () => {};");
}

/** Milliseconds to load the code of an extension and to call it. */
export interface Started {
  readonly ours: number;
  /** An extension that does nothing, in the same window. */
  readonly empty: number;
}

async function choose(page: Page, keys: string, text: string): Promise<void> {
  await page.keyboard.press(keys);
  const input = page.locator('.quick-input-widget input.input').first();
  await input.waitFor();
  await input.fill(text);
  const wanted = text.replace(/^>/, '');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: wanted }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Opens a file in a window, and reads what its extension host says. */
async function activationIn(page: Page, file: string): Promise<Started> {
  page.setDefaultTimeout(60_000);
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  await choose(page, 'Control+p', file);
  await page.locator('.tab.active', { hasText: file }).first().waitFor();
  await choose(page, 'F1', '>Developer: Show Running Extensions');
  const timeOf = async (name: string) => {
    const row = page.locator(`.runtime-extensions-editor .monaco-list-row[aria-label="${name}"] .activation-time`);
    const said = await row.innerText();
    const milliseconds = /(\d+) ?ms/.exec(said)?.[1];
    if (milliseconds === undefined) throw new Error(`the extension host said of ${name}: ${said}`);
    return Number(milliseconds);
  };
  return { ours: await timeOf('masterplan'), empty: await timeOf('empty') };
}

/**
 * Installs a packed extension in an editor of its own, and opens each folder so many times, in turn.
 * @returns by folder, what the extension host said in each of its windows.
 */
export async function activationTimes(vsix: string, opened: readonly Opened[], rounds: number): Promise<Started[][]> {
  const own = mkdtempSync(join(tmpdir(), 'masterplan-activation-'));
  const builtIn = join(own, 'built-in');
  mkdirSync(builtIn);
  const all = join(installHosts().server, 'extensions');
  cpSync(join(all, neededExtension), join(builtIn, neededExtension), { recursive: true });
  writeEmptyExtension(join(builtIn, 'empty'));
  const serverData = join(own, 'server');
  installExtension(vsix, serverData);
  const settings = { 'workbench.editor.useModal': 'off' };
  const server = await startServer({ serverData, settings, builtInExtensions: builtIn });
  try {
    const times = opened.map((): Started[] => []);
    // The first round fills the caches of the machine.
    for (let round = -1; round < rounds; round++) {
      for (const [at, { folder, file }] of opened.entries()) {
        const copy = join(own, `${at}-${round}`, basename(folder));
        cpSync(join(root, folder), copy, { recursive: true });
        const { browser, page } = await openBrowser({ width: 1280, height: 800 });
        try {
          await page.goto(windowAddress(server, { folder: copy }));
          const started = await activationIn(page, file);
          if (round >= 0) times[at]?.push(started);
        } finally {
          await browser.close();
        }
      }
    }
    return times;
  } finally {
    await server.stop();
    rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
