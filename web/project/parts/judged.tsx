import { problemText } from '../../client/api-problem.js';
import { h, type ComponentChild } from 'preact';
import type { Judgement } from '../models/judgement.js';
import type { Ui } from '../ui.js';

/**
 * Whether something was heard rightly: what was said of it, and two buttons to say so.
 * @param alone whether nothing else was heard in the same words, so that it need not be named
 */
export function Judged({ ui, judgement, alone }: { ui: Ui; judgement: Judgement; alone: boolean }): ComponentChild {
  const { judge: words } = ui.texts.timeline;
  const { id, name, right, by } = judgement;
  const problem = ui.judging.problemOf(id);
  if (!ui.mayJudge && right === null) return null;
  return (
    <div class="judged" role="group" aria-label={words.ask(name)}>
      {right === false ? <del>{name}</del> : !alone && <span class="hint">{name}:</span>}
      {ui.mayJudge && [
        <Verdict key="right" ui={ui} judgement={judgement} verdict />,
        <Verdict key="wrong" ui={ui} judgement={judgement} verdict={false} />,
      ]}
      {right === false && <Instead ui={ui} judgement={judgement} />}
      {by !== null && <span class="hint">{right === true ? words.confirmed(by) : words.takenBack(by)}</span>}
      {problem !== null && (
        <p class="bad" role="alert">
          {words.failed(problemText(problem, ui.texts.bar.problems))}
        </p>
      )}
    </div>
  );
}

/** The button of a verdict: pressed where that is what was said. */
function Verdict({ ui, judgement, verdict }: { ui: Ui; judgement: Judgement; verdict: boolean }): ComponentChild {
  const { judge: words } = ui.texts.timeline;
  const { id, name, right } = judgement;
  const text = verdict ? words.right : words.wrong;
  const isSaid = right === verdict;
  return (
    <button
      type="button"
      class="verdict"
      aria-label={`${text}: ${name}`}
      aria-pressed={isSaid}
      aria-disabled={ui.judging.isSending(id)}
      onClick={() => isSaid || void ui.judging.say(id, verdict, null)}
    >
      {text}
    </button>
  );
}

/** What it was in truth; those who may only look are told. */
function Instead({ ui, judgement }: { ui: Ui; judgement: Judgement }): ComponentChild {
  const { judge: words } = ui.texts.timeline;
  const { id, name, instead, others } = judgement;
  if (!ui.mayJudge) {
    const was = others.find(({ type }) => type === instead);
    return was && <span class="hint">{`${words.was}: ${was.name}.`}</span>;
  }
  const say = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    void ui.judging.say(id, false, others.find(({ type }) => type === value)?.type ?? null);
  };
  return (
    <label class="filter filter-inline">
      <span>{words.was}</span>
      <select aria-label={`${words.was} (${name})`} onChange={say}>
        <option value="" selected={instead === ''}>
          {words.nothing}
        </option>
        {others.map(({ type, name: other }) => (
          <option key={type} value={type} selected={type === instead}>
            {other}
          </option>
        ))}
      </select>
    </label>
  );
}
