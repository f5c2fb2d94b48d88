import { h, type ComponentChild } from 'preact';
import { filledBody, shortRequest, type StepView } from '../models/remedy.js';
import { SERVERS, type Ui } from '../ui.js';
import { busyText, isBusy, outcomeOf } from './action.js';

/** The steps of a cure, in their order; `key` names the place, since a cure may be shown in two. */
export function remedy(ui: Ui, key: string, steps: readonly StepView[]): ComponentChild {
  if (steps.length === 0) return null;
  return h(
    'ol',
    { class: 'steps' },
    ...steps.map((step, i) => h('li', { key: i }, ...stepParts(ui, `${key} ${i}`, step))),
  );
}

function stepParts(ui: Ui, key: string, step: StepView): ComponentChild[] {
  const note = h('p', { class: 'step-note', ...SERVERS }, step.note);
  switch (step.kind) {
    case 'request':
      return [note, requestForm(ui, key, step), outcomeOf(ui, key)];
    case 'set':
    case 'run':
      return [note, h('p', { class: 'step-lead' }, ui.texts.step[step.kind]), copyText(ui, step.text)];
    case 'advice':
      return [note];
  }
}

/** The request with its button, and fields for what only the operator knows. */
function requestForm(ui: Ui, key: string, { request, fields }: Extract<StepView, { kind: 'request' }>): ComponentChild {
  const { step } = ui.texts;
  const short = shortRequest(request);
  const lacking = ui.actions.lacking(request);
  const busy = isBusy(ui, key);
  return h(
    'form',
    {
      class: 'step-form',
      onSubmit: (event: SubmitEvent) => {
        event.preventDefault();
        if (busy) return;
        const form = event.currentTarget as HTMLFormElement;
        const body = filledBody(request.body, valuesOf(form, fields));
        if (body === null) ui.announce(step.fill);
        else void ui.actions.send(key, { ...request, body: request.body === null ? null : body });
      },
    },
    h('code', { class: 'step-request', ...SERVERS }, short),
    request.body === null ? null : h('code', { class: 'step-body', ...SERVERS }, JSON.stringify(request.body)),
    ...fields.map((name, i) =>
      h(
        'label',
        { class: 'step-field', key: name },
        h('span', SERVERS, name),
        h('input', { name: `field-${i}`, type: 'password', autocomplete: 'off', required: true }),
      ),
    ),
    lacking === null
      ? h(
          'button',
          { type: 'submit', class: 'primary', 'aria-disabled': busy ? 'true' : 'false' },
          busyText(ui, key) ?? step.send,
        )
      : h('p', { class: 'hint' }, step.needsRole(lacking)),
  );
}

function valuesOf(form: HTMLFormElement, fields: readonly string[]): Map<string, string> {
  const data = new FormData(form);
  return new Map(
    fields.map((name, i) => {
      const value = data.get(`field-${i}`);
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}

function copyText(ui: Ui, text: string): ComponentChild {
  const { step } = ui.texts;
  const copy = () =>
    // Not there outside of secure contexts.
    (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
  return h(
    'div',
    { class: 'copy' },
    h('pre', { tabIndex: 0, 'aria-label': text, ...SERVERS }, text),
    h(
      'button',
      {
        type: 'button',
        class: 'quiet',
        onClick: () =>
          void copy().then(
            () => ui.announce(step.copied),
            () => ui.announce(step.copyFailed),
          ),
      },
      step.copy,
    ),
  );
}
