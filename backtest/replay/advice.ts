import type { EvidenceRef } from '../../src/kag-events/event.js';
import type { RulesForecasts } from '../../src/kag-forecast/domain/rules-v1.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { type OpenEpisode, stepsOf } from '../../src/kag-recommendations/domain/episodes.js';
import { gate } from '../../src/kag-recommendations/domain/gate.js';
import type { Category } from '../../src/kag-recommendations/domain/recommendation.js';
import { recommend } from '../../src/kag-recommendations/domain/rules/recommend.js';
import { type SeenCase, situationOf } from '../../src/kag-recommendations/domain/situation.js';
import { endOf } from '../worlds/calendar.js';

/** What a recommendation needs to be shown, by the product's own defaults. */
const GATE = { min_count: 2, min_quality: 0.35, allow_secondary_only: false };

/** A project's advice on a day: what is open, and what of it is new. */
export interface DayAdvice {
  open: readonly Category[];
  begun: readonly Category[];
}

/** A project's recommendations, which no person touches. */
export class Advice {
  private episodes: OpenEpisode[] = [];
  private count = 0;

  step(day: number, reading: Reading, forecasts: RulesForecasts, cases: readonly SeenCase[]): DayAdvice {
    const now = new Date(endOf(day));
    const wanted = recommend(situationOf({ reading, forecasts, cases }));
    const shown = wanted.filter(({ evidence_refs }) => isShown(evidence_refs)).map(({ category }) => category);
    const steps = stepsOf(shown, this.episodes, now);
    const ended = new Set(steps.end.map(({ episode }) => episode.id));
    const going = new Set(steps.goOn.map(({ id }) => id));
    const paused = new Set(steps.pause.map(({ id }) => id));
    this.episodes = [
      ...this.episodes
        .filter(({ id }) => !ended.has(id))
        .map((one) => ({
          ...one,
          condition_gone_since: going.has(one.id) ? null : paused.has(one.id) ? now : one.condition_gone_since,
        })),
      ...steps.begin.map((category): OpenEpisode => {
        return { id: String(this.count++), category, status: 'new', condition_gone_since: null };
      }),
    ];
    return { open: this.episodes.map(({ category }) => category), begun: steps.begin };
  }
}

const isShown = (refs: readonly EvidenceRef[]): boolean => gate(refs, GATE).cause === null;
