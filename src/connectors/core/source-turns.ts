import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Database, type Tx } from '../../database/index.js';
import { currentContext, validationFailed } from '../../http/index.js';
import { RunStarter } from '../../jobs/index.js';
import type { SourceChange } from '../../projects/index.js';
import { boundOf, boundSource, turnOf, type BoundSource, type Turn } from '../domain/bound-source.js';
import { isLacking } from '../domain/resolve-source.js';
import { SOURCES_CLEARING } from '../follow-ups.js';
import { ConnectorRegistry } from './connector-registry.js';
import type { ConnectorName } from './contract.js';
import { LeavingRecordsRepository } from './leaving-records.repository.js';
import { LeavingStatesRepository, type Leaving } from './leaving-states.repository.js';
import { Sources } from './sources.js';

const LEAVING: Partial<Record<Turn, Leaving>> = { outside_leaves: 'outside', all_leaves: 'all' };

/**
 * Notices when a project reads from another source than what is stored came from: a person has bound it otherwise, or
 * the environment names another account. What it no longer reads from is out of sight in the same transaction.
 */
@Injectable()
export class SourceTurns {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly sources: Sources,
    private readonly states: LeavingStatesRepository,
    private readonly records: LeavingRecordsRepository,
    private readonly starter: RunStarter,
    private readonly database: Database,
  ) {}

  /** @throws AppError `validation_failed` where a binding needs credentials of its own and has none */
  async changed(tx: Tx, { projectId, connector, before, removed }: SourceChange): Promise<void> {
    const found = await this.readable(() => this.sources.resolve(projectId, this.registry.get(connector), tx));
    if (!found) return;
    if (isLacking(found) && found.reason !== 'unset' && !removed)
      throw validationFailed(found.missing.map((path) => ({ path, problem: `is needed: ${found.message}` })));
    const was =
      before === undefined ? null : await this.sources.resolveOwn(projectId, this.registry.get(connector), before, tx);
    await this.turn(tx, projectId, connector, boundOf(found), was && boundOf(was));
  }

  /** Compares one connector with what the environment says by now. A variable that is missing removes nothing. */
  async settle(projectId: string, connector: ConnectorName): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.readable(() => this.sources.resolve(projectId, this.registry.get(connector), tx));
      if (found && !isLacking(found)) await this.turn(tx, projectId, connector, boundSource(found), null);
    });
  }

  /** The same for all that was ever read: call it when the environment may have changed, which is at every start. */
  async settleAll(): Promise<void> {
    for (const { project_id, connector } of await this.states.all())
      if (this.registry.has(connector)) await this.settle(project_id, connector as ConnectorName);
  }

  /** Null where a stored token can't be opened: what is read then shows when it can be. */
  private async readable<T>(resolve: () => Promise<T>): Promise<T | null> {
    try {
      return await resolve();
    } catch (error) {
      if (error instanceof AppError && error.code === 'secrets_key_missing') return null;
      throw error;
    }
  }

  /** @param before what was read from, for records that are older than the word of it beside them */
  private async turn(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    now: BoundSource | null,
    before: BoundSource | null,
  ): Promise<void> {
    const state = await this.states.lock(tx, projectId, connector);
    if (!state) return;
    const account = this.registry.get(connector).connector.accountOf?.(state.cursor_id) ?? null;
    const was = state.source ?? before;
    const turn = was === null ? 'stays' : turnOf(was, now, account);
    if (turn === 'stays') {
      if (now !== null) await this.states.keep(tx, projectId, connector, now);
      return;
    }
    const leaving = LEAVING[turn] ?? null;
    await this.states.turn(tx, projectId, connector, now, leaving);
    if (leaving === null) return;
    await this.records.forget(tx, projectId, connector);
    await this.starter.followUp(tx, [
      {
        project_id: projectId,
        job_type: SOURCES_CLEARING,
        triggered_by: currentContext()?.user?.username ?? null,
        request_id: currentContext()?.requestId ?? null,
        payload: {},
      },
    ]);
  }
}
