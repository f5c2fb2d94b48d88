import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter } from 'prom-client';
import type { Sql, Tx } from '../database/index.js';
import { CORRECTION, type Correction, type Replacement } from './correction.js';
import { type Beside, EventLogRepository } from './event-log.repository.js';
import { PROCESS_EVENTS } from './event-metrics.js';
import type { NewEvent } from './new-event.js';
import type { ProcessEvent } from './process-event.js';

/** The log of what happened: everything else is derived from it. */
@Injectable()
export class EventLog {
  constructor(
    private readonly repository: EventLogRepository,
    @InjectMetric(PROCESS_EVENTS) private readonly processEvents: Counter,
  ) {}

  /** Appends domain events of a project in the caller's transaction; returns how many were new. */
  append(tx: Tx, projectId: string, events: readonly NewEvent[]): Promise<number> {
    return this.appendAll(
      tx,
      events.map((event) => ({ ...event, project_id: projectId })),
    );
  }

  /** The same for events of several projects, in one statement and one for their locks. */
  async appendAll(tx: Tx, events: readonly (NewEvent & { project_id: string })[]): Promise<number> {
    if (events.length === 0) return 0;
    await this.repository.announce(tx, [...new Set(events.map((event) => event.project_id))]);
    const added = await this.repository.append(tx, events);
    return added.reduce((sum, kind) => sum + kind.events, 0);
  }

  /** Until `tx` ends, others who judge this project's events wait: two verdicts may touch the same ones. */
  async lockVerdicts(tx: Tx, projectId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('kag_event_feedback ' || $1, 0))`, [projectId]);
  }

  /** Appends that a person takes events of a project back, or brings them back, with the time and evidence of each. */
  async correct(tx: Tx, projectId: string, corrections: readonly Correction[]): Promise<void> {
    await this.appendBeside(
      tx,
      projectId,
      corrections.map(({ event_id, event_type, holds, revision }) => ({
        event_id,
        event_type: CORRECTION,
        actor: 'team',
        payload: { event_id, event_type, holds },
        dedupe_key: `${CORRECTION}:${event_id}:${revision}`,
      })),
    );
  }

  /** Appends what a person says an event of a project was instead, with its time, side and evidence; returns its id. */
  async replace(tx: Tx, projectId: string, replacement: Replacement): Promise<string | null> {
    const [id] = await this.addBeside(tx, projectId, [replacement]);
    return id ?? null;
  }

  /**
   * Appends events of a project that are about the words of others, each with the time, side and evidence of its own.
   */
  addBeside(tx: Tx, projectId: string, added: readonly Replacement[]): Promise<string[]> {
    return this.appendBeside(
      tx,
      projectId,
      added.map((one) => ({ ...one, actor: null })),
    );
  }

  private async appendBeside(tx: Tx, projectId: string, events: readonly Beside[]): Promise<string[]> {
    if (events.length === 0) return [];
    await this.repository.announce(tx, [projectId]);
    return this.repository.appendBeside(tx, projectId, events);
  }

  /** Appends events about the server's own work, of however many runs and projects, in one statement. */
  async process(sql: Sql, events: readonly ProcessEvent[]): Promise<void> {
    const added = await this.repository.append(
      sql,
      events.map(({ project_id, type, at, step, note }) => ({
        project_id,
        event_type: type,
        occurred_at: at,
        actor: 'system' as const,
        source: 'system' as const,
        source_ref: note.run_id,
        source_url: null,
        payload: { ...note },
        evidence: [],
        dedupe_key: `${type}:${note.process}:${note.run_id}:${step}`,
      })),
    );
    for (const { event_type, process, events: count } of added) {
      this.processEvents.inc({ process: process ?? '', event_type }, count);
    }
  }
}
