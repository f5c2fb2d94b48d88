import { problemText } from '../../client/api-problem.js';
import type { DigestDelivery } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import type { Known } from '../desk.js';
import { faultOf } from '../models/cure.js';
import type { Ui } from '../ui.js';
import { Choice } from './fields.js';

/** What became of the digests that were due, newest first; what was given up is tried again from here. */
export function Deliveries({ ui, known }: { ui: Ui; known: Known }): ComponentChild {
  const { deliveries: words } = ui.texts;
  const { deliveries, subscriptions } = known;
  return (
    <section class="panel" aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">{words.title}</h2>
      <p class="hint">{words.about}</p>
      {subscriptions.length > 1 && (
        <Choice
          label={words.of}
          chosen={ui.chosen}
          options={[['', words.all], ...subscriptions.map(({ id, name }) => [id, name] as const)]}
          choose={ui.choose}
        />
      )}
      {deliveries.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="subscription-list">
          {deliveries.map((one) => (
            <Row key={one.id} ui={ui} delivery={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

const TONES = { waiting: 'quiet', sent: 'good', failed: 'bad' } as const;

function Row({ ui, delivery }: { ui: Ui; delivery: DigestDelivery }): ComponentChild {
  const { texts, format, now } = ui;
  const { deliveries: words, channels, cures } = texts;
  const {
    id,
    name,
    channel,
    target,
    status,
    period_start: from,
    period_end: to,
    attempts,
    last_error: error,
  } = delivery;
  const said = ui.desk.said.get(id);
  const days = from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`;
  return (
    <li class="delivery">
      <p class="subscription-head">
        <strong>{days}</strong>
        <span class={`pill pill-${TONES[status]}`}>{words.statuses[status]}</span>
      </p>
      <p class="hint">
        {[
          `${name} (${channels[channel]}: ${target})`,
          words.attempts(attempts, format.number(attempts)),
          ...(delivery.sent_at === null ? [] : [words.sent(format.time(delivery.sent_at))]),
          ...(status === 'waiting' && delivery.next_try_at !== null
            ? [words.next(format.fromNow(delivery.next_try_at, now))]
            : []),
        ].join(' · ')}
      </p>
      {error !== null && status !== 'sent' && (
        <p class="bad">
          <span lang="en">{error}.</span> {cures[faultOf(error)]}
        </p>
      )}
      {status === 'failed' && (
        <p>
          <button type="button" aria-disabled={said === null} onClick={() => void again(ui, id)}>
            {words.retry} <span class="unseen">{days}</span>
          </button>
        </p>
      )}
      {said && (
        <p class={said.good ? '' : 'bad'} role="status">
          {said.text}
        </p>
      )}
    </li>
  );
}

const again = (ui: Ui, id: string): Promise<void> =>
  ui.desk.run(
    id,
    async () => {
      await ui.desk.again(id);
      return { text: ui.texts.deliveries.retried, good: true };
    },
    (problem) => problemText(problem, ui.texts.bar.problems),
  );
