// Runs the mocha tests in an extension host in a web worker: VS Code for the Web.
import './cancellations';
import 'mocha/mocha';
import { finish, say } from './count';

export async function run(): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: 20_000,
    color: false,
    reporter: 'spec',
    ...(TEST_GREP ? { grep: TEST_GREP } : {}),
  });
  Mocha.reporters.Base.consoleLog = say;
  await import('suites:web');
  return finish('web', (done) => mocha.run(done));
}
