/** Where the focus is among the rows, and how it moves. */

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const idOf = (row: HTMLElement | null | undefined): string | null => row?.dataset['row'] ?? null;
const titleOf = (row: HTMLElement): HTMLElement | null => row.querySelector<HTMLElement>('.row-open');

/** The row in which something has the focus. */
export const focusedRow = (): string | null => idOf(document.activeElement?.closest<HTMLElement>('[data-row]'));

/** Moves the focus to the title of this row; false where it is not there. */
export function focusRow(id: string): boolean {
  const row = rows().find((one) => idOf(one) === id);
  const title = row && titleOf(row);
  title?.focus();
  title?.scrollIntoView({ block: 'nearest' });
  return Boolean(title);
}

/** Moves the focus so many rows on from this one; from no row, to the first or the last one. */
export function focusBy(step: 1 | -1, from: string | null): void {
  const ids = rows().flatMap((row) => idOf(row) ?? []);
  const at = from === null ? -1 : ids.indexOf(from);
  const next = at === -1 ? (step === 1 ? 0 : ids.length - 1) : at + step;
  const id = ids[Math.max(0, Math.min(next, ids.length - 1))];
  if (id !== undefined) focusRow(id);
}

/** Moves the focus to the first of these rows that is there, or to the list, where what had it is gone. */
export function focusInstead(ids: readonly string[]): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  if (!ids.some((id) => focusRow(id))) document.getElementById('list')?.focus();
}
