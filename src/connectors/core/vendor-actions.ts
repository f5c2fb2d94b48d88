import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/index.js';
import { isFinal, isLost } from '../domain/write-failure.js';
import { ConnectorRegistry, type Vendor } from './connector-registry.js';
import { dataLeaving } from './data-leaving.js';
import { hasLeaving, LeavingStatesRepository } from './leaving-states.repository.js';
import { Sources } from './sources.js';
import { SyncError } from './sync-error.js';
import type { ActionTalk, Made, Order, VendorAction } from './vendor-action.js';
import { VendorClients } from './vendor-clients.js';

/** A record of the project's that an action can be about. */
export interface ActionTarget {
  id: string;
  label: string;
  url: string | null;
}

/** Why the vendor has not made it, as far as is known. */
export interface WriteFailure {
  kind: string;
  message: string;
  /** It may be there all the same. */
  lost: boolean;
  /** The vendor would refuse it again. */
  final: boolean;
  retryAfterSeconds?: number | undefined;
}

export type ActionDelivery = { made: Made } | { failure: WriteFailure };

/** How long one delivery may take, with the look at what became of an earlier one. */
export const DELIVERY_MS = 120_000;
const MAX_TARGETS = 20;

/** What the vendors can be asked to make, and the asking. */
@Injectable()
export class VendorActions {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly sources: Sources,
    private readonly clients: VendorClients,
    private readonly leaving: LeavingStatesRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  all(): VendorAction[] {
    return this.registry.names().flatMap((name) => this.registry.get(name).actions ?? []);
  }

  /** @throws Error for a kind that no vendor has */
  of(kind: string): VendorAction {
    return this.found(kind).action;
  }

  /** Why the project can't ask the vendor for anything; null: it can. */
  async lacking(projectId: string, kind: string): Promise<string | null> {
    try {
      await this.sources.of(projectId, this.found(kind).vendor);
      return null;
    } catch (error) {
      if (error instanceof AppError) return error.message;
      throw error;
    }
  }

  /**
   * Where it can go, the likeliest first.
   * @param keys of rows that the reason rests on
   * @param id the only one wanted
   */
  targets(projectId: string, kind: string, keys: readonly string[], id: string | null = null): Promise<ActionTarget[]> {
    const { targets } = this.of(kind);
    return this.database.query<ActionTarget>(
      `SELECT id, label, url FROM (${targets}) AS target WHERE NOT ${hasLeaving('$1::uuid')} LIMIT ${MAX_TARGETS}`,
      [projectId, keys, id],
    );
  }

  /**
   * Has the vendor make it. With `lookFirst` an earlier answer was lost: the vendor is asked for what it has before
   * anything is sent, and once more where it refuses, since it may refuse what is there already.
   * @throws the reason of `signal` where that aborts
   */
  async deliver(projectId: string, kind: string, order: Order, lookFirst: boolean, signal: AbortSignal) {
    const within = AbortSignal.any([signal, this.clock.deadline(DELIVERY_MS)]);
    try {
      const { vendor, action } = this.found(kind);
      const source = await this.sources.of(projectId, vendor);
      const talk = { source, http: this.clients.of(vendor, source, within, true) };
      const target = await this.target(projectId, kind, order.target);
      const delivered = await this.ask(action, order, talk, lookFirst);
      return 'made' in delivered ? { made: { ...delivered.made, url: delivered.made.url ?? target.url } } : delivered;
    } catch (error) {
      signal.throwIfAborted();
      // Nothing was sent: what came before the sending failed, or the time for the look was up.
      return {
        failure: failureOf(within.aborted ? new SyncError('timeout', tooLong, { cause: error }) : error, false),
      };
    }
  }

  /** @throws AppError `data_leaving` while nothing can be said of it, SyncError `gone` where it is not the project's */
  private async target(projectId: string, kind: string, id: string): Promise<ActionTarget> {
    const [target] = await this.targets(projectId, kind, [], id);
    if (target) return target;
    const leaving = await this.leaving.of(projectId);
    if (leaving.length > 0) throw dataLeaving(leaving.map(({ connector }) => connector));
    throw new SyncError('gone', `${id} is no record of the project’s any more`);
  }

  private async ask(action: VendorAction, order: Order, talk: ActionTalk, lookFirst: boolean): Promise<ActionDelivery> {
    const there = lookFirst ? await action.find(order, talk) : null;
    if (there) return { made: there };
    try {
      return { made: await action.send(order, talk) };
    } catch (error) {
      const failure = failureOf(error, true);
      const doubled = lookFirst && !failure.lost ? await action.find(order, talk).catch(() => null) : null;
      return doubled ? { made: doubled } : { failure };
    }
  }

  private found(kind: string): { vendor: Vendor; action: VendorAction } {
    for (const name of this.registry.names()) {
      const vendor = this.registry.get(name);
      const action = vendor.actions?.find((one) => one.kind === kind);
      if (action) return { vendor, action };
    }
    throw new Error(`no vendor has the action ${kind}`);
  }
}

const tooLong = `It took longer than ${DELIVERY_MS / 1000} s`;

/** @param sent whether it may have reached the vendor */
function failureOf(error: unknown, sent: boolean): WriteFailure {
  if (error instanceof AppError) {
    // What leaves is gone in a moment; what else is said so is for a person to change.
    const passes = error.code === 'data_leaving';
    return { kind: passes ? 'internal' : 'config', message: error.message, lost: false, final: !passes };
  }
  if (!(error instanceof SyncError)) {
    // An abort in the middle of the sending, or a fault of our own: nothing is known of what was sent.
    if (!sent) throw error;
    return { kind: 'internal', message: 'The sending was broken off', lost: true, final: false };
  }
  const { kind, message, options } = error;
  const failed = { kind, status: options.status };
  return {
    kind,
    message,
    lost: sent && isLost(failed),
    final: isFinal(failed),
    retryAfterSeconds: options.retryAfterSeconds,
  };
}
