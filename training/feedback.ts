import type { JudgedText } from '../src/event-feedback/judged-texts.js';
import type { Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { hashOf, type Labelled } from './sentences.js';

/** What is learned for each type of event that is heard in messages. */
const LEARNED_FOR: Readonly<Record<string, Heard>> = {
  approval_requested: 'approval_request',
  approval_approved: 'approval',
  agreement_created: 'agreement',
  scope_change_detected: 'scope_change',
  need_detected: 'need',
};

/**
 * What people said of events, as sentences to learn from beside the project's own: each text once, with all that was
 * said of it. What is not right is a near miss of what was heard, and what it was instead is right. Where people
 * contradict each other, nothing is learned. None is held back: there are few of them, and the project's own sentences
 * judge the weights.
 */
export function labelledBy(texts: readonly JudgedText[]): Labelled[] {
  return [...Map.groupBy(texts, ({ text, actor }) => `${actor} ${text}`).values()].flatMap((said) => {
    const [first] = said;
    const right = labelsOf(said);
    const [about] = said.flatMap(({ event_type }) => LEARNED_FOR[event_type] ?? []);
    if (!first || about === undefined || Object.keys(right).length === 0) return [];
    return [
      {
        text: first.text,
        about: about.replaceAll('_', '-'),
        language: first.language ?? '',
        side: first.actor,
        manner: 'said',
        right,
        held: false,
        framed: false,
        line: hashOf(first.text),
      },
    ];
  });
}

function labelsOf(said: readonly JudgedText[]): Labelled['right'] {
  const labels = said.flatMap(({ event_type, right, instead }) => [
    [LEARNED_FOR[event_type], right] as const,
    ...(instead === null ? [] : [[LEARNED_FOR[instead], true] as const]),
  ]);
  const right: Partial<Record<Heard, boolean>> = {};
  const contradicted = new Set<Heard>();
  for (const [heard, is] of labels) {
    if (heard === undefined) continue;
    if (right[heard] !== undefined && right[heard] !== is) contradicted.add(heard);
    right[heard] = is;
  }
  for (const heard of contradicted) delete right[heard];
  return right;
}

/** How many verdicts there were, and of what, a line each. */
export function reportOn(texts: readonly JudgedText[], leftOut: number, learned: readonly Labelled[]): string {
  const lines = Object.keys(LEARNED_FOR).flatMap((type) => {
    const said = texts.filter(({ event_type }) => event_type === type);
    const right = said.filter((one) => one.right).length;
    const instead = texts.filter((one) => one.instead === type).length;
    if (said.length + instead === 0) return [];
    return [`  ${type}: ${right} right, ${said.length - right} wrong, ${instead} in place of another`];
  });
  return [
    `${texts.length} verdicts of people, on ${learned.length} texts that are learned from; ${leftOut} left out, since their words are others now, or gone`,
    ...lines,
    '',
  ].join('\n');
}
