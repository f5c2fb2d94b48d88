import { runText, shareDone, standingOf, type Run } from '../client/run.js';
import type { RunBoard } from '../client/run-board.js';
import type { Component, React } from './swagger-ui.js';

/** The run that a route of the page has started: how far it is, its parts, and what it ended with. */
export function runCard(react: React, board: RunBoard): Component<{ route: string }> {
  const h = react.createElement;

  const line = (run: Run, waited: number) =>
    h(
      'div',
      { key: run.id, className: `run-line run-${standingOf(run)}` },
      h('span', { className: 'run-job' }, run.job_type),
      bar(run),
      h('span', { className: 'run-text' }, runText(run, waited)),
    );

  const bar = (run: Run) => {
    if (standingOf(run) !== 'open') return null;
    const share = shareDone(run);
    return h('progress', {
      'aria-label': `Progress of ${run.job_type}`,
      max: 1,
      // Without a value it shows that something goes on, and not how much is left.
      ...(share === null ? {} : { value: share }),
    });
  };

  const outcome = (run: Run) => {
    const shown = run.result ?? run.error;
    if (!shown) return null;
    return h(
      'pre',
      { className: 'run-outcome', tabIndex: 0, 'aria-label': run.error ? 'Error' : 'Result' },
      toText(shown),
    );
  };

  return ({ route }) => {
    const seen = react.useSyncExternalStore(board.seen.subscribe, board.seen.get).get(route);
    if (!seen) return null;
    const { run, parts, trouble, waited } = seen;
    return h(
      'section',
      { className: 'run-card', 'aria-label': 'Run' },
      h('h4', null, 'Run ', h('code', null, run.id)),
      line(run, waited),
      parts.length === 0 ? null : h('div', { className: 'run-parts' }, ...parts.map((part) => line(part, waited))),
      trouble === null ? null : h('p', { className: 'run-trouble' }, trouble),
      outcome(run),
    );
  };
}

const toText = (value: object) => JSON.stringify(value, null, 2);
