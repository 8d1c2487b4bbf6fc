// The terminal tool as a task: offered for each folder, and run to its end.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { startedSession } from '../editor';

describe('the task', () => {
  it('checks the folder with the tool of the package', async () => {
    await startedSession();
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'masterplan' });
    if (task === undefined) throw new Error('no task is offered');
    assert.deepEqual([task.name, task.problemMatchers, others], ['check', ['$masterplan'], []]);
    const ended = new Promise<number | undefined>((resolve) => {
      const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== 'check') return;
        listening.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    // The small book here has problems: a section is missing.
    assert.equal(await ended, 1);
  });
});
