import type { Format } from '../../shared/format.js';
import { h } from '../../vendor/preact.js';
import type { Wanted } from '../answers.js';
import { dayAfter, mondayAfter } from '../models/days.js';
import type { Texts } from '../texts/index.js';
import { ask, textOf } from './ask.js';

/** Asks until which day they sleep. */
export async function askSnooze(
  about: string,
  today: string,
  { dialogs: words }: Texts,
  format: Format,
): Promise<Wanted | null> {
  const days: [string, string][] = [
    [dayAfter(today, 1), words.tomorrow(format.day(dayAfter(today, 1)))],
    [dayAfter(today, 3), words.threeDays(format.day(dayAfter(today, 3)))],
    [mondayAfter(today), words.monday(format.day(mondayAfter(today)))],
  ];
  const answer = await ask({
    title: words.snooze,
    about,
    yes: words.snoozeYes,
    no: words.cancel,
    fields: [
      <div class="ask-days" key="days">
        {days.map(([day, text], n) => (
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
