import { problemText } from '../../client/api-problem.js';
import type { Action } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { shownAction } from '../models/outbox.js';
import type { Recommendation } from '../models/recommendation.js';
import type { Ui } from '../ui.js';

/** What was done about one, with what has come of it, and the way to do more. */
export function OutboxOf({ ui, one }: { ui: Ui; one: Recommendation }): ComponentChild {
  const { outbox: words } = ui.texts;
  return (
    <section class="outbox" aria-label={words.title}>
      <h3>{words.title}</h3>
      <Done ui={ui} one={one} />
      {ui.mayAct ? (
        <div class="actions">
          <button type="button" class="primary" onClick={() => ui.doIt(one)}>
            {words.open}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function Done({ ui, one }: { ui: Ui; one: Recommendation }): ComponentChild {
  const { outbox: words, bar } = ui.texts;
  const outbox = ui.outbox.opened.get().get(one.id);
  switch (outbox?.phase) {
    case undefined:
      return (
        <p
          class="loading"
          ref={(line) => {
            if (line) ui.outbox.begin(one);
          }}
        >
          {words.loading}
        </p>
      );
    case 'loading':
      return <p class="loading">{words.loading}</p>;
    case 'failed':
      return (
        <p class="bad" role="alert">
          {words.failed(problemText(outbox.problem, bar.problems))}
        </p>
      );
    case 'there':
      if (outbox.actions.length === 0) return <p class="hint">{words.none}</p>;
      return (
        <ul class="outbox-list" aria-live="polite">
          {outbox.actions.map((action) => (
            <Row key={action.id} ui={ui} one={one} action={action} />
          ))}
        </ul>
      );
  }
}

function Row({ ui, one, action }: { ui: Ui; one: Recommendation; action: Action }): ComponentChild {
  const { texts, format } = ui;
  const { outbox: words } = texts;
  const { what, status, notes } = shownAction(action, texts, format);
  return (
    <li>
      <p>
        <strong>{what}</strong> <span class={`pill pill-${status.tone}`}>{status.text}</span>
      </p>
      <p class="hint">
        {words.by(action.created_by, format.time(action.created_at))}
        {action.url === null ? null : ' · '}
        {action.url === null ? null : (
          <a href={action.url} target="_blank" rel="noreferrer">
            {words.link}
          </a>
        )}
      </p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <Moves ui={ui} one={one} action={action} />
    </li>
  );
}

/** What can be done with it. */
function Moves({ ui, one, action }: { ui: Ui; one: Recommendation; action: Action }): ComponentChild {
  const { outbox: words } = ui.texts;
  const moves = MOVES.filter(({ may }) => ui.mayAct && action[may]);
  if (moves.length === 0) return null;
  return (
    <div class="actions">
      {moves.map(({ how }) => (
        <button key={how} type="button" onClick={() => ui.moveAction(one, action, how)}>
          {words[how]}
        </button>
      ))}
    </div>
  );
}

const MOVES = [
  { how: 'send', may: 'may_send' },
  { how: 'retry', may: 'may_retry' },
  { how: 'cancel', may: 'may_cancel' },
] as const;
