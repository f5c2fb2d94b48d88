import { h, type ComponentChild } from 'preact';
import { addressOf, type Ui } from '../ui.js';

/** What to do on a server that has no project yet, or who can. */
export function firstSteps({ texts, role }: Ui): ComponentChild {
  const { first: words } = texts;
  return h(
    'section',
    { key: 'first', id: 'projects', tabIndex: -1, class: 'first welcome', 'aria-labelledby': 'first-title' },
    h('h1', { id: 'first-title' }, words.title),
    h('p', {}, words.text),
    role === 'admin'
      ? h('p', {}, h('a', { class: 'first-way', href: addressOf('ops/first-steps') }, words.begin))
      : h('p', { class: 'hint' }, words.needsAdmin),
  );
}
