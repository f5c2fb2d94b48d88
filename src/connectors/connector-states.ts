import { Injectable } from '@nestjs/common';
import { ConnectorRegistry } from './core/connector-registry.js';
import type { StreamSpec } from './core/contract.js';
import { type CountedRecords, type ListedStream, StreamsRepository } from './core/streams.repository.js';
import { SyncStateRepository } from './core/sync-state.repository.js';

/** How far projects' connectors have come, each as a whole and list by list. */
@Injectable()
export class ConnectorStates {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly states: SyncStateRepository,
    private readonly streams: StreamsRepository,
  ) {}

  /** Every connector of each project, project by project. Two statements, and one for each connector. */
  async of(projectIds: readonly string[]) {
    const [rows, listed] = await Promise.all([this.states.list(projectIds), this.streams.list(projectIds)]);
    const known = Map.groupBy(rows, placeOf);
    const streams = Map.groupBy(listed, placeOf);
    const connectors = await Promise.all(
      this.registry.names().map(async (connector) => {
        // What is leaving is not shown, nor how much of it there is.
        const counted = rows.filter((row) => row.connector === connector && row.leaving === null);
        const specs: readonly StreamSpec[] = this.registry.get(connector).connector.streams;
        const records = await this.streams.records(
          counted.map(({ project_id }) => project_id),
          specs,
        );
        return { connector, specs, records: Map.groupBy(records, ({ project_id }) => project_id) };
      }),
    );
    return projectIds.flatMap((project_id) =>
      connectors.map(({ connector, specs, records }) => {
        const place = placeOf({ project_id, connector });
        const row = known.get(place)?.[0];
        return {
          project_id,
          ...(row ? shownState(row) : { ...NEVER_RUN, connector }),
          streams: specs.map(({ name }) => shownStream(name, streams.get(place) ?? [], records.get(project_id) ?? [])),
        };
      }),
    );
  }
}

const placeOf = ({ project_id, connector }: { project_id: string; connector: string }): string =>
  `${project_id} ${connector}`;

function shownStream(name: string, listed: readonly ListedStream[], counted: readonly CountedRecords[]) {
  const row = listed.find(({ stream }) => stream === name);
  return {
    name,
    status: row?.status ?? 'idle',
    cursor_ts: row?.cursor_ts ?? null,
    records: counted.find(({ stream }) => stream === name)?.records ?? 0,
    upserted: row?.counts.upserted ?? 0,
    deleted: row?.counts.deleted ?? 0,
    last_success_at: row?.last_success_at ?? null,
    last_attempt_at: row?.last_attempt_at ?? null,
    error: row?.error_kind ? { kind: row.error_kind, message: row.last_error ?? '' } : null,
    next_retry_at: row?.next_retry_at ?? null,
  };
}

type Row = Awaited<ReturnType<SyncStateRepository['list']>>[number];

function shownState({
  project_id: _project,
  run_id: _run,
  created_at: _created,
  source: _source,
  leaving: _leaving,
  ...row
}: Row) {
  return row;
}

const NEVER_RUN = {
  mode: null,
  status: 'idle',
  cursor_ts: null,
  cursor_id: null,
  page_cursor: null,
  last_success_at: null,
  last_attempt_at: null,
  retry_count: 0,
  last_error: null,
  lag_seconds: null,
  stale: false,
  leaving_since: null,
  meta: {},
  updated_at: null,
};
