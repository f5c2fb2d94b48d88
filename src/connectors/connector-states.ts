import { Injectable } from '@nestjs/common';
import { ConnectorRegistry } from './core/connector-registry.js';
import type { ConnectorName, StreamSpec } from './core/contract.js';
import type { ListedStream } from './core/streams.repository.js';
import { StreamsRepository } from './core/streams.repository.js';
import { SyncStateRepository } from './core/sync-state.repository.js';

/** How far a project's connectors have come, each as a whole and list by list. */
@Injectable()
export class ConnectorStates {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly states: SyncStateRepository,
    private readonly streams: StreamsRepository,
  ) {}

  async of(projectId: string) {
    const known = new Map((await this.states.list(projectId)).map((row) => [row.connector, row]));
    const listed = await this.streams.list(projectId);
    const shown = [];
    for (const connector of this.registry.names()) {
      const row = known.get(connector);
      const state = row ? shownState(row) : { ...NEVER_RUN, connector };
      // What is leaving is not shown, nor how much of it there is.
      const streams = await this.streamsOf(projectId, connector, listed, row !== undefined && row.leaving === null);
      shown.push({ ...state, streams });
    }
    return shown;
  }

  private async streamsOf(
    projectId: string,
    connector: ConnectorName,
    listed: readonly ListedStream[],
    counted: boolean,
  ) {
    const specs: readonly StreamSpec[] = this.registry.get(connector).connector.streams;
    const records = counted ? await this.streams.records(projectId, specs) : new Map<string, number>();
    return specs.map(({ name }) => {
      const row = listed.find((one) => one.connector === connector && one.stream === name);
      return {
        name,
        status: row?.status ?? 'idle',
        cursor_ts: row?.cursor_ts ?? null,
        records: records.get(name) ?? 0,
        upserted: row?.counts.upserted ?? 0,
        deleted: row?.counts.deleted ?? 0,
        last_success_at: row?.last_success_at ?? null,
        last_attempt_at: row?.last_attempt_at ?? null,
        error: row?.error_kind ? { kind: row.error_kind, message: row.last_error ?? '' } : null,
        next_retry_at: row?.next_retry_at ?? null,
      };
    });
  }
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
