import type { RecommendationPerson, WantedBody } from '../../client/published.js';
import { h } from 'preact';
import type { Recommendation } from '../models/recommendation.js';
import type { Texts } from '../texts/index.js';
import { ask, textOf } from './ask.js';

/** Asks who does them, and until when. */
export async function askAssign(
  rows: readonly Recommendation[],
  about: string,
  people: readonly RecommendationPerson[],
  today: string,
  { dialogs: words }: Texts,
): Promise<WantedBody | null> {
  const [first] = rows;
  const all = <T,>(of: (one: Recommendation) => T, otherwise: T): T =>
    first && rows.every((one) => of(one) === of(first)) ? of(first) : otherwise;
  const assignee = all((one) => one.assignee, null) ?? '';
  const common = all((one) => one.due_date, '');
  // A day that is past can't be asked for again.
  const due = common >= today ? common : '';
  const answer = await ask({
    title: words.assign,
    about,
    yes: words.assignYes,
    no: words.cancel,
    fields: [
      <label class="ask-field" key="who">
        <span>{words.assignee}</span>
        <input name="assignee" list="ask-people" value={assignee} maxLength={120} autocomplete="off" autofocus />
        <small>{words.assigneeHint}</small>
      </label>,
      <datalist id="ask-people" key="people">
        {people.map(({ username }) => (
          <option key={username} value={username} />
        ))}
      </datalist>,
      <label class="ask-field" key="due">
        <span>{words.due}</span>
        <input type="date" name="due" value={due} min={today} />
        <small>{words.dueHint}</small>
      </label>,
    ],
  });
  if (!answer) return null;
  const day = textOf(answer, 'due');
  return { assignee: textOf(answer, 'assignee') || null, ...(day === '' || day === due ? {} : { due_date: day }) };
}
