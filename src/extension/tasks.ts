/** The terminal tool as a task: what it finds is read by the problem matcher `$masterplan`. */

import * as vscode from 'vscode';

const taskType = 'masterplan';

interface MasterplanTask extends vscode.TaskDefinition {
  readonly command: string;
  readonly path?: string;
}

export function register(context: vscode.ExtensionContext): vscode.Disposable {
  const tool = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js');
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () => {
      // Where folders are virtual there is nothing that a program could be started on.
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
      return folders.map((folder) => taskFor({ type: taskType, command: 'check' }, folder, tool));
    },
    resolveTask: ({ definition, scope }) => {
      if (definition.command !== 'check') return undefined;
      const given = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      return given && taskFor(definition as MasterplanTask, given, tool);
    },
  });
}

function taskFor(definition: MasterplanTask, folder: vscode.WorkspaceFolder, tool: vscode.Uri): vscode.Task {
  const argv = [tool.fsPath, definition.command, '--format', 'lines'];
  if (definition.path !== undefined) argv.push('--', definition.path);
  const execution = new vscode.ProcessExecution('node', argv, { cwd: folder.uri.fsPath });
  return new vscode.Task(definition, folder, definition.command, taskType, execution, '$masterplan');
}
