import type { ConnectorError } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { openErrors } from '../models/connectors.js';
import { actionButton, outcomeOf } from '../panels/action.js';
import { pill } from '../panels/parts.js';
import { SERVERS, type Ui } from '../ui.js';
import { resolveError, retryErrors } from './actions.js';

/** What could not be read of a vendor, to be tried again or closed. */
export function Errors(props: { ui: Ui; connector: string; errors: readonly ConnectorError[] }): ComponentChild {
  const { ui, connector, errors } = props;
  const { sources: words, connectors } = ui.texts;
  if (errors.length === 0) return null;
  const all = retryErrors(
    ui,
    connector,
    errors.map(({ id }) => id),
  );
  return (
    <div class="source-errors">
      <h3>{connectors.openTitle}</h3>
      <ul class="errors">
        {openErrors(errors, ui.texts, ui.format, ui.now).map((error, i) => {
          const retry = retryErrors(ui, error.id, [error.id]);
          const resolve = resolveError(ui, error.id);
          const ref = errors[i]?.source_ref ?? '';
          return (
            <li key={error.id} class="source-error">
              <p>
                <strong {...SERVERS}>{ref === '' ? error.kind : ref}</strong> {pill(error.tone, error.standing)}
              </p>
              <p class="observed" {...SERVERS}>
                {error.message}
              </p>
              <p class="buttons">
                {actionButton(ui, { ...retry, about: ref })}
                {actionButton(ui, { ...resolve, about: ref })}
              </p>
              {outcomeOf(ui, retry.key)}
              {outcomeOf(ui, resolve.key)}
            </li>
          );
        })}
      </ul>
      {errors.length > 1 && (
        <p>
          {actionButton(ui, { ...all, label: words.retryAll })}
          {outcomeOf(ui, all.key)}
        </p>
      )}
    </div>
  );
}
