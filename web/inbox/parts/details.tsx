import { problemText } from '../../client/api-problem.js';
import { h, type ComponentChild } from 'preact';
import type { Details } from '../details-book.js';
import { quotesOf } from '../models/evidence.js';
import type { Recommendation } from '../models/recommendation.js';
import { storyOf } from '../models/story.js';
import { addressOf, type Ui } from '../ui.js';
import { Message } from './message.js';
import { OutboxOf } from './outbox.js';

/** What there is to know of one before acting on it: why now, what it rests on, and a message to send. */
export function DetailsOf({ ui, one }: { ui: Ui; one: Recommendation }): ComponentChild {
  const { details: words } = ui.texts;
  const details = ui.details.opened.get().get(one.id);
  const project = `${addressOf('ops')}?project=${encodeURIComponent(one.project_id)}`;
  return (
    <div class="details">
      <h3>{words.whyNow}</h3>
      <p>{one.why_now}</p>
      <Rest ui={ui} id={one.id} details={details} />
      <OutboxOf ui={ui} one={one} />
      <p>
        <a href={project}>{words.project}</a>
      </p>
    </div>
  );
}

function Rest({ ui, id, details }: { ui: Ui; id: string; details: Details | undefined }): ComponentChild {
  const { details: words, bar } = ui.texts;
  switch (details?.phase) {
    case undefined:
    case 'loading':
      return <p class="loading">{words.loading}</p>;
    case 'failed':
      return (
        <p class="bad" role="alert">
          {problemText(details.problem, bar.problems)}
        </p>
      );
    case 'there':
      return [
        <Note key="note" ui={ui} note={details.whole.resolution_note} />,
        <Evidence key="evidence" ui={ui} details={details} />,
        <Message key="message" ui={ui} id={id} />,
        <Story key="story" ui={ui} history={details.history} />,
      ];
  }
}

const Note = ({ ui, note }: { ui: Ui; note: string | null }): ComponentChild =>
  note === null ? null : (
    <p>
      <strong>{ui.texts.details.note}:</strong> {note}
    </p>
  );

function Story({ ui, history }: { ui: Ui; history: There['history'] }): ComponentChild {
  const lines = storyOf(history, ui.texts, ui.format);
  if (lines.length === 0) return null;
  return (
    <section aria-label={ui.texts.story.title}>
      <h3>{ui.texts.story.title}</h3>
      <ul class="story">
        {lines.map(({ key, who, when, did, note }) => (
          <li key={key}>
            <strong>{who}</strong>: {did}
            {note === null ? null : ` – ${note}`} <span class="hint">{when}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type There = Extract<Details, { phase: 'there' }>;

function Evidence({ ui, details: { whole, quotes, quotesProblem } }: { ui: Ui; details: There }): ComponentChild {
  const { details: words, evidence, bar } = ui.texts;
  return (
    <section class="evidence" aria-label={words.evidence}>
      <h3>{words.evidence}</h3>
      {quotesProblem === null ? null : (
        <p class="bad" role="alert">
          {evidence.failed(problemText(quotesProblem, bar.problems))}
        </p>
      )}
      {whole.evidence_refs.length === 0 ? <p class="hint">{words.noEvidence}</p> : null}
      <ul class="quotes">
        {quotesOf(whole.evidence_refs, quotes, ui.texts, ui.format).map(({ key, text, from, url }) => (
          <li key={key}>
            <blockquote>{text}</blockquote>
            <p class="hint">
              {from}
              {from !== '' && url !== null ? ' · ' : null}
              {url === null ? null : (
                <a href={url} target="_blank" rel="noreferrer">
                  {evidence.source}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
