import { h, type ComponentChild } from 'preact';
import { EVERYTHING, isFiltered, SORTS, STATES, type View } from '../models/view.js';
import type { Ui } from '../ui.js';

/** Which projects, and in which order. */
export function filters({ texts, view, show }: Ui): ComponentChild {
  const { filters: words, labels } = texts;
  return h(
    'form',
    {
      key: 'filters',
      class: 'filters',
      role: 'search',
      'aria-label': words.title,
      onSubmit: (event: Event) => event.preventDefault(),
    },
    h(
      'label',
      { class: 'filter filter-name' },
      h('span', {}, words.name),
      h('input', {
        type: 'search',
        value: view.q,
        maxLength: 160,
        autocomplete: 'off',
        onInput: (event: Event) => show({ q: (event.currentTarget as HTMLInputElement).value }),
      }),
    ),
    select(
      'sort',
      words.sort,
      view.sort,
      SORTS.map((sort) => [sort, words.sorts[sort]]),
      show,
    ),
    select('risk', words.risk, view.risk, [['', words.anyRisk], ...Object.entries(labels.risks)], show),
    select(
      'category',
      words.category,
      view.category,
      [['', words.anyCategory], ...Object.entries(labels.categories)],
      show,
    ),
    select(
      'state',
      words.state,
      view.state,
      STATES.map((state) => [state, words.states[state]]),
      show,
    ),
    h(
      'label',
      { class: 'filter filter-mine' },
      h('input', {
        type: 'checkbox',
        checked: view.mine,
        onChange: (event: Event) => show({ mine: (event.currentTarget as HTMLInputElement).checked }),
      }),
      h('span', {}, words.mine),
    ),
    isFiltered(view)
      ? h('button', { type: 'button', class: 'filter-clear', onClick: () => show(cleared(view)) }, words.clear)
      : null,
  );
}

/** The same order of all that goes on. */
const cleared = ({ sort }: View): View => ({ ...EVERYTHING, sort });

function select(
  key: 'sort' | 'risk' | 'category' | 'state',
  label: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
  show: Ui['show'],
): ComponentChild {
  return h(
    'label',
    { class: `filter filter-${key}` },
    h('span', {}, label),
    h(
      'select',
      { onChange: (event: Event) => show({ [key]: (event.currentTarget as HTMLSelectElement).value }) },
      ...options.map(([value, text]) => h('option', { key: value, value, selected: value === chosen }, text)),
    ),
  );
}
