import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { BatchStore, type BatchOwner } from './batch-store.js';
import { ConnectorErrorsRepository } from './connector-errors.repository.js';
import type { SyncContext } from './contract.js';
import { DueRecordsRepository } from './due-records.repository.js';
import type { SyncTally } from './sync-tally.js';

/** Records read again in one go, and how many goes one run makes of what is due. */
const AT_ONCE = 50;
const MAX_GOES = 20;

/** Reads single records again: those that could not be read before, that a webhook named, or that differ. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly batches: BatchStore,
    private readonly errors: ConnectorErrorsRepository,
    private readonly due: DueRecordsRepository,
    private readonly database: Database,
  ) {}

  /**
   * Reads these records; returns the refs of those that still could not be read. Errors of the others are resolved.
   * @param retried those that are tried because of an earlier failure
   */
  async read(
    owner: BatchOwner,
    context: SyncContext,
    refs: readonly string[],
    tally?: SyncTally,
    retried?: ReadonlySet<string>,
  ): Promise<Set<string>> {
    const failed = new Set<string>();
    if (refs.length === 0) return failed;
    for await (const batch of owner.connector.reread(context, refs)) {
      const stored = await this.batches.store(owner, batch, null, retried);
      tally?.add(batch, stored, null);
      for (const failure of stored.failures) failed.add(failure.source_ref);
    }
    const good = refs.filter((ref) => !failed.has(ref));
    await this.errors.resolve(this.database, owner.projectId, owner.connector.name, 'record', good);
    return failed;
  }

  /** Reads what is due: failures whose time has come, then what webhooks named. Returns how many were read. */
  async readDue(owner: BatchOwner, context: SyncContext, tally?: SyncTally): Promise<number> {
    const { projectId, connector } = owner;
    let read = 0;
    const again = await this.errors.dueRecords(projectId, connector.name, AT_ONCE);
    await this.read(owner, context, again, tally, new Set(again));
    for (let go = 0; go < MAX_GOES; go++) {
      const due = await this.due.list(projectId, connector.name, AT_ONCE);
      if (due.length === 0) break;
      await this.read(
        owner,
        context,
        due.map((one) => one.source_ref),
        tally,
      );
      // A record that still can't be read is in the error queue now, and due from there.
      await this.due.done(projectId, connector.name, due);
      read += due.length;
    }
    return read + again.length;
  }
}
