import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../common/time-units.js';
import { workingTimeOf } from '../common/working-time/working-time.js';
import { Database } from '../database/index.js';
import { DomainEventsRepository, EventLog } from '../kag-events/index.js';
import { WorkingCalendars } from '../projects/index.js';
import { RecordTables } from '../source-records/index.js';
import { CHECKPOINT_DAYS, checkpointsBetween } from './domain/checkpoints.js';
import type { Reading } from './domain/reading.js';
import { overReading } from './domain/over-reading.js';
import { readState } from './domain/read-state.js';
import { loadState, saveState, startState, takeSilences } from './domain/state.js';
import { Timeline } from './domain/timeline.js';
import type { FoundSilence } from './domain/tracks/silence.js';
import { type EndAt, ProjectEndsRepository } from './project-ends.repository.js';
import { ReadingsRepository } from './readings.repository.js';
import { type OthersOf, ScopeActivityRepository } from './scope-activity.repository.js';
import { silenceEvent } from './silence-event.js';
import { SignalStatesRepository, type NewState, type Start } from './signal-states.repository.js';

/** Projects whose states are in memory at once, and events of each that are read at once. */
const PROJECTS_AT_ONCE = 100;
const EVENTS_AT_ONCE = 1000;
/** Times a head is tried again that another process has moved meanwhile. */
const TRIES = 5;

/** What a fold to `now` brought of one project. */
interface Folded {
  start: Start;
  reading: Reading;
  state: string;
  checkpoints: NewState[];
  silences: FoundSilence[];
}

/** Reads what projects' events say, by folding what is new of them. Set-based: statements go by batches of projects. */
@Injectable()
export class ReadingsService {
  constructor(
    private readonly states: SignalStatesRepository,
    private readonly readings: ReadingsRepository,
    private readonly events: DomainEventsRepository,
    private readonly log: EventLog,
    private readonly calendars: WorkingCalendars,
    private readonly database: Database,
    private readonly scopes: ScopeActivityRepository,
    private readonly ends: ProjectEndsRepository,
    private readonly records: RecordTables,
  ) {}

  /**
   * What happened beside each project at moments, for who reads many projects in parts: each scope is counted once
   * then. Moments that are whole days apart take one statement.
   */
  othersOf(projectIds: readonly string[], moments: readonly Date[]): Promise<OthersOf> {
    return this.scopes.of(
      projectIds,
      moments.map((moment) => moment.getTime()),
    );
  }

  /** Folds what is new up to `now`, stores signals and scores, and returns the readings by project. */
  async refresh(
    projectIds: readonly string[],
    now: Date,
    others: OthersOf | null = null,
  ): Promise<Map<string, Reading>> {
    const found = new Map<string, Reading>();
    const beside = others ?? (await this.othersOf(projectIds, [now]));
    for (const some of batches(projectIds)) {
      let left = some;
      for (let attempt = 0; left.length > 0; attempt++) {
        if (attempt === TRIES)
          throw new Error(`the signals of ${left.length} projects are refreshed by others all the time`);
        const folded = await this.foldTo(left, now, beside);
        for (const { reading } of folded) found.set(reading.project_id, reading);
        left = await this.store(folded, now);
      }
    }
    return found;
  }

  /**
   * The readings of the projects at moments in ascending order, as the log tells those moments today: project by
   * project, each in the order of the moments. Stores nothing.
   */
  async *at(
    projectIds: readonly string[],
    moments: readonly Date[],
    others: OthersOf | null = null,
  ): AsyncGenerator<Reading> {
    const [first, last] = [moments[0], moments.at(-1)];
    if (!first || !last) return;
    const times = moments.map((moment) => moment.getTime());
    const beside = others ?? (await this.othersOf(projectIds, moments));
    for (const some of batches(projectIds)) {
      const starts = await this.starts(some, first);
      const calendars = await this.calendars.of(some);
      const read: Reading[] = [];
      const timelines = starts.map((start) => {
        const time = workingTimeOf(calendars(start.project_id));
        const timeline = new Timeline(stateOf(start), time, times, (moment, state) =>
          read.push(readState(start.project_id, state, moment, time, beside(start.project_id, moment))),
        );
        return { start, timeline };
      });
      await this.takeEvents(timelines, last);
      for (const { timeline } of timelines) timeline.finish();
      const ends = await this.ends.at(some, moments);
      yield* read.map((reading) => orOver(reading, ends));
    }
  }

  private async starts(projectIds: readonly string[], moment: Date): Promise<Start[]> {
    return this.database.transaction(async (tx) => {
      await this.events.settle(tx, projectIds);
      return this.states.starts(tx, projectIds, moment);
    });
  }

