// The roadmap's page: arrow keys between programmes, and new tables as they come, with the focus where it was.
(() => {
  const editor = acquireVsCodeApi();
  const main = document.querySelector('main');
  const buttons = () => [...main.querySelectorAll('button[data-row]')];

  function focusOn(button) {
    for (const other of buttons()) other.tabIndex = other === button ? 0 : -1;
    button.focus();
    button.scrollIntoView({ block: 'nearest' });
  }

  main.addEventListener('click', (event) => {
    const button = event.target.closest('tr')?.querySelector('button[data-row]');
    if (button === null || button === undefined) return;
    for (const other of buttons()) other.tabIndex = other === button ? 0 : -1;
    editor.postMessage({ type: 'open', place: Number(button.dataset.row) });
  });

  main.addEventListener('keydown', (event) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    focusOn(all[Math.max(0, Math.min(wanted, all.length - 1))]);
  });

  window.addEventListener('message', ({ data }) => {
    if (data?.type !== 'main') return;
    const scroll = document.querySelector('.scroll');
    const place = { row: document.activeElement?.dataset?.row, left: scroll?.scrollLeft ?? 0, top: window.scrollY };
    main.innerHTML = data.html;
    const now = document.querySelector('.scroll');
    if (now !== null) now.scrollLeft = place.left;
    window.scrollTo(0, place.top);
    const all = buttons();
    const button = place.row === undefined ? undefined : (all[Number(place.row)] ?? all.at(-1));
    if (button !== undefined) focusOn(button);
  });

  editor.postMessage({ type: 'ready' });
})();
