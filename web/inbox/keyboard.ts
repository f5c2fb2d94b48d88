import { commandOf, type Command } from './models/keys.js';
import type { Kind } from './models/moves.js';
import { focusBy, focusedRow, focusRow } from './rows-in-page.js';

/** What is done with a row. */
export type RowCommand = Kind | 'select' | 'copy';

/** What keys do beside moving the focus; `id`: the row with the focus, null for none. */
export interface KeyHandlers {
  /** Whether those of one letter are on. */
  on: () => boolean;
  row: (command: RowCommand, id: string | null) => void;
  undo: () => void;
  help: () => void;
  leave: () => void;
}

/** Listens to the keys of the page. */
export class Keyboard {
  /** The row that last had the focus. */
  private current: string | null = null;

  constructor(private readonly handlers: KeyHandlers) {}

  listen(): void {
    document.addEventListener('focusin', () => (this.current = focusedRow() ?? this.current));
    document.addEventListener('keydown', (event) => this.press(event));
  }

  private press(event: KeyboardEvent): void {
    const command = commandOf(event);
    if (command === null || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.matches('input:not([type=checkbox]), textarea, select')) {
      if (command === 'leave') this.stopTyping(target);
      return;
    }
    const isArrow = event.key.startsWith('Arrow');
    // Elsewhere arrows scroll.
    if (isArrow && !target.closest('#list')) return;
    if (!isArrow && command !== 'leave' && !this.handlers.on()) return;
    event.preventDefault();
    this.obey(command);
  }

  private obey(command: Command): void {
    const { handlers } = this;
    switch (command) {
      case 'next':
      case 'previous':
        focusBy(command === 'next' ? 1 : -1, this.present());
        return;
      case 'find':
        document.getElementById('find')?.focus();
        return;
      case 'undo':
      case 'help':
      case 'leave':
        handlers[command]();
        return;
      case 'select':
      case 'copy':
      case 'assign':
      case 'mine':
      case 'snooze':
      case 'take':
      case 'done':
      case 'dismiss':
        handlers.row(command, this.present());
        return;
    }
  }

  /** The row with the focus, or the one that had it and is still there. */
  private present(): string | null {
    const there = (id: string) => document.querySelector(`[data-row="${CSS.escape(id)}"]`) !== null;
    return focusedRow() ?? (this.current !== null && there(this.current) ? this.current : null);
  }

  /** From a field of a row back to the row. */
  private stopTyping(field: Element): void {
    const row = field.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row !== undefined) focusRow(row);
    else if (field instanceof HTMLElement && field.id === 'find') field.blur();
  }
}
