import { VERSION } from '../../src/kag-events/domain/detect/learned/weights.js';
import type { Measured, MeasuredMood, Share } from './measure.js';
import { missedMarks, WANTED } from './marks.js';

export interface Figures {
  readonly detectors: readonly Measured[];
  readonly days: Share;
  readonly mood: MeasuredMood;
}

/**
 * docs/quality.md: what `npm run evaluate -- sentences` has measured, beside the rules by themselves and what is
 * wanted.
 */
export function pageOf(used: Figures, rules: Figures, sentences: { trained: number; held: number }): string {
  return `# How well the words are understood

Written by \`npm run evaluate -- sentences\`; nothing here is typed in. The project has ${sentences.trained + sentences.held} labelled
sentences of its own, half English and half Russian, in \`training/sentences\`. Training sees ${sentences.trained} of them;
the other ${sentences.held}, chosen by a hash of their text, are used here only. Sentences made of one line with slots are
together on one side. Near misses are written to look like what a detector hears; the rest are about something else.

The detectors' model is version \`${VERSION}\`.

## Detectors

${table(
  ['', 'recall', 'wanted', 'rules alone', 'false, near misses', 'rules alone', 'false, the rest', 'precision'],
  used.detectors.map((one, at) => {
    const rule = rules.detectors[at] ?? one;
    return [
      one.detector.replace('_', ' '),
      shareWords(one.recall),
      WANTED[one.detector].recall.toFixed(2),
      shareWords(rule.recall),
      shareWords(one.falseNear),
      shareWords(rule.falseNear),
      shareWords(one.falseElsewhere),
      shareWords(one.precision),
    ];
  }),
)}

Wanted are at most ${WANTED.falseNear.toFixed(2)} of the near misses and none of the rest. Of agreements that are heard
and name a day, ${shareWords(used.days)} have the right one (wanted: ${WANTED.days.toFixed(2)}).

## Recall by language and manner

${table(
  ['', 'English', 'Russian', 'plain', 'polite', 'indirect', 'mistyped'],
  used.detectors.map((one) => [
    one.detector.replace('_', ' '),
    ...['en', 'ru'].map((language) => shareWords(one.recallIn[language])),
    ...['plain', 'polite', 'indirect', 'typo'].map((manner) => shareWords(one.recallOf[manner])),
  ]),
)}

## Mood

${table(
  ['', 'right', 'pleased and unhappy confused'],
  [
    ['as used', shareWords(used.mood.sign), shareWords(used.mood.flipped)],
    ['rules alone', shareWords(rules.mood.sign), shareWords(rules.mood.flipped)],
    ['wanted', WANTED.mood.toFixed(2), WANTED.flipped.toFixed(3)],
  ],
)}

## What people say

These figures are of sentences made for the purpose. How often detectors are right about what clients write is told by
\`GET /kag/events/quality\`, from what people said of events ([corrections](contract/events.md#corrections)). They judge what
catches their eye, so compare its figures with each other, rather than with these.

\`npm run train -- --with-feedback --out FOLDER\` learns from it too, in memory. The words are written nowhere, and the
vocabulary stays that of the project's own sentences. Weights that clients' words have shaped belong to the deployment of
those clients: they are not committed here, and neither are the words.

## What is below what is wanted

${
  missedMarks(used)
    .map((line) => `- ${line}`)
    .join('\n') || 'Nothing.'
}
`;
}

const shareWords = (share: Share | undefined): string =>
  share === undefined || share.of === 0 ? '–' : `${(share.right / share.of).toFixed(2)} (${share.right}/${share.of})`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(3, ...all.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
