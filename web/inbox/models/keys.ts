import type { Kind } from './moves.js';

/** What keys do, beside those that browsers know. */
export type Command = Kind | 'next' | 'previous' | 'select' | 'copy' | 'undo' | 'find' | 'help' | 'leave';

export const KEYS: Readonly<Record<Exclude<Command, 'leave'>, string>> = {
  next: 'j',
  previous: 'k',
  select: 'x',
  assign: 'a',
  mine: 'i',
  snooze: 's',
  take: 't',
  done: 'd',
  dismiss: 'r',
  copy: 'c',
  undo: 'z',
  find: '/',
  help: '?',
};
const COMMANDS = new Map<string, Command>(Object.entries(KEYS).map(([command, key]) => [key, command as Command]));

export interface Press {
  key: string;
  /** Where the key is on the keyboard. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key asks for; null: nothing of ours. Letters are found on keyboards of other alphabets too. */
export function commandOf({ key, code, ctrlKey, metaKey, altKey }: Press): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  if (key === 'Escape') return 'leave';
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const foreign = key.length === 1 && /\p{L}/u.test(key) && !/[a-z]/i.test(key);
  return COMMANDS.get(foreign && letter ? letter : key.toLowerCase()) ?? null;
}
