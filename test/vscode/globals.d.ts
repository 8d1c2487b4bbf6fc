// What the build of the test bundles puts in: the pattern of test names asked for, and the list of suites.
declare const TEST_GREP: string;
declare module 'suites:desktop';
declare module 'suites:web';
declare function addEventListener(
  type: 'unhandledrejection',
  listener: (event: { reason?: unknown; stopImmediatePropagation(): void }) => void,
): void;
