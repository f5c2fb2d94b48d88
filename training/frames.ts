import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from './random.js';

/** Cases of a Russian slot's words, in the order in which slots.txt has them. */
const CASES = ['i', 'r', 'd', 'v', 't'];
const SLOT = /\{(\w+)(?::(\w))?\}/g;

/** What may stand in a slot, by language and name, each in its cases. */
type Slots = ReadonlyMap<string, readonly (readonly string[])[]>;

export const isFrame = (text: string): boolean => text.search(SLOT) >= 0;

/**
 * Sentences made of one with slots ("Please approve {work}."): as many as are asked for, the same ones every time. They
 * show that it is not the thing named that decides.
 */
export function filled(frame: string, language: string, count: number, slots: Slots): string[] {
  const random = randomFrom(frame.length * 31 + (frame.codePointAt(0) ?? 0));
  const made = Array.from({ length: count }, () =>
    frame.replace(SLOT, (_, name: string, inflected = 'i') => {
      const choices = slots.get(`${language} ${name}`);
      if (!choices) throw new Error(`No slot "${name}" in ${language}: ${frame}`);
      const forms = choices[Math.floor(random() * choices.length)] ?? [];
      return forms[CASES.indexOf(inflected as string)] ?? forms[0] ?? '';
    }),
  );
  return [...new Set(made.map((text) => text.charAt(0).toUpperCase() + text.slice(1)))];
}

/** A heading `# language`, then a line for each slot: its name, and what may stand there, with `;` between. */
export function readSlots(folder: string): Slots {
  const slots = new Map<string, readonly (readonly string[])[]>();
  let language = '';
  for (const line of readFileSync(join(folder, 'slots.txt'), 'utf8').split('\n')) {
    const at = line.indexOf(':');
    if (line.startsWith('# ')) language = line.slice(2).trim();
    else if (at > 0)
      slots.set(
        `${language} ${line.slice(0, at)}`,
        line
          .slice(at + 1)
          .split(' ; ')
          .map((one) => one.trim().split('|')),
      );
  }
  return slots;
}
