/**
 * What the built-in Markdown preview asks of us, before a session is there: the way in for `preview.ts`. Markdown that
 * is no chapter is rendered as it always was.
 */

import type * as vscode from 'vscode';

/** A token of markdown-it, as far as we look at it. */
export interface Token {
  type: string;
  tag: string;
  content: string;
  /** What stands behind the opening of a fence. */
  info: string;
  hidden: boolean;
  level: number;
  map: [number, number] | null;
  children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
  attrJoin(name: string, value: string): void;
}

export interface MarkdownIt {
  renderer: {
    readonly rules: Record<string, ((tokens: Token[], at: number) => string) | undefined>;
    render(tokens: Token[], options: unknown, env: { readonly currentDocument?: vscode.Uri }): string;
  };
}

/** Our own HTML between the tokens: around a token `html_block` the preview puts marks of its own. */
export const ownToken = 'masterplan_html';

/** Turns the tokens of a chapter into those that are shown; the tokens that are given stay as they are. */
export interface PreviewRenderer {
  render(uri: string, tokens: readonly Token[]): Token[];
}

export class PreviewPlugin {
  #renderer: PreviewRenderer | undefined;
  readonly #asked = new Set<string>();

  /** @returns the files that were shown before there was somebody to ask. */
  attach(renderer: PreviewRenderer): ReadonlySet<string> {
    this.#renderer = renderer;
    return this.#asked;
  }

  /** markdown-it keeps tokens and renders them again: what other chapters say must be looked up when it renders. */
  readonly extendMarkdownIt = <T extends MarkdownIt>(md: T): T => {
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.rules[ownToken] = (tokens, at) => tokens[at]?.content ?? '';
    md.renderer.render = (tokens, options, env) => {
      // A file that is shown at a place is the same file.
      const uri = env?.currentDocument?.with({ fragment: '' }).toString();
      if (uri === undefined) return render(tokens, options, env);
      if (this.#renderer === undefined) this.#asked.add(uri);
      return render(this.#renderer?.render(uri, tokens) ?? tokens, options, env);
    };
    return md;
  };
}
