import { h, type ComponentChild } from 'preact';
import { KEYS } from '../models/keys.js';
import type { Ui } from '../ui.js';

/** By which the message of a recommendation is found in the page. */
export const messageId = (id: string): string => `message-${id}`;

/** The message to send, to be edited and copied. */
export function Message({ ui, id }: { ui: Ui; id: string }): ComponentChild {
  const { details: words } = ui.texts;
  const { details } = ui;
  const field = messageId(id);
  return (
    <section class="message">
      <h3>
        <label for={field}>{words.message}</label>
      </h3>
      <textarea
        id={field}
        rows={5}
        aria-describedby={`${field}-hint`}
        value={details.messageOf(id) ?? ''}
        onInput={(event) => details.edit(id, event.currentTarget.value)}
      />
      <p id={`${field}-hint`} class="hint">
        {words.messageHint}
      </p>
      <div class="actions">
        <button type="button" aria-keyshortcuts={KEYS.copy} onClick={() => ui.copy(id)}>
          {words.copy} <kbd aria-hidden="true">{KEYS.copy}</kbd>
        </button>
        {details.isEdited(id) ? (
          <button type="button" onClick={() => details.edit(id, null)}>
            {words.restore}
          </button>
        ) : null}
      </div>
    </section>
  );
}
