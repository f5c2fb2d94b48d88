import { Injectable } from '@nestjs/common';
import {
  boundOf,
  ConnectorRegistry,
  LeavingStatesRepository,
  Sources,
  type ConnectorName,
} from '../connectors/index.js';
import { Database } from '../database/index.js';
import type { JobContext } from '../jobs/index.js';
import { leavingOf, type LeavingRows } from './leaving-rows.js';
import { LeavingRowsRepository } from './leaving-rows.repository.js';

/**
 * Removes what a project no longer reads from, of one connector: its records, their texts in search, and their events.
 */
@Injectable()
export class SourceClearing {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly sources: Sources,
    private readonly states: LeavingStatesRepository,
    private readonly rows: LeavingRowsRepository,
    private readonly database: Database,
  ) {}

  /**
   * Removes it batch by batch and returns how many rows went; null while another run has the connector, or what the
   * project reads from is not known. Begun again after a crash, it finds the rows that are left.
   * @throws Superseded when the source changes meanwhile
   */
  async clear(
    { projectId, runId, signal, progress }: Pick<JobContext, 'projectId' | 'runId' | 'signal' | 'progress'>,
    connector: ConnectorName,
  ): Promise<number | null> {
    const state = await this.states.claim(projectId, connector, runId);
    if (!state?.leaving) return null;
    const vendor = this.registry.get(connector);
    const bound = state.source ?? boundOf(await this.sources.resolve(projectId, vendor));
    if (state.leaving === 'outside' && bound === null) return null;
    let removed = 0;
    let seen = 0;
    for (const rows of leavingOf(vendor, state.leaving, bound)) {
      for (let last: string | null = null; ;) {
        signal.throwIfAborted();
        const swept = await this.sweep(projectId, connector, runId, rows, last);
        removed += swept.removed;
        seen += swept.seen;
        progress({ done: seen, total: null, unit: `rows of ${connector} looked through` });
        if (swept.last === null) break;
        last = swept.last;
      }
    }
    return removed;
  }

  private sweep(projectId: string, connector: ConnectorName, runId: string, rows: LeavingRows, after: string | null) {
    return this.database.transaction(async (tx) => {
      await this.states.hold(tx, projectId, connector, runId);
      return this.rows.sweep(tx, projectId, rows, after);
    });
  }
}
