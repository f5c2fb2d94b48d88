import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { dayOf, daysIn, type Span } from '../common/day.js';
import { Database } from '../database/index.js';
import { type OthersOf, ReadingsService, THRESHOLDS, type Reading } from '../kag-signals/index.js';
import { DayCountsRepository } from './day-counts.repository.js';
import { outcomesOf } from './domain/outcomes.js';
import { snapshotOf, type DayCounts, type Snapshot } from './domain/snapshot.js';
import { asOf } from './domain/span.js';
import { OnsetsService } from './onsets.service.js';
import { OutcomesRepository, type DatedOutcome } from './outcomes.repository.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import { StageChangesRepository } from './stage-changes.repository.js';

/**
 * Days of projects that are read and stored in one go: the two days of a hundred projects that the daily pipeline has
 * in one message, and few enough to be held and to show progress.
 */
const BATCH = 200;

/** One day, or all from `from` to `to`, both included. */
export type WantedDays = { day: string } | Span;

export interface RefreshOptions {
  /** Told after each batch how many days, of all projects together, are stored. */
  progress?: (done: number, total: number) => void;
  /** Stops the work between two batches; what is stored by then stays. */
  signal?: AbortSignal;
}

/** What a refresh did in one project. */
export interface RefreshedSnapshots {
  /** Snapshots stored. */
  snapshots: number;
  /** Outcomes that hold on these days. */
  outcomes: number;
  /** The days whose snapshots have no evidence and are hidden. */
  hidden: string[];
}

/** Computes projects' days as they were and stores them. */
@Injectable()
export class SnapshotsService {
  constructor(
    private readonly readings: ReadingsService,
    private readonly counts: DayCountsRepository,
    private readonly stageChanges: StageChangesRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly onsets: OnsetsService,
    private readonly database: Database,
  ) {}

  /**
   * Computes and stores these days of these projects, with their outcomes, in place of what was stored of them: today
   * as of `now`, days before as of their end. Then the projects' onsets follow. Days on which a project was over are
   * not kept. Returns what was done, by project. The number of statements depends on the number of batches alone.
   * @throws AppError `validation_failed` for days after `now`.
   */
  async refresh(
    projectIds: readonly string[],
    wanted: WantedDays,
    now: Date,
    { progress, signal }: RefreshOptions = {},
  ): Promise<Map<string, RefreshedSnapshots>> {
    const days = 'day' in wanted ? [wanted.day] : daysIn(wanted.from, wanted.to);
    if (days.some((day) => day > dayOf(now)))
      throw new AppError('validation_failed', `There is no snapshot of days after today, ${dayOf(now)}`);
    const refreshed = new Map<string, RefreshedSnapshots>(
      projectIds.map((id) => [id, { snapshots: 0, outcomes: 0, hidden: [] }]),
    );
    const projectsAtOnce = Math.max(1, Math.floor(BATCH / Math.max(1, days.length)));
    // Now is one of them: today's readings are always brought up to date.
    const moments = days.filter((day) => day !== dayOf(now)).map((day) => asOf(day, now));
    const others = await this.readings.othersOf(projectIds, [...moments, now]);
    let done = 0;
    for (let first = 0; first < projectIds.length; first += projectsAtOnce) {
      const some = projectIds.slice(first, first + projectsAtOnce);
      const readings = this.read(some, days, now, others);
      for await (const batch of batches(readings, BATCH)) {
        signal?.throwIfAborted();
        await this.store(batch, refreshed);
        done += batch.length;
        progress?.(done, projectIds.length * days.length);
      }
      await this.onsets.refresh(some, now);
    }
    return refreshed;
  }

  /**
   * The past is replayed; of today the readings themselves are brought up to now, which costs what is new alone. That
   * comes first, since it finds the silences that began on days of the past, and these count as events there.
   */
  private async *read(
    projectIds: readonly string[],
    days: readonly string[],
    now: Date,
    others: OthersOf,
  ): AsyncGenerator<Reading> {
    const past = days.filter((day) => day !== dayOf(now)).map((day) => asOf(day, now));
    const today = await this.readings.refresh(projectIds, now, others);
    if (past.length > 0) yield* this.readings.at(projectIds, past, others);
    if (past.length < days.length) yield* today.values();
  }

  private async store(readings: readonly Reading[], refreshed: ReadonlyMap<string, RefreshedSnapshots>): Promise<void> {
    const all = readings.map((reading) => ({
      project_id: reading.project_id,
      day: dayOf(reading.as_of),
      as_of: reading.as_of,
      reading,
    }));
    const days = all.filter(({ reading }) => reading.ended_on === null);
    const [counts, changes] = [await this.counts.of(days), await this.stageChanges.of(days)];
    const snapshots: Snapshot[] = [];
    const outcomes: DatedOutcome[] = [];
    days.forEach(({ project_id, day, reading }, i) => {
      snapshots.push(snapshotOf(reading, day, counts[i] as DayCounts, THRESHOLDS));
      for (const outcome of outcomesOf(reading, changes[i] ?? []))
        outcomes.push({ ...outcome, project_id, occurred_on: day });
    });
    await this.database.transaction(async (tx) => {
      await this.snapshots.save(tx, snapshots);
      if (days.length < all.length)
        await this.snapshots.drop(
          tx,
          all.filter(({ reading }) => reading.ended_on !== null),
        );
      await this.outcomes.replace(tx, all, outcomes);
    });
    for (const { project_id, snapshot_date, publishable } of snapshots) {
      const own = refreshed.get(project_id);
      if (!own) continue;
      own.snapshots += 1;
      if (!publishable) own.hidden.push(snapshot_date);
    }
    for (const { project_id } of outcomes) {
      const own = refreshed.get(project_id);
      if (own) own.outcomes += 1;
    }
  }
}

/** What comes, in lists of this size; the last one may be shorter. */
async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
