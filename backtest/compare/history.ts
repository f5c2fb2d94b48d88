import type { ProjectRun } from '../../src/kag-forecast/domain/hazard/project-run.js';
import { byRisk, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { conditionOf } from '../../src/kag-snapshots/domain/onsets/conditions.js';
import type { ConditionDay, Onset } from '../../src/kag-snapshots/domain/onsets/onset.js';
import { thereSince } from '../../src/kag-snapshots/domain/onsets/there-since.js';
import { workingDays } from '../../src/kag-snapshots/domain/onsets/working-days.js';
import { isTakenUp, onsetsOf } from '../../src/kag-snapshots/domain/onsets/onsets.js';
import type { Replay } from '../replay/replay.js';
import { reportedUntil } from '../replay/reported.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { dayText, isWorking, OFFICE } from '../worlds/calendar.js';
import type { Trouble } from '../worlds/troubles.js';
import type { Target } from './cells.js';

type Onsets = ProjectRun['onsets'];

/** Days in which there is a working day. */
const WEEK = 7;

/** A replayed project and what became of it, to be asked by days. */
export class History {
  private readonly conditions: Readonly<Record<RiskType, readonly ConditionDay[]>>;
  /** As they are known by the end of each day. */
  private readonly onsets: readonly Onsets[];
  /** Since when the product sees on each day that a risk is there. */
  private readonly seen: Readonly<Record<RiskType, readonly (string | null)[]>>;

  constructor(
    readonly replay: Replay,
    readonly days: number,
  ) {
    this.conditions = byRisk((risk) =>
      replay.measures.map((one, day) => ({ day: one.day, working: isWorking(day), ...conditionOf(risk, one) })),
    );
    this.onsets = Array.from({ length: days }, (_, day) => byRisk((risk) => this.knownBy(risk, day)));
    this.seen = byRisk((risk) => replay.measures.map((_one, day) => this.seenOn(risk, day)));
  }

  /** The project as the model may see it at the end of a day. */
  runUntil(until: number): ProjectRun {
    const { project, measures } = this.replay;
    return {
      project_id: project.id,
      days: measures.slice(0, until + 1),
      onsets: this.onsetsOn(until),
      ended_on: this.isOver(until) ? dayText(project.ends) : null,
      acted: [],
    };
  }

  /** Since when the product sees that the risk has come about; null: it does not see it. */
  thereSince(risk: RiskType, day: number): string | null {
    return this.seen[risk][day] ?? null;
  }

  /** Since when an onset goes on by the end of the day; null: none does. */
  openSince(risk: RiskType, day: number): string | null {
    return this.onsetsOn(day)[risk].find(({ ended }) => ended === null)?.began ?? null;
  }

  /** Whether what the target is about comes within the horizon after the day. */
  comes(target: Target, risk: RiskType, day: number, horizon: number): boolean {
    const last = day + horizon;
    if (target !== 'onset')
      return this.troublesOf(risk).some(({ begins, ends }) =>
        target === 'begins' ? begins > day && begins <= last : begins <= last && ends > day + 1,
      );
    const [now, end] = [dayText(day), dayText(last)];
    return this.onsetsOn(this.days - 1)[risk].some(({ began }) => began > now && began <= end);
  }

  /** Whether the day is one that the target asks about. */
  counts(target: Target, risk: RiskType, day: number): boolean {
    if (target === 'all days') return true;
    if (target === 'trouble') return this.thereSince(risk, day) === null;
    if (target === 'begins') return !this.troublesOf(risk).some(({ begins, ends }) => begins <= day && day < ends);
    const text = dayText(day);
    return !this.onsetsOn(this.days - 1)[risk].some((onset) => isTakenUp(onset, text));
  }

  /**
   * Whether what comes within the horizon is known by the end of day `until`: a project that is over has no more to
   * come.
   */
  isSettled(day: number, horizon: number, until: number): boolean {
    return day + horizon <= until || this.isOver(until);
  }

  private troublesOf(risk: RiskType): Trouble[] {
    return this.replay.project.troubles.filter((one) => one.risk === risk);
  }

  private isOver(day: number): boolean {
    return this.replay.project.ends <= day && this.replay.project.ends < this.days;
  }

  private onsetsOn(day: number): Onsets {
    const onsets = this.onsets[day];
    if (!onsets) throw new Error(`day ${day} is not a day of the world`);
    return onsets;
  }

  private knownBy(risk: RiskType, until: number): Onset[] {
    const { project } = this.replay;
    const over = this.isOver(until) ? dayText(project.ends) : null;
    return onsetsOf(this.conditions[risk].slice(0, until + 1), reportedUntil(project, risk, until), over);
  }

  private seenOn(risk: RiskType, day: number): string | null {
    const days = this.replay.measures.slice(Math.max(0, day - WEEK), day + 1);
    return thereSince(risk, this.onsetsOn(day)[risk], { days, isWorking: workingDays(workingTimeOf(OFFICE)) });
  }
}
