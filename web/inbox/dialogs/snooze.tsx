import type { WantedBody } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import { h } from 'preact';
import { dayAfter, mondayAfter } from '../models/days.js';
import type { Texts } from '../texts/index.js';
import { ask, textOf } from './ask.js';

/** Asks until which day they sleep. */
export async function askSnooze(
  about: string,
  today: string,
  { dialogs: words }: Texts,
  format: Format,
): Promise<WantedBody | null> {
  // Where two of these are the same day, it is offered once, by the name that comes last.
  const days = new Map([
    [mondayAfter(today), words.monday],
    [dayAfter(today, 3), words.threeDays],
    [dayAfter(today, 1), words.tomorrow],
  ] as const);
  const offered = [...days].map(([day, name]) => [day, name(format.day(day))] as const).sort();
  const answer = await ask({
    title: words.snooze,
    about,
    yes: words.snoozeYes,
    no: words.cancel,
    fields: [
      <div class="ask-days" key="days">
        {offered.map(([day, text], n) => (
          <button key={text} value={day} formNoValidate class="quiet" autofocus={n === 0}>
            {text}
          </button>
        ))}
      </div>,
      <label class="ask-field" key="until">
        <span>{words.until}</span>
        <input type="date" name="until" min={dayAfter(today, 1)} required />
      </label>,
    ],
  });
  if (!answer) return null;
  return { status: 'snoozed', until: answer.button === 'yes' ? textOf(answer, 'until') : answer.button };
}
