import { Injectable } from '@nestjs/common';
import { Config } from '../../config/index.js';
import type { Tx } from '../../database/index.js';
import { decideRetry } from '../domain/retry-policy.js';
import { redact } from '../domain/redact.js';
import { ConnectorErrorsRepository, dedupeKey, type Fault } from './connector-errors.repository.js';
import type { SyncBatch, ConnectorName, RecordFailure } from './contract.js';
import type { SyncError } from './sync-error.js';

/** Puts what failed into the error queue, with its next try. Secrets are taken out of payloads and messages first. */
@Injectable()
export class FaultRecorder {
  constructor(
    private readonly errors: ConnectorErrorsRepository,
    private readonly config: Config,
  ) {}

  /** Closes the failures of records that could be read now. */
  async healed(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    { read = [], failures = [] }: SyncBatch,
  ): Promise<void> {
    const failed = new Set(failures.map(({ source_ref }) => source_ref));
    const good = read.filter((ref) => !failed.has(ref));
    if (good.length > 0) await this.errors.resolve(tx, projectId, connector, 'record', good);
  }

  /**
   * Records that cannot be read, in their batch's transaction: their batch may move on, they are not lost. Each sync
   * may see such a record again; only what was tried because it was due, in `retried`, is another attempt.
   */
  async records(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    failures: readonly RecordFailure[],
    retried: ReadonlySet<string>,
  ): Promise<void> {
    await this.record(
      tx,
      projectId,
      failures.map((failure) => ({
        connector,
        operation: 'record' as const,
        source_ref: failure.source_ref,
        error_kind: 'bad_payload' as const,
        error_message: failure.message,
        payload: failure.payload,
      })),
      undefined,
      (fault) => retried.has(fault.source_ref),
    );
  }

  /** A whole sync that failed. */
  async sync(tx: Tx, projectId: string, connector: ConnectorName, error: SyncError): Promise<void> {
    const fault = {
      connector,
      operation: 'sync' as const,
      source_ref: '',
      error_kind: error.kind,
      error_message: error.message,
      payload: error.options.payload ?? null,
    };
    await this.record(tx, projectId, [fault], error.options.retryAfterSeconds);
  }

  /** Lists that could not be read while others were; their next tries are their own. */
  async streams(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    failures: ReadonlyMap<string, SyncError>,
  ): Promise<void> {
    for (const [stream, error] of failures) {
      const fault = {
        connector,
        operation: 'sync' as const,
        source_ref: stream,
        error_kind: error.kind,
        error_message: error.message,
        payload: error.options.payload ?? null,
      };
      await this.record(tx, projectId, [fault], error.options.retryAfterSeconds);
    }
  }

  private async record(
    tx: Tx,
    projectId: string,
    faults: readonly Fault[],
    retryAfterSeconds: number | undefined,
    isAttempt: (fault: Fault) => boolean = () => true,
  ): Promise<void> {
    if (faults.length === 0) return;
    // The same record may fail twice in a batch; one row stands for both.
    const distinct = [...new Map(faults.map((fault) => [dedupeKey(fault), fault])).values()];
    const open = await this.errors.open(tx, projectId, distinct);
    const tried = distinct.filter((fault) => !open.has(dedupeKey(fault)) || isAttempt(fault));
    const decided = tried.map((fault) => {
      const attempt = (open.get(dedupeKey(fault)) ?? 0) + 1;
      const decision = decideRetry(fault.error_kind, attempt, {
        baseSeconds: this.config.CONNECTOR_RETRY_BASE_SECONDS,
        maxRetries: this.config.CONNECTOR_MAX_RETRIES,
        random: Math.random(),
        retryAfterSeconds,
      });
      return {
        ...fault,
        error_message: redact(fault.error_message) as string,
        payload: redact(fault.payload),
        attempt,
        decision,
      };
    });
    await this.errors.record(tx, projectId, decided);
  }
}
