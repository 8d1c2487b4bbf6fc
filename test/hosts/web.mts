// Runs tests in VS Code for the Web, whose extension host is a web worker: the oldest version that the extension supports.
// `web.mts FOLDER --extensionTestsPath=FILE --extensionDevelopmentPath=FOLDER`, exit code as the run's.
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-web';
import type * as Playwright from 'playwright-core';
import { chromiumFlags, needChromium } from './chromium.mts';
import { installHosts, webCommit } from './install.mts';

/** A run that takes longer than this hangs. */
const longest = 5 * 60_000;

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { extensionTestsPath: { type: 'string' }, extensionDevelopmentPath: { type: 'string' } },
});
const folder = positionals[0];
if (!folder || !values.extensionTestsPath || !values.extensionDevelopmentPath) {
  console.error('usage: web.mts FOLDER --extensionTestsPath=FILE --extensionDevelopmentPath=FOLDER');
  process.exit(2);
}

// The library starts the browser of Playwright, which is not installed: it gets the one of this machine.
const { chromium } = createRequire(import.meta.resolve('@vscode/test-web'))('playwright') as typeof Playwright;
const launch = chromium.launch.bind(chromium);
const executablePath = needChromium();
chromium.launch = (options) => launch({ ...options, executablePath });

setTimeout(() => {
  console.error('the editor did not come to an end');
  process.exit(1);
}, longest).unref();
try {
  await runTests({
    browserType: 'chromium',
    browserOptions: chromiumFlags,
    headless: true,
    quality: 'stable',
    commit: webCommit,
    testRunnerDataDir: installHosts().web,
    host: '127.0.0.1',
    port: await freePort(),
    extensionDevelopmentPath: values.extensionDevelopmentPath,
    extensionTestsPath: values.extensionTestsPath,
    folderPath: folder,
  });
  process.exit(0);
} catch (error) {
  console.error(String(error));
  process.exit(1);
}
