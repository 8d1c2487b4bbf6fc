/** A tree that stands before there is anything to show in it: the view is made once, its content comes with the session. */

import * as vscode from 'vscode';

/** What fills a tree; a provider's own events are not asked for, since `refresh` tells of changes. */
export type TreeContent<T> = Required<
  Pick<vscode.TreeDataProvider<T>, 'getChildren' | 'getParent' | 'getTreeItem' | 'resolveTreeItem'>
>;

export class LateTree<T> implements vscode.TreeDataProvider<T>, vscode.Disposable {
  readonly view: vscode.TreeView<T>;
  /** What the view asks where something is dragged; it answers once there is something to drag. */
  readonly dragging: vscode.TreeDragAndDropController<T>;
  readonly #changed = new vscode.EventEmitter<T | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #content: TreeContent<T> | undefined;
  /** Whether the editor has asked for anything since it was told of a change. */
  #isAsked = false;
  #dropping: vscode.TreeDragAndDropController<T> | undefined;

  constructor(id: string) {
    this.dragging = {
      dragMimeTypes: [],
      dropMimeTypes: [`application/vnd.code.tree.${id}`],
      handleDrag: (source, data, token) => this.#dropping?.handleDrag?.(source, data, token),
      handleDrop: (target, data, token) => this.#dropping?.handleDrop?.(target, data, token),
    };
    this.view = vscode.window.createTreeView(id, {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: this.dragging,
    });
  }

  /** Shows this content from now on. */
  fill(content: TreeContent<T>): void {
    this.#content = content;
    this.refresh();
  }

  /** Lets this one answer for what is dragged from now on. */
  dropInto(dropping: vscode.TreeDragAndDropController<T>): void {
    this.#dropping = dropping;
  }

  /**
   * Tells the editor to ask for everything anew. A hidden tree that knows of a change does so when it is shown: told once
   * more in the middle of that, it would lose the items that it has just been given.
   */
  refresh(): void {
    if (!this.view.visible && !this.#isAsked) return;
    this.#isAsked = false;
    this.#changed.fire(undefined);
  }

  getChildren(item?: T): vscode.ProviderResult<T[]> {
    this.#isAsked = true;
    return this.#content?.getChildren(item) ?? [];
  }

  getParent(item: T): vscode.ProviderResult<T> {
    return this.#content?.getParent(item);
  }

  getTreeItem(item: T): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.#content?.getTreeItem(item) ?? new vscode.TreeItem('');
  }

  resolveTreeItem(
    shown: vscode.TreeItem,
    item: T,
    token: vscode.CancellationToken,
  ): vscode.ProviderResult<vscode.TreeItem> {
    return this.#content?.resolveTreeItem(shown, item, token);
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
