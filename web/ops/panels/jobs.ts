import { h, type ComponentChild } from 'preact';
import type { Feeds } from '../feeds.js';
import { failedRuns, jobViews, openRuns, type JobView, type RunView } from '../models/jobs.js';
import { SERVERS, type Ui } from '../ui.js';
import { actionButton, outcomeOf, progress, type Action } from './action.js';
import { addressOf } from '../place.js';
import { panel } from './panel.js';
import { empty, pill, table } from './parts.js';

/** What runs, what failed, and the schedule with what can be done about it. */
export function jobsPanel(ui: Ui, feed: Feeds['jobs']): ComponentChild {
  const words = ui.texts.jobs;
  const tick: Action = {
    key: 'tick',
    label: words.tick,
    request: { method: 'POST', path: '/jobs/scheduler/tick', body: null },
  };
  const tools = [
    actionButton(ui, tick),
    h('a', { key: 'all', href: addressOf('ops/runs', ui.projectId) }, ui.texts.runs.all),
  ];
  return panel(ui, { id: 'jobs', title: words.title, feed, tools }, ({ jobs, running, queued, failed }) => {
    const views = jobViews(jobs, ui.actions.document, ui.texts, ui.format, ui.now);
    return h(
      'div',
      {},
      outcomeOf(ui, tick.key),
      h(
        'div',
        { class: 'halves' },
        runList(
          ui,
          words.openTitle,
          words.noneOpen,
          openRuns(running, queued, ui.texts, ui.format, ui.now),
          cancelling,
        ),
        runList(ui, words.failedTitle, words.noneFailed, failedRuns(failed, ui.texts, ui.format, ui.now)),
      ),
      h('h3', {}, words.scheduleTitle),
      views.length === 0 ? empty(words.empty) : schedule(ui, views),
    );
  });
}

function runList(
  ui: Ui,
  title: string,
  none: string,
  runs: readonly RunView[],
  actionOf: ((ui: Ui, run: RunView) => Action) | null = null,
): ComponentChild {
  return h(
    'div',
    {},
    h('h3', {}, title),
    runs.length === 0
      ? h('p', { class: 'hint' }, none)
      : h(
          'ul',
          { class: 'runs' },
          ...runs.map((run) =>
            h(
              'li',
              { key: run.id, class: 'run-row' },
              h('a', { class: 'run-name', href: addressOf(`ops/runs/${run.id}`, ui.projectId) }, run.name),
              run.share === undefined ? null : progress(ui, run.name, run.share),
              h('span', { class: `run-text run-${run.tone}` }, run.text),
              run.when === '' ? null : h('span', { class: 'hint' }, run.when),
              actionOf && actionButton(ui, actionOf(ui, run)),
            ),
          ),
        ),
  );
}

function schedule(ui: Ui, views: readonly JobView[]): ComponentChild {
  const words = ui.texts.jobs;
  const may = views.some((job) => ui.actions.lacking(pausing(ui, job).request) === null);
  return table(
    words.scheduleTitle,
    [words.name, words.state, words.lastRun, words.nextRun, ...(may ? [words.actions] : [])],
    views.map((job) =>
      h(
        'tr',
        { key: job.type },
        h('th', { scope: 'row' }, job.name, h('span', { class: 'under' }, job.cadence)),
        h('td', {}, pill(job.tone, job.state)),
        h(
          'td',
          { class: 'wide' },
          job.lastTone === 'bad' ? h('span', { class: 'bad' }, job.lastRun) : job.lastRun,
          job.lastError === null ? null : h('span', { class: 'under', ...SERVERS }, job.lastError),
        ),
        h('td', { class: 'whole' }, job.nextRun),
        may ? h('td', { class: 'act' }, ...jobActions(ui, job)) : null,
      ),
    ),
  );
}

function jobActions(ui: Ui, job: JobView): ComponentChild[] {
  const run: Action | null = job.runNow && {
    key: `run ${job.type}`,
    label: ui.texts.jobs.runNow,
    about: job.name,
    request: job.runNow,
  };
  const pause = pausing(ui, job);
  return [
    h('span', { class: 'buttons' }, run && actionButton(ui, run), actionButton(ui, pause)),
    run && outcomeOf(ui, run.key),
    outcomeOf(ui, pause.key),
  ];
}

function cancelling({ texts }: Ui, { id, name }: RunView): Action {
  return {
    key: `cancel ${id}`,
    label: texts.jobs.cancel,
    about: name,
    request: { method: 'POST', path: `/jobs/runs/${id}/cancel`, body: null },
  };
}

function pausing({ texts }: Ui, { type, name, paused }: JobView): Action {
  return {
    key: `pause ${type}`,
    label: paused ? texts.jobs.resume : texts.jobs.pause,
    about: name,
    request: { method: 'PATCH', path: `/jobs/scheduler/${type}`, body: { status: paused ? 'active' : 'paused' } },
  };
}
