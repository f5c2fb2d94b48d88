import { hasEnded, runText, shareDone, standingOf, type Run } from '../../client/run.js';
import { h, type ComponentChild } from 'preact';
import { jobName } from '../models/jobs.js';
import type { Asking } from '../actions.js';
import type { StepRequest } from '../models/remedy.js';
import { addressOf } from '../place.js';
import { SERVERS, type Ui } from '../ui.js';
import { hidden, pill } from './parts.js';

export interface Action {
  /** Names the button among all others; its outcome is found by it. */
  key: string;
  label: string;
  /** What the label is about, for those who hear the button without its surroundings. */
  about?: string;
  request: StepRequest;
  /** What a person is asked before; unset: only where the route asks, in its words. */
  asks?: Asking;
  class?: string;
}

/**
 * A button that sends a request; null where the person may not. While it is at work it stays focusable, and does
 * nothing.
 */
export function actionButton(ui: Ui, action: Action): ComponentChild {
  if (ui.actions.lacking(action.request) !== null) return null;
  const busy = isBusy(ui, action.key);
  return h(
    'button',
    {
      type: 'button',
      class: action.class ?? 'quiet',
      'aria-disabled': busy ? 'true' : 'false',
      onClick: () => {
        if (!busy) void ui.actions.send(action.key, action.request, action.label, action.asks);
      },
    },
    busyText(ui, action.key) ?? action.label,
    action.about === undefined ? null : hidden(` ${action.about}`),
  );
}

/** What a button says in place of its label while it is at work; null while it is not. */
export function busyText(ui: Ui, key: string): string | null {
  if (!isBusy(ui, key)) return null;
  const { sending, running } = ui.texts.step;
  return ui.outcomes.get(key)?.phase === 'started' ? running : sending;
}

export function isBusy(ui: Ui, key: string): boolean {
  const outcome = ui.outcomes.get(key);
  if (outcome?.phase === 'sending') return true;
  const seen = ui.runs.get(key);
  return outcome?.phase === 'started' && seen !== undefined && !hasEnded(seen.run) && seen.trouble === null;
}

/** What a button's request has come to, its run included; null where there is nothing to tell. */
export function outcomeOf(ui: Ui, key: string): ComponentChild {
  const { step } = ui.texts;
  const outcome = ui.outcomes.get(key);
  switch (outcome?.phase) {
    case undefined:
    case 'sending':
      return null;
    case 'started':
      return runOutcome(ui, key);
    case 'done':
      return h('div', { class: 'outcome' }, pill('good', step.done));
    case 'failed':
      return h('div', { class: 'outcome bad' }, outcome.why);
    case 'answered':
      return h(
        'details',
        { class: 'outcome', open: true },
        h('summary', {}, step.answer),
        h('pre', { tabIndex: 0, 'aria-label': step.answer, ...SERVERS }, outcome.answer),
      );
  }
}

function runOutcome(ui: Ui, key: string): ComponentChild {
  const seen = ui.runs.get(key);
  if (!seen) return null;
  return h(
    'div',
    { class: 'outcome' },
    runLine(ui, seen.run, seen.waited),
    seen.parts.length === 0
      ? null
      : h('div', { class: 'outcome-parts' }, ...seen.parts.map((part) => runLine(ui, part, seen.waited))),
    seen.trouble === null ? null : h('p', { class: 'bad' }, seen.trouble),
  );
}

function runLine(ui: Ui, run: Run, waited: number): ComponentChild {
  const name = jobName(run.job_type, ui.texts);
  return h(
    'div',
    { key: run.id, class: 'run-row' },
    h('a', { class: 'run-name', href: addressOf(`ops/runs/${run.id}`, ui.projectId) }, name),
    hasEnded(run) ? null : progress(ui, name, shareDone(run)),
    h('span', { class: `run-text run-${standingOf(run)}` }, runText(run, waited, ui.texts.run)),
  );
}

/** How far something is; without a share it shows only that something goes on. */
export function progress(ui: Ui, name: string, share: number | null): ComponentChild {
  return h('progress', {
    'aria-label': ui.texts.step.progress(name),
    max: 1,
    ...(share === null ? {} : { value: share }),
  });
}
