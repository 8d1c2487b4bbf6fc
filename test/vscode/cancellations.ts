// In the browser one worker holds all extensions, and mocha takes whatever is rejected there for a fault of the test at
// hand. A request that the editor itself cancels is none. This must be heard before mocha listens.
addEventListener('unhandledrejection', (event: { reason?: unknown; stopImmediatePropagation(): void }) => {
  if (event.reason instanceof Error && event.reason.name === 'Canceled') event.stopImmediatePropagation();
});
