import { dayOf } from '../../src/common/day.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { assess, type Assessed } from '../../src/kag-recommendations/domain/causes/assess.js';
import { type OpenEpisode, stepsOf } from '../../src/kag-recommendations/domain/episodes.js';
import type { Category } from '../../src/kag-recommendations/domain/recommendation.js';
import type { PastEpisode } from '../../src/kag-recommendations/domain/restraint.js';
import type { Situation } from '../../src/kag-recommendations/domain/situation.js';
import { endOf, OFFICE } from '../worlds/calendar.js';

/** A project's advice on a day: what is open, and what of it is new. */
export interface DayAdvice {
  open: readonly Category[];
  begun: readonly Category[];
}

type Episode = OpenEpisode & { peak_strength: number };

/** A project's recommendations, which no person touches. */
export class Advice {
  private open: Episode[] = [];
  private readonly past = new Map<Category, PastEpisode>();
  private count = 0;

  step(day: number, situation: Situation): DayAdvice {
    const now = new Date(endOf(day));
    const time = workingTimeOf(OFFICE);
    const moment = {
      now,
      today: dayOf(now),
      workingDaysSince: (since: Date) => time.daysBetween(since.getTime(), now.getTime()),
    };
    const lives = { open: this.open, past: this.past, raised: new Map<Category, number>() };
    const steps = stepsOf(assess(situation), lives, moment, situation.ended);
    const ended = new Set(steps.end.map(({ episode }) => episode.id));
    const going = new Map(steps.goOn.map(({ episode, assessed }) => [episode.id, assessed]));
    const paused = new Set(steps.pause.map(({ id }) => id));
    for (const { category, id, peak_strength } of this.open)
      if (ended.has(id))
        this.past.set(category, { ended_at: now, peak_strength, settled_strength: null, resolution: null });
    this.open = [
      ...this.open.filter(({ id }) => !ended.has(id)).map((one) => goneOn(one, going.get(one.id), paused, now)),
      ...steps.begin.map((one) => begun(one, String(this.count++))),
    ];
    return { open: this.open.map(({ category }) => category), begun: steps.begin.map(({ category }) => category) };
  }
}

function goneOn(one: Episode, assessed: Assessed | undefined, paused: ReadonlySet<string>, now: Date): Episode {
  if (!assessed) return paused.has(one.id) ? { ...one, condition_gone_since: now } : one;
  return { ...one, condition_gone_since: null, peak_strength: Math.max(one.peak_strength, assessed.strength) };
}

const begun = ({ category, strength }: Assessed, id: string): Episode => ({
  id,
  category,
  status: 'new',
  resolution: null,
  snoozed_until: null,
  settled_strength: null,
  condition_gone_since: null,
  peak_strength: strength,
});
