import { describe, expect, it } from '@jest/globals';
import { commandOf, KEYS, type Command } from './keys.js';

const press = (key: string, code = '', held: object = {}) =>
  commandOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keys', () => {
  it.each<[string, string, Command | null]>([
    ['j', 'KeyJ', 'next'],
    ['о', 'KeyJ', 'next'],
    ['ArrowUp', 'ArrowUp', 'previous'],
    ['D', 'KeyD', 'done'],
    ['в', 'KeyD', 'done'],
    // Of a keyboard that has the letters elsewhere.
    ['d', 'KeyH', 'done'],
    ['?', 'Slash', 'help'],
    ['Escape', 'Escape', 'leave'],
    ['q', 'KeyQ', null],
    ['Enter', 'Enter', null],
    [' ', 'Space', null],
  ])('%s (%s)', (key, code, command) => expect(press(key, code)).toBe(command));

  it.each(['ctrlKey', 'metaKey', 'altKey'])('with %s are the browser’s', (held) =>
    expect(press('d', 'KeyD', { [held]: true })).toBeNull(),
  );

  it('are one for each command', () => expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length));
});
