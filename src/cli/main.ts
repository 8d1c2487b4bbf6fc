/** The entry of the program `masterplan`: ties it to this process, or to a further thread of it. */

import { availableParallelism } from 'node:os';
import { main } from './masterplan';
import { threadsOn, worthAThread } from './threads';

export { work } from './threads';

// A further thread of the program loads it only for `work`.
if (require.main === module) run();

function run(): void {
  // The reader of a pipe may leave early (`masterplan check | head`), which is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  // Who does not want to hear what else there is to say gets the result all the same.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

  main(process.argv.slice(2), {
    folder: process.cwd(),
    environment: process.env,
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    now: () => performance.now(),
    threads: { program: __filename, most: () => threadsOn(availableParallelism()), worth: worthAThread },
  }).then((status) => {
    // Not `process.exit`: what was written to a pipe must get through first.
    process.exitCode = status;
  });
}

function streamOf(stream: NodeJS.WriteStream) {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: (text: string) => {
      if (text !== '') stream.write(text);
    },
  };
}
