import { h, type ComponentChild, type ComponentChildren } from 'preact';
import type { Tone } from '../models/tone.js';

/** A state in words, with its colour and a mark of its own shape. */
export function pill(tone: Tone, text: string): ComponentChild {
  return h('span', { class: `pill pill-${tone}` }, h('span', { class: 'pill-mark', 'aria-hidden': 'true' }), text);
}

export const hidden = (text: string): ComponentChild => h('span', { class: 'unseen' }, text);

/** A table that scrolls sideways by itself where the screen is narrow; the keyboard can do so too. */
export function table(label: string, heads: readonly string[], rows: readonly ComponentChild[]): ComponentChild {
  return h(
    'div',
    { class: 'table-scroll', role: 'region', 'aria-label': label, tabIndex: 0 },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col', key: head }, head)))),
      h('tbody', {}, ...rows),
    ),
  );
}

export const empty = (text: string, ...more: ComponentChildren[]): ComponentChild =>
  h('div', { class: 'empty' }, h('p', {}, text), ...more);
