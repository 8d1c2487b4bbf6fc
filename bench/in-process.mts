// What is measured inside one process: one chapter was edited, and its problems are asked for.
import type { Contestant } from './measure.mts';
import { load } from './peers.mts';

interface Markdownlint {
  lint(options: { strings: Record<string, string> }): Record<string, unknown[]>;
}

interface Processor {
  use(plugin: unknown, options?: unknown): Processor;
  freeze(): Processor;
  parse(file: unknown): unknown;
  run(tree: unknown, file: unknown): Promise<unknown>;
}

/** The peers that can be called in this process; each gets the text that it is to check from `next`. */
export function editedBy(next: () => string, others: ReadonlyMap<string, string>): Contestant[] {
  const { lint } = load<Markdownlint>('markdownlint/sync');
  const { unified } = load<{ unified: () => Processor }>('unified');
  const { VFile } = load<{ VFile: new (value: { path: string; value: string }) => { messages: unknown[] } }>('vfile');
  const plugin = (name: string) => load<{ default: unknown }>(name).default;
  const remark = unified()
    .use(plugin('remark-parse'))
    .use(plugin('remark-frontmatter'))
    .use(plugin('remark-preset-lint-recommended'))
    .freeze();
  const languageService = linkChecker(others);
  return [
    { name: 'markdownlint', run: () => lint({ strings: { '0001.md': next() } }) },
    {
      name: 'remark-lint (recommended)',
      run: async () => {
        const file = new VFile({ path: '0001.md', value: next() });
        await remark.run(remark.parse(file), file);
      },
    },
    { name: 'vscode-markdown-languageservice', run: () => languageService(next()) },
  ];
}

interface TextDocument {
  readonly uri: string;
}

/** VS Code's own checker of links, with all chapters in its workspace. */
function linkChecker(others: ReadonlyMap<string, string>): (text: string) => Promise<void> {
  const service = load<{
    createLanguageService(init: unknown): {
      computeDiagnostics(document: TextDocument, options: object, token: unknown): Promise<unknown>;
    };
  }>('vscode-markdown-languageservice');
  const { TextDocument } = load<{
    TextDocument: { create(uri: string, language: string, version: number, text: string): TextDocument };
  }>('vscode-languageserver-textdocument');
  const { Emitter, CancellationToken } = load<{
    Emitter: new () => { event: unknown; fire(value: unknown): void };
    CancellationToken: { None: unknown };
  }>('vscode-languageserver-protocol');
  const { URI } = load<{ URI: { parse(text: string): { toString(): string } } }>('vscode-uri');
  const MarkdownIt =
    load<new (options: { html: boolean }) => { parse(text: string, environment: object): unknown[] }>('markdown-it');
  const markdownIt = new MarkdownIt({ html: true });
  const documents = new Map<string, TextDocument>();
  for (const [path, text] of others) {
    const uri = URI.parse(`file:///book/${path}`).toString();
    documents.set(uri, TextDocument.create(uri, 'markdown', 1, text));
  }
  const changed = new Emitter();
  const workspace = {
    workspaceFolders: [URI.parse('file:///book')],
    onDidChangeMarkdownDocument: changed.event,
    onDidCreateMarkdownDocument: new Emitter().event,
    onDidDeleteMarkdownDocument: new Emitter().event,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri: object) => documents.has(uri.toString()),
    openMarkdownDocument: async (uri: object) => documents.get(uri.toString()),
    stat: async (uri: object) => (documents.has(uri.toString()) ? { isDirectory: false } : undefined),
    readDirectory: async () => [],
  };
  const parser = {
    slugifier: (service as unknown as { githubSlugifier: unknown }).githubSlugifier,
    tokenize: async (document: { getText(): string }) => markdownIt.parse(document.getText(), {}),
  };
  const checker = service.createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
  const options = {
    validateReferences: 'warning',
    validateFragmentLinks: 'warning',
    validateFileLinks: 'warning',
    validateMarkdownFileLinkFragments: 'warning',
    validateUnusedLinkDefinitions: 'warning',
    validateDuplicateLinkDefinitions: 'warning',
    ignoreLinks: [],
  };
  const uri = 'file:///book/0001.md';
  let version = 1;
  return async (text) => {
    version++;
    const document = TextDocument.create(uri, 'markdown', version, text);
    documents.set(uri, document);
    changed.fire(document);
    await checker.computeDiagnostics(document, options, CancellationToken.None);
  };
}
