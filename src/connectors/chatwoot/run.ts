import type { SyncContext, SyncCursor } from '../core/contract.js';
import { OwnFailures } from '../kit/own-failures.js';
import { BatchBuilder } from '../kit/batch-builder.js';
import { ChatwootApi } from './chatwoot-api.js';
import { ChatwootMapper } from './mapper.js';
import { MessageReader } from './message-reader.js';
import { inboxScope } from './scope.js';
import type { StreamName } from './streams.js';
import { CHATWOOT_TABLES, CW_CONVERSATIONS } from './tables.js';
import { EMPTY_ACCOUNT_SECONDS } from './watermark.js';

/** What every part of one sync shares. */
export interface ChatwootRun {
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
  /** Which failures of single conversations are their own, by their refs. */
  readonly failures: OwnFailures;
  /** Unix seconds of the vendor's: up to when all is in the lists; null while this run does not know. */
  watermark: number | null;
}

export function startRun(context: SyncContext): ChatwootRun {
  const api = new ChatwootApi(context.http, context.source);
  return {
    context,
    api,
    mapper: new ChatwootMapper(context.source),
    messages: new MessageReader(api, context.signal),
    builder: new BatchBuilder(CHATWOOT_TABLES),
    inboxes: inboxScope(context.source),
    read: new Map(),
    failed: new Set(),
    failures: new OwnFailures({
      async known() {
        const ids = await context.live(CW_CONVERSATIONS, 'conversation_id');
        return [...ids.values()].map((id) => `conversation:${String(id)}`);
      },
      read: (ref) => api.messages(Number(ref.split(':')[1]), { after: 0 }),
    }),
    watermark: null,
  };
}

/** Now, in the vendor's unix seconds. */
export const nowSeconds = ({ context }: ChatwootRun): number => context.now.getTime() / 1000;

/** Up to when all is in what this run reads now: by the vendor's clock, or as long ago as no clocks differ. */
export const seenUntil = (run: ChatwootRun): number => run.watermark ?? nowSeconds(run) - EMPTY_ACCOUNT_SECONDS;

/**
 * Moves a stream to where its walk is.
 * @returns the cursor of a batch on the way
 */
export function onTheWay({ context }: ChatwootRun, stream: StreamName, walk: object): SyncCursor {
  context.streams.move(stream, { page_cursor: { ...walk } });
  return { ...context.cursor, page_cursor: { ...walk } };
}
