import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConnectorRegistry, LeavingStatesRepository } from '../connectors/index.js';
import type { Tx } from '../database/index.js';
import { type LeavingCounts, SourceChanges, type SourceChange } from '../projects/index.js';
import { CONCLUDED, leavingOf } from './leaving-rows.js';
import { LeavingRowsRepository } from './leaving-rows.repository.js';

/**
 * Tells what would leave a project with another source: in a transaction that is taken back it removes what
 * `SourceClearing` would, so that both find the same; what is concluded again from the rest is not a loss.
 */
@Injectable()
export class SourceForesight implements OnModuleInit {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly states: LeavingStatesRepository,
    private readonly rows: LeavingRowsRepository,
    private readonly changes: SourceChanges,
  ) {}

  onModuleInit(): void {
    this.changes.foreseeBy((tx, change) => this.of(tx, change));
  }

  private async of(tx: Tx, { projectId, connector }: SourceChange): Promise<LeavingCounts> {
    const counts: LeavingCounts = {};
    const state = await this.states.lock(tx, projectId, connector);
    if (!state?.leaving) return counts;
    for (const rows of leavingOf(this.registry.get(connector), state.leaving, state.source)) {
      if (rows === CONCLUDED) continue;
      let after: string | null = null;
      do {
        const { last, removed } = await this.rows.sweep(tx, projectId, rows, after);
        if (removed > 0) counts[rows.table] = (counts[rows.table] ?? 0) + removed;
        after = last;
      } while (after !== null);
    }
    return counts;
  }
}
