import { Injectable } from '@nestjs/common';
import { JobRunsRepository, type JobRun } from '../jobs/index.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import type { ConnectorName } from './core/contract.js';
import type { SyncResult } from './core/sync-tally.js';
import { syncJobType } from './sync.jobs.js';

/** The syncs of a project's connectors, as their job runs tell of them; kept as long as those are. */
@Injectable()
export class SyncRuns {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly runs: JobRunsRepository,
  ) {}

  /** The newest first, after the one with the id `afterId`; of one connector, or of all. */
  async list(projectId: string, connector: ConnectorName | null, limit: number, afterId: string | null) {
    const names = connector === null ? this.registry.names() : [connector];
    const types = new Map(names.map((name) => [syncJobType(name), name]));
    const rows = await this.runs.list(projectId, { job_types: [...types.keys()] }, limit, afterId);
    return rows.map((run) => shownRun(run, types.get(run.job_type) ?? names[0]));
  }
}

/** A sync that failed, is under way, or was of a source that is gone has no result: what it counted is not known. */
function shownRun(run: JobRun, connector: ConnectorName | undefined) {
  const { id, status, trigger, triggered_by, error, created_at, started_at, finished_at } = run;
  const result = run.result as Partial<SyncResult> | null;
  return {
    id,
    connector,
    status,
    outcome: result?.status ?? null,
    mode: result?.mode ?? null,
    trigger,
    triggered_by,
    fetched: result?.fetched ?? null,
    upserted: result?.upserted ?? null,
    deleted: result?.deleted ?? null,
    events: result?.events ?? null,
    requests: result?.requests ?? null,
    duration_ms: result?.duration_ms ?? null,
    errors: result?.errors ?? null,
    streams: result?.streams ?? [],
    error,
    created_at,
    started_at,
    finished_at,
  };
}
