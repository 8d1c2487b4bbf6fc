// The coverage's page: arrow keys from cell to cell, and new matrices as they come, with the focus where it was.
(() => {
  const editor = acquireVsCodeApi();
  const main = document.querySelector('main');
  const tables = () => [...main.querySelectorAll('table')];
  const buttons = (table) => [...table.querySelectorAll('button[data-place]')];

  /** The Tab key arrives once in each table: where one was last. */
  function stop(button) {
    for (const other of buttons(button.closest('table'))) other.tabIndex = other === button ? 0 : -1;
  }

  function begin() {
    for (const table of tables()) {
      const [first] = buttons(table);
      if (first !== undefined) stop(first);
    }
  }

  function placeOf(button) {
    const cell = button.closest('td');
    const row = cell.parentElement;
    return { row: row.rowIndex, column: cell.cellIndex, table: tables().indexOf(row.closest('table')) };
  }

  /** The next button this way; cells that lead nowhere are passed over. */
  function next(button, down, right) {
    const table = button.closest('table');
    let { row, column } = placeOf(button);
    for (;;) {
      row += down;
      column += right;
      const cell = table.rows[row]?.cells[column];
      if (cell === undefined || cell.tagName === 'TH') return undefined;
      const found = cell.querySelector('button[data-place]');
      if (found !== null) return found;
    }
  }

  main.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-place]');
    if (button === null) return;
    stop(button);
    editor.postMessage({ type: 'open', place: Number(button.dataset.place) });
  });

  main.addEventListener('keydown', (event) => {
    const button = document.activeElement?.closest?.('button[data-place]');
    if (!button || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const wanted = next(button, ...step);
    if (wanted === undefined) return;
    stop(wanted);
    wanted.focus();
    wanted.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  window.addEventListener('message', ({ data }) => {
    if (data?.type !== 'main') return;
    const focused = document.activeElement?.closest?.('button[data-place]');
    const place = focused ? placeOf(focused) : undefined;
    const top = window.scrollY;
    main.innerHTML = data.html;
    begin();
    window.scrollTo(0, top);
    if (place === undefined) return;
    const cell = tables()[place.table]?.rows[place.row]?.cells[place.column];
    const button = cell?.querySelector('button[data-place]');
    if (!button) return;
    stop(button);
    button.focus();
  });

  begin();
  editor.postMessage({ type: 'ready' });
})();
