/** A tree that stands before there is anything to show in it: the view is made once, its content comes with the session. */

import * as vscode from 'vscode';

/** What fills a tree; a provider's own events are not asked for, since `refresh` tells of changes. */
export type TreeContent<T> = Required<Pick<vscode.TreeDataProvider<T>, 'getChildren' | 'getParent' | 'getTreeItem'>>;

export class LateTree<T> implements vscode.TreeDataProvider<T>, vscode.Disposable {
  readonly view: vscode.TreeView<T>;
  readonly #changed = new vscode.EventEmitter<T | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #content: TreeContent<T> | undefined;

  constructor(id: string) {
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
  }

  /** Shows this content from now on. */
  fill(content: TreeContent<T>): void {
    this.#content = content;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(item?: T): vscode.ProviderResult<T[]> {
    return this.#content?.getChildren(item) ?? [];
  }

  getParent(item: T): vscode.ProviderResult<T> {
    return this.#content?.getParent(item);
  }

  getTreeItem(item: T): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.#content?.getTreeItem(item) ?? new vscode.TreeItem('');
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
