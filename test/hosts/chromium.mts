// Finds a Chromium on this machine; on Debian, as root, installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The flags that keep Chromium quiet, offline and able to run as root and in containers. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium, Chrome or Edge, or undefined. `CHROMIUM_PATH` goes before all. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return [process.env.CHROMIUM_PATH ?? '', ...onPath, ...elsewhere].find((path) => path !== '' && existsSync(path));
}

/** As `findChromium`, but installs Debian's where that is possible; throws a sentence that says what to do where not. */
export function needChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('masterplan: installing Chromium with apt-get ...');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], options as object);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options as object);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'the tests in the real editor need Chromium, Chrome or Edge: install one (on Debian and Ubuntu `sudo apt-get install chromium`), ' +
      'or set CHROMIUM_PATH to the program',
  );
}
