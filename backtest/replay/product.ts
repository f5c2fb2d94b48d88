import { DAY_MS } from '../../src/common/day.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { fold, startState } from '../../src/kag-signals/domain/state.js';
import { textOf } from '../../src/kag-signals/domain/domain-event.js';
import { readState } from '../../src/kag-signals/domain/read-state.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import type { OutcomeType } from '../../src/kag-snapshots/domain/outcome-types.js';
import { outcomesOf, type StageChange } from '../../src/kag-snapshots/domain/outcomes.js';
import { measuresOf } from '../../src/kag-snapshots/domain/day-measures.js';
import type { DayNumbers } from '../../src/similarity/domain/vector.js';
import type { SeenPair } from '../../src/similarity/domain/signature.js';
import { dayText, endOf, OFFICE } from '../worlds/calendar.js';
import type { WorldEvent } from '../worlds/narrate/scene.js';
import type { WorldProject } from '../worlds/world.js';

export interface DatedOutcome {
  outcome_type: string;
  severity: number;
  occurred_on: string;
  evidence_refs: readonly unknown[];
}

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

/** A project as the product sees it, brought forward from day to day. */
export class ReplayedProject {
  private readonly state = startState();
  private next = 0;
  /** Newest day last. */
  readonly numbers: DayNumbers[] = [];
  /** Newest first, the more severe first on a day. */
  readonly outcomes: DatedOutcome[] = [];
  /** What has gone wrong by the product's own word, as of the day read last. */
  today: OutcomeType[] = [];

  constructor(readonly project: WorldProject) {}

  /** Takes the day's events in, and reads the project at its end. */
  step(day: number): Reading {
    const now = endOf(day);
    const first = this.next;
    const { events } = this.project;
    for (let event = events[this.next]; event && event.at <= now; event = events[++this.next]) fold(this.state, event);
    const reading = readState(this.project.id, this.state, now, workingTimeOf(OFFICE));
    const changes = events.slice(first, this.next).flatMap(stageChange);
    const today = outcomesOf(reading, changes).map((one) => ({ ...one, occurred_on: dayText(day) }));
    this.today = today.map(({ outcome_type }) => outcome_type);
    this.outcomes.unshift(...today.sort((a, b) => b.severity - a.severity));
    const [week, month] = [this.eventsIn(now, WEEK_DAYS).length, this.eventsIn(now, MONTH_DAYS).length];
    this.numbers.push(numbersOf(reading, dayText(day), week, month));
    return reading;
  }

  /** Consecutive events of the last `days`, each pair once. */
  pairs(day: number, days: number): SeenPair[] {
    const events = this.eventsIn(endOf(day), days);
    const pairs = new Map<string, SeenPair>();
    events.slice(1).forEach((event, at) => {
      const before = events[at];
      const pair = `${before?.type ?? ''}>${event.type}`;
      pairs.set(pair, { pair, began_at: new Date(before?.at ?? 0) });
    });
    return [...pairs.values()];
  }

  private eventsIn(now: number, days: number): readonly WorldEvent[] {
    const { events } = this.project;
    let from = this.next;
    while (from > 0 && (events[from - 1]?.at ?? 0) > now - days * DAY_MS) from--;
    return events.slice(from, this.next);
  }
}

function stageChange(event: WorldEvent): StageChange[] {
  if (event.type !== 'deal_stage_changed') return [];
  return [{ to: textOf(event, 'to') ?? '', evidence_refs: [...event.evidence] }];
}

/** What a signature takes of a day. Deals are won from the first day on: there is no pipeline. */
const numbersOf = ({ signals }: Reading, day: string, events_7d: number, events_30d: number): DayNumbers => ({
  ...measuresOf(day, signals),
  events_7d,
  events_30d,
  pipeline_amount: 0,
});
