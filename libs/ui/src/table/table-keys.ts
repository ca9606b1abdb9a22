export type TableKey = 'down' | 'up' | 'select' | 'open' | 'query';

const keys: Readonly<Record<string, TableKey>> = { j: 'down', k: 'up', x: 'select', Enter: 'open', '/': 'query' };

/** The command of a key press, or `null`: never inside a field, in a dialog or menu, or with a modifier. */
export function tableKey(event: KeyboardEvent, document: Document): TableKey | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return null;
  if (target?.closest('input:not([type="checkbox"])')) return null;
  if (document.querySelector('.cdk-overlay-backdrop')) return null;
  const key = keys[event.key] ?? null;
  // Enter belongs to the link or button that has the focus; only a row itself is opened.
  return key === 'open' && !target?.matches('tr[data-row]') ? null : key;
}
