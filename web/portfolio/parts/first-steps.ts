import { problemText } from '../../client/api-problem.js';
import { h, type ComponentChild } from '../../vendor/preact.js';
import { addressOf, type Ui } from '../ui.js';

/** What to do on a server that has no project yet. */
export function firstSteps(ui: Ui): ComponentChild {
  const { first: words } = ui.texts;
  return h(
    'section',
    { key: 'first', id: 'projects', tabIndex: -1, class: 'first welcome', 'aria-labelledby': 'first-title' },
    h('h1', { id: 'first-title' }, words.title),
    h('p', {}, words.text),
    h(
      'ol',
      {},
      h(
        'li',
        {},
        h('h2', {}, words.make),
        ui.role === 'admin' ? form(ui) : h('p', { class: 'hint' }, words.needsAdmin),
      ),
      h(
        'li',
        {},
        h('h2', {}, words.connect),
        h('p', {}, words.connectText),
        h('p', {}, h('a', { href: addressOf('docs') }, words.connectLink)),
      ),
      h(
        'li',
        {},
        h('h2', {}, words.sync),
        h('p', {}, words.syncText),
        h('p', {}, h('a', { href: addressOf('ops') }, words.syncLink)),
      ),
    ),
  );
}

function form({ texts, making, make }: Ui): ComponentChild {
  const { first: words, bar } = texts;
  return h(
    'form',
    {
      class: 'first-form',
      onSubmit: (event: Event) => {
        event.preventDefault();
        const name = new FormData(event.currentTarget as HTMLFormElement).get('name');
        make(typeof name === 'string' ? name : '');
      },
    },
    h(
      'label',
      { class: 'filter' },
      h('span', {}, words.name),
      h('input', { name: 'name', required: true, minLength: 2, maxLength: 160, autocomplete: 'off' }),
    ),
    h(
      'button',
      { type: 'submit', class: 'primary', 'aria-disabled': making.busy },
      making.busy ? words.making : words.button,
    ),
    making.problem === null ? null : h('p', { class: 'bad', role: 'alert' }, problemText(making.problem, bar.problems)),
  );
}
