import { h, type ComponentChild } from 'preact';
import { OWNER_ROLES } from '../models/recommendation.js';
import { DUES, isFiltered, PRIORITIES, SORTS, TO_DO, type View } from '../models/view.js';
import type { Ui } from '../ui.js';

type Option = readonly [value: string, text: string];

/** Which recommendations, and in which order. */
export function Filters({ ui }: { ui: Ui }): ComponentChild {
  const { texts, view, show } = ui;
  const { filters: words, labels, row } = texts;
  return (
    <form class="filters" role="search" aria-label={words.title} onSubmit={(event) => event.preventDefault()}>
      <label class="filter filter-name">
        <span>{words.find}</span>
        <input
          id="find"
          type="search"
          value={view.q}
          maxLength={160}
          autocomplete="off"
          aria-keyshortcuts="/"
          onInput={(event) => show({ q: event.currentTarget.value })}
        />
      </label>
      {choice(words.project, view.project, projectOptions(ui), (project) => show({ project }))}
      {choice(words.who, whoOf(view), whoOptions(ui), (who) => show(whoseOf(who)))}
      {choice(
        words.category,
        view.category,
        [['', words.anyCategory], ...Object.entries(labels.categories)],
        (category) => show({ category }),
      )}
      {choice(
        words.role,
        view.owner_role,
        [['', words.anyRole], ...OWNER_ROLES.map((one): Option => [one, labels.roles[one]])],
        (role) => show({ owner_role: OWNER_ROLES.find((one) => one === role) ?? '' }),
      )}
      {choice(
        words.priority,
        view.priority,
        [['', words.anyPriority], ...PRIORITIES.map((one): Option => [one, row.priorities[Number(one)] ?? one])],
        (priority) => show({ priority }),
      )}
      {choice(words.due, view.due, [['', words.anyDue], ...DUES.map((one): Option => [one, words.dues[one]])], (due) =>
        show({ due: DUES.find((one) => one === due) ?? '' }),
      )}
      {choice(
        words.sort,
        view.sort,
        SORTS.map((one): Option => [one, words.sorts[one]]),
        (sort) => show({ sort: SORTS.find((one) => one === sort) ?? TO_DO.sort }),
      )}
      {isFiltered(view) ? (
        <button type="button" class="filter-clear" onClick={() => show(cleared(view))}>
          {words.clear}
        </button>
      ) : null}
    </form>
  );
}

/** The same statuses in the same order, of all. */
const cleared = ({ sort, status }: View): View => ({ ...TO_DO, sort, status });

const projectOptions = ({ projects, texts: { filters: words }, view }: Ui): Option[] => [
  ['', words.anyProject],
  ...projects.map(({ id, name }): Option => [id, name]),
  // The address may name one that is out of reach: it fits nothing, and that has to be seen.
  ...(view.project === '' || projects.some(({ id }) => id === view.project)
    ? []
    : [[view.project, view.project] as const]),
];

const MINE = 'mine';
const UNASSIGNED = 'unassigned';
/** Before a name, so that no name reads as a choice. */
const NAMED = '=';

const whoOptions = ({ people, me, texts: { filters: words }, view }: Ui): Option[] => {
  const names = new Set([...people.map(({ username }) => username), ...(view.assignee ? [view.assignee] : [])]);
  names.delete(me);
  return [
    ['', words.anyone],
    [MINE, words.mine],
    [UNASSIGNED, words.unassigned],
    ...[...names].map((name): Option => [NAMED + name, name]),
  ];
};

const whoOf = ({ mine, unassigned, assignee }: View): string =>
  mine ? MINE : unassigned ? UNASSIGNED : assignee === '' ? '' : NAMED + assignee;

const whoseOf = (who: string): Partial<View> => ({
  mine: who === MINE,
  unassigned: who === UNASSIGNED,
  assignee: who.startsWith(NAMED) ? who.slice(NAMED.length) : '',
});

function choice(
  label: string,
  chosen: string,
  options: readonly Option[],
  choose: (value: string) => void,
): ComponentChild {
  return (
    <label class="filter">
      <span>{label}</span>
      <select onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
