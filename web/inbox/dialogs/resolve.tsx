import type { WantedBody } from '../../client/published.js';
import { h } from 'preact';
import type { Texts } from '../texts/index.js';
import { ask, textOf, type Answer } from './ask.js';

const DONE = ['none', 'prevented', 'happened'] as const;
const DISMISSED = ['not_relevant', 'false_alarm', 'happened'] as const;

/** Asks what became of the risk of those that are done; that may stay open. */
export async function askDone(about: string, { dialogs: words }: Texts): Promise<WantedBody | null> {
  const answer = await ask({
    title: words.done,
    about,
    yes: words.doneYes,
    no: words.cancel,
    fields: fields(DONE, 'none', words),
  });
  return answer && { status: 'done', ...resolved(answer) };
}

/** Asks why they are dismissed. What is answered has consequences, so nothing is chosen beforehand. */
export async function askDismiss(about: string, { dialogs: words }: Texts): Promise<WantedBody | null> {
  const answer = await ask({
    title: words.dismiss,
    about,
    yes: words.dismissYes,
    no: words.cancel,
    fields: fields(DISMISSED, null, words),
  });
  return answer && { status: 'dismissed', ...resolved(answer) };
}

type Choice = (typeof DONE)[number] | (typeof DISMISSED)[number];

const fields = (choices: readonly Choice[], chosen: Choice | null, words: Texts['dialogs']) => [
  <div class="ask-choices" key="choices" role="radiogroup" aria-labelledby="ask-title">
    {choices.map((choice, n) => (
      <label key={choice}>
        <input
          type="radio"
          name="resolution"
          value={choice}
          required
          defaultChecked={choice === chosen}
          autofocus={n === 0}
        />
        <span>{words.resolutions[choice]}</span>
      </label>
    ))}
  </div>,
  <label class="ask-field ask-note" key="note">
    <span>{words.note}</span>
    <textarea name="note" rows={2} maxLength={2000} />
  </label>,
];

function resolved(answer: Answer): Pick<WantedBody, 'resolution' | 'note'> {
  const resolution = textOf(answer, 'resolution');
  const note = textOf(answer, 'note');
  // A note goes with a resolution only; without one its field is not there.
  if (resolution === 'none') return {};
  return { resolution: resolution as NonNullable<WantedBody['resolution']>, ...(note === '' ? {} : { note }) };
}