  private async foldTo(projectIds: readonly string[], now: Date, others: OthersOf): Promise<Folded[]> {
    const starts = await this.starts(projectIds, now);
    const calendars = await this.calendars.of(projectIds);
    const folds = starts.map((start) => {
      const { project_id } = start;
      const time = workingTimeOf(calendars(project_id));
      const checkpoints: NewState[] = [];
      const end = now.getTime();
      const weeks = checkpointsBetween(start.from_at?.getTime() ?? -Infinity, end);
      const silences: FoundSilence[] = [];
      const timeline = new Timeline(stateOf(start), time, [...weeks, end], (moment, state) => {
        silences.push(...takeSilences(state));
        if (moment !== end)
          checkpoints.push({ project_id, state_at: new Date(moment), state: saveState(state, moment) });
      });
      return { start, time, timeline, checkpoints, silences };
    });
    await this.takeEvents(folds, now);
    const ends = await this.ends.at(projectIds, [now]);
    return folds.map(({ start, time, timeline, checkpoints, silences }) => {
      timeline.finish();
      const moment = now.getTime();
      const beside = others(start.project_id, moment);
      const reading = orOver(readState(start.project_id, timeline.state, moment, time, beside), ends);
      return { start, reading, state: saveState(timeline.state, moment), checkpoints, silences };
    });
  }

  /** Feeds each timeline the project's events after its start, in rounds over all that have more. */
  private async takeEvents(folds: readonly { start: Start; timeline: Timeline }[], until: Date): Promise<void> {
    const timelines = new Map(folds.map(({ start, timeline }) => [start.project_id, timeline]));
    let from = folds.map(({ start: { project_id, from_position, newest_id } }) => ({
      project_id,
      after_at: from_position,
      after_id: null as string | null,
      newest_id,
    }));
    while (from.length > 0) {
      const events = await this.events.next(this.database, from, until, EVENTS_AT_ONCE);
      const read = new Map<string, { position: string; id: string; count: number }>();
      for (const {
        project_id,
        event_type,
        occurred_at,
        actor,
        source_url,
        payload_json,
        evidence_refs,
        position,
        id,
      } of events) {
        read.set(project_id, { position, id, count: (read.get(project_id)?.count ?? 0) + 1 });
        timelines.get(project_id)?.take({
          type: event_type,
          at: occurred_at.getTime(),
          actor,
          url: source_url,
          payload: payload_json,
          evidence: evidence_refs,
        });
      }
      from = from.flatMap((one) => {
        const last = read.get(one.project_id);
        return last?.count === EVENTS_AT_ONCE ? [{ ...one, after_at: last.position, after_id: last.id }] : [];
      });
    }
  }

  /** Stores what was folded in one transaction; returns the projects that another process was faster with. */
  private async store(folded: readonly Folded[], now: Date): Promise<string[]> {
    // A clock that lags behind the one of the last refresh reads, but does not turn the stored reading back.
    const ahead = folded.filter(({ start }) => start.head_at === null || start.head_at <= now);
    if (ahead.length === 0) return [];
    const heads = ahead.map(({ start: { project_id, revision, newest_id }, state }) => ({
      project_id,
      state,
      state_at: now,
      seen_id: newest_id,
      revision: revision + 1,
    }));
    return this.database.transaction(async (tx) => {
      const moved = await this.states.moveHeads(tx, heads);
      const stored = ahead.filter(({ start }) => moved.has(start.project_id));
      const starts = stored.map(({ start }) => start);
      await this.states.dropCheckpoints(tx, starts, new Date(now.getTime() - CHECKPOINT_DAYS * DAY_MS));
      await this.states.addCheckpoints(
        tx,
        stored.flatMap(({ checkpoints }) => checkpoints),
      );
      await this.readings.store(
        tx,
        stored.map(({ reading }) => reading),
      );
      await this.ends.keep(
        tx,
        stored.map(({ reading }) => reading),
      );
      await this.log.appendAll(
        tx,
        stored.flatMap(({ start, silences }) =>
          silences.map((silence) => silenceEvent(start.project_id, silence, this.records)),
        ),
      );
      return ahead.filter(({ start }) => !moved.has(start.project_id)).map(({ start }) => start.project_id);
    });
  }
}

/** The reading, or that of a project that was over by then. */
function orOver(reading: Reading, endAt: EndAt): Reading {
  const ended_on = endAt(reading.project_id, reading.as_of);
  return ended_on === null ? reading : overReading(reading, ended_on);
}

const stateOf = ({ state }: Start) => (state === null ? startState() : loadState(state));

function* batches(projectIds: readonly string[]): Generator<string[]> {
  const distinct = [...new Set(projectIds)];
  for (let first = 0; first < distinct.length; first += PROJECTS_AT_ONCE)
    yield distinct.slice(first, first + PROJECTS_AT_ONCE);
}
