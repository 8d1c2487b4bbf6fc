// Looks at the extension in a real VS Code: opens a folder, does what it is told step by step, and saves pictures.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { installExtension, openBrowser, startServer, windowAddress } from '../test/hosts/code-server.mts';
import { buildProduct } from './build.mts';
import { root } from './setup.mjs';

const usage = `npm run look -- FOLDER [OPTION...] [STEP...]

Opens a copy of FOLDER in a real VS Code with this extension, does the steps in their order, and ends.

  --theme NAME      light, dark, contrast, contrast-light, or the name of a colour theme (default: light)
  --size WxH        of the window (default: 1280x800)
  --scale N         pixels of the picture for one of the window (default: 1)
  --setting KEY=JSON  a setting, such as masterplan.language='"en"'; may be given several times
  --out FOLDER      where pictures go (default: .cache/look)
  --vsix FILE       the packed extension instead of the one in this folder
  --in-place        opens FOLDER itself and no copy of it
  --untrusted       opens it in Restricted Mode
  --no-build        takes dist/ as it is
  --log             prints what the editor logs

Steps; each is one argument:
  open:FILE[:LINE[:COLUMN]]   opens a file of the folder, as quick open does
  goto:LINE[:COLUMN]          moves the cursor
  run:TITLE                   runs a command by its title in the command palette
  view:NAME                   shows a view or a container by its name, as View > Open View does
  type:TEXT                   types; \\n is Enter
  press:KEYS                  presses keys, such as Control+Space or Escape
  click:SELECTOR              clicks; text=WORDS and other selectors of Playwright work, frames too: FRAME >>> SELECTOR
  right-click:SELECTOR        opens the context menu of something
  hover:SELECTOR              moves the mouse there
  hover-word:WORD             moves the mouse over a word in the editor
  wait:SELECTOR               waits until it is to be seen
  gone:SELECTOR               waits until it is to be seen no more
  count:SELECTOR              prints how many there are
  text:SELECTOR               prints the text of the first
  html:SELECTOR               prints its HTML
  problems                    opens the Problems view
  size:WxH                    changes the window
  still                       waits until the picture stays the same
  shot:NAME[:SELECTOR]        saves NAME.png of the window, or of one part of it; waits for stillness before

Example:
  npm run look -- examples/kabupaten-contoh problems open:masterplan.yaml wait:.squiggly-error shot:manifest
`;

const themes: Record<string, string> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1280x800' },
    scale: { type: 'string', default: '1' },
    setting: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: '.cache/look' },
    vsix: { type: 'string' },
    'in-place': { type: 'boolean', default: false },
    untrusted: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    log: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [given, ...steps] = positionals;
if (values.help || !given || !existsSync(given)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
const out = resolve(values.out);
mkdirSync(out, { recursive: true });

function sizeOf(text: string): { width: number; height: number } {
  const [width = 1280, height = 800] = text.split('x').map(Number);
  return { width, height };
}

/** Two pictures in a row that are alike, at least 300 ms apart; the cursor does not blink here. */
async function still(page: Page): Promise<void> {
  let before = '';
  for (let round = 0; round < 40; round += 1) {
    const now = (await page.screenshot()).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(300);
  }
}

/** What a selector means; `FRAME >>> SELECTOR` looks into an embedded page, such as a webview. */
function find(page: Page, selector: string) {
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = parts.pop() ?? '';
  let place: Page | ReturnType<Page['frameLocator']> = page;
  for (const frame of parts) place = place.frameLocator(frame);
  return place.locator(last);
}

/** Opens quick input with keys, types into it and accepts. */
async function quick(page: Page, keys: string, text: string): Promise<void> {
  await page.keyboard.press(keys);
  const input = page.locator('.quick-input-widget input.input').first();
  await input.waitFor();
  await input.fill(text);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  await still(page);
  await page.keyboard.press('Enter');
}

async function open(page: Page, argument: string): Promise<void> {
  await quick(page, 'Control+p', argument);
  const name = basename(argument.replace(/(:\d+)+$/, ''));
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
  await page.locator('.editor-instance .view-lines').first().waitFor();
}

const words = (text: string) => text.replaceAll('\\n', '\n');

const acts: Record<string, (page: Page, argument: string) => Promise<unknown>> = {
  open,
  goto: (page, to) => quick(page, 'Control+g', `:${to}`),
  run: (page, title) => quick(page, 'F1', `>${title}`),
  view: (page, name) => quick(page, 'Control+p', `view ${name}`),
  type: (page, text) => page.keyboard.type(words(text)),
  press: (page, keys) => page.keyboard.press(keys),
  click: (page, selector) => find(page, selector).first().click(),
  'right-click': (page, selector) => find(page, selector).first().click({ button: 'right' }),
  hover: (page, selector) => find(page, selector).first().hover(),
  'hover-word': (page, word) => page.locator('.view-line span span', { hasText: word }).first().hover(),
  wait: (page, selector) => find(page, selector).first().waitFor(),
  gone: (page, selector) => find(page, selector).first().waitFor({ state: 'hidden' }),
  count: async (page, selector) => console.log(`${selector}: ${await find(page, selector).count()}`),
  text: async (page, selector) => console.log(await find(page, selector).first().innerText()),
  html: async (page, selector) =>
    console.log(
      await find(page, selector)
        .first()
        .evaluate((part) => part.outerHTML),
    ),
  problems: async (page) => {
    await page.keyboard.press('Control+Shift+m');
    await page.locator('.markers-panel').first().waitFor();
  },
  size: (page, size) => page.setViewportSize(sizeOf(size)),
  still: (page) => still(page),
  shot: async (page, argument) => {
    const [, name = '', selector] = /^([^:]+)(?::(.*))?$/.exec(argument) ?? [];
    const path = join(out, name.endsWith('.png') ? name : `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await still(page);
    if (selector) await find(page, selector).first().screenshot({ path });
    else await page.screenshot({ path });
    console.log(path);
  },
};

if (!values['no-build'] && !values.vsix) await buildProduct(false);

const temporary = mkdtempSync(join(tmpdir(), 'masterplan-look-'));
let folder = resolve(given);
if (!values['in-place']) {
  folder = join(temporary, basename(folder));
  cpSync(resolve(given), folder, { recursive: true });
}
const settings: Record<string, unknown> = {
  'workbench.colorTheme': themes[values.theme] ?? values.theme,
  'window.commandCenter': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};
for (const setting of values.setting) {
  const at = setting.indexOf('=');
  settings[setting.slice(0, at)] = JSON.parse(setting.slice(at + 1));
}
const serverData = join(temporary, 'server');
if (values.vsix) installExtension(values.vsix, serverData);
const server = await startServer({ serverData, settings, drivable: true, askForTrust: values.untrusted });
const { browser, page } = await openBrowser(sizeOf(values.size), Number(values.scale));
let status = 0;
let at = 'opening the window';
try {
  if (values.log) page.on('console', (message) => console.log(`[${message.type()}] ${message.text()}`));
  page.setDefaultTimeout(20_000);
  await page.goto(windowAddress(server, { folder, ...(values.vsix ? {} : { extension: root }) }));
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  for (const step of steps) {
    at = step;
    const colon = step.indexOf(':');
    const verb = colon < 0 ? step : step.slice(0, colon);
    const act = acts[verb];
    if (!act) throw new Error(`there is no step ${verb}`);
    await act(page, colon < 0 ? '' : step.slice(colon + 1));
  }
} catch (error) {
  status = 1;
  const path = join(out, 'failed.png');
  await page.screenshot({ path });
  console.error(`at ${at}: ${error instanceof Error ? error.message : error}\n${path}`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = status;
