import type { SyncContext } from '../core/contract.js';
import { BatchBuilder } from './batch-builder.js';
import { ChatwootApi } from './chatwoot-api.js';
import { ChatwootMapper } from './mapper.js';
import { MessageReader } from './message-reader.js';
import { inboxScope } from './scope.js';

/** What every part of one sync shares. */
export interface Run {
  readonly context: SyncContext;
  readonly api: ChatwootApi;
  readonly mapper: ChatwootMapper;
  readonly messages: MessageReader;
  readonly builder: BatchBuilder;
  /** Inboxes the source is narrowed to; null: all. */
  readonly inboxes: ReadonlySet<number> | null;
  /** Versions of the conversations that this run has read already, be they committed or not. */
  readonly read: Map<number, number>;
  /** Conversations that this run failed to read: once is enough to report them. */
  readonly failed: Set<number>;
  /** Reads of single conversations that failed, one after the other. */
  failuresInARow: number;
}

export function startRun(context: SyncContext): Run {
  const api = new ChatwootApi(context.http, context.source);
  return {
    context,
    api,
    mapper: new ChatwootMapper(context.source),
    messages: new MessageReader(api, context.signal),
    builder: new BatchBuilder(),
    inboxes: inboxScope(context.source),
    read: new Map(),
    failed: new Set(),
    failuresInARow: 0,
  };
}

/** Now, in the vendor's unix seconds. */
export const nowSeconds = ({ context }: Run): number => context.now.getTime() / 1000;
