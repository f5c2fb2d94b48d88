import type { Labelled } from '../../training/sentences.js';
import { dayHeard, DETECTORS, type Detector, type Judges } from './judges.js';

export interface Share {
  readonly right: number;
  readonly of: number;
}
/** How well a detector hears. */
export interface Measured {
  readonly detector: Detector;
  readonly recall: Share;
  readonly recallIn: Readonly<Record<string, Share>>;
  /** By the manner in which a sentence says it. */
  readonly recallOf: Readonly<Record<string, Share>>;
  /** Heard falsely in sentences written to look like it. */
  readonly falseNear: Share;
  /** Heard falsely in sentences about something else. */
  readonly falseElsewhere: Share;
  readonly precision: Share;
  readonly wrong: readonly string[];
}
export interface MeasuredMood {
  readonly sign: Share;
  /** Pleased for unhappy or unhappy for pleased. */
  readonly flipped: Share;
  readonly wrong: readonly string[];
}

/** A mood nearer to 0 than this does not count. */
const FAINT = 0.1;

export function measure(detector: Detector, labelled: readonly Labelled[], judges: Judges): Measured {
  const judged = labelled
    .filter(({ right }) => right[detector] !== undefined)
    .map((one) => ({ one, is: one.right[detector] === true, heard: judges.hears[detector](one.text) }));
  const said = judged.filter(({ is }) => is);
  const not = judged.filter(({ is }) => !is);
  const heard = judged.filter((one) => one.heard);
  const own = detector.replace('_', '-');
  const by = (key: 'language' | 'manner') =>
    Object.fromEntries(
      [...new Set(said.map(({ one }) => one[key]))].map((value) => [
        value,
        share(
          said.filter(({ one }) => one[key] === value),
          (one) => one.heard,
        ),
      ]),
    );
  return {
    detector,
    recall: share(said, (one) => one.heard),
    recallIn: by('language'),
    recallOf: by('manner'),
    falseNear: share(
      not.filter(({ one }) => one.about === own),
      (one) => one.heard,
    ),
    falseElsewhere: share(
      not.filter(({ one }) => one.about !== own),
      (one) => one.heard,
    ),
    precision: share(heard, ({ is }) => is),
    wrong: judged
      .filter((one) => one.heard !== one.is)
      .map(({ one, is }) => `${is ? 'missed' : 'false'} | ${one.language} ${one.manner} | ${one.text}`),
  };
}

export const measureAll = (labelled: readonly Labelled[], judges: Judges): Measured[] =>
  DETECTORS.map((detector) => measure(detector, labelled, judges));

/** Of agreements whose day is labelled and that are heard: how many with the right day. */
export function measureDays(labelled: readonly Labelled[], judges: Judges): Share {
  const heard = labelled.filter(({ text, day }) => day !== undefined && judges.hears.agreement(text));
  return share(heard, ({ text, day }) => dayHeard(text) === day);
}

/** The mood of sentences that were labelled for it. */
export function measureMood(labelled: readonly Labelled[], judges: Judges): MeasuredMood {
  const judged = labelled
    .filter(({ about, right }) => about === 'mood' && right.pleased !== undefined)
    .map((one) => ({
      one,
      is: one.right.pleased === true ? 1 : one.right.unhappy === true ? -1 : 0,
      heard: signOf(judges.mood(one.text)),
    }));
  return {
    sign: share(judged, ({ is, heard }) => is === heard),
    flipped: share(judged, ({ is, heard }) => is * heard < 0),
    wrong: judged
      .filter(({ is, heard }) => is !== heard)
      .map(({ one, is, heard }) => `${is} heard as ${heard} | ${one.language} ${one.manner} | ${one.text}`),
  };
}

const signOf = (mood: number): number => (Math.abs(mood) < FAINT ? 0 : Math.sign(mood));

function share<T>(all: readonly T[], is: (one: T) => boolean): Share {
  return { right: all.filter(is).length, of: all.length };
}
