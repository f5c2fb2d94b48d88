import { SyncError } from '../core/sync-error.js';
import type { ChatwootApi } from './chatwoot-api.js';
import { rowId } from './parse.js';

/** Above every id: the largest number that Chatwoot's id columns take without an error. */
const MAX_ID = 2_147_483_647;

/**
 * Answers are cut at 20, 100 or 1000 rows (docs/contract/vendors.md#chatwoot); a full hundred may be a cut of another
 * server's.
 */
const looksCut = (rows: number): boolean => rows > 0 && rows % 100 === 0;
const LATEST = 20;

export interface ConversationMessages {
  /** In no particular order, each once. */
  readonly rows: readonly unknown[];
  /** Whether these are proven to be all: what is missing then isn't there (any more). */
  readonly complete: boolean;
}

/** Rows by id, each once; those without a readable id are kept beside, so that they can be reported. */
class Rows {
  readonly byId = new Map<number, unknown>();
  readonly nameless: unknown[] = [];

  /** @returns how many ids were not there yet; a row seen again replaces its older sight */
  add(rows: readonly unknown[]): number {
    const before = this.byId.size;
    for (const row of rows) {
      const id = rowId(row);
      if (id === null) this.nameless.push(row);
      else this.byId.set(id, row);
    }
    return this.byId.size - before;
  }

  get all(): unknown[] {
    return [...this.byId.values(), ...this.nameless];
  }
}

/**
 * Reads all messages of a conversation: one request for nearly every conversation, where the server reads ranges of ids
 * (`after` and `before` together). Rows are cut by `created_at` while the cursor is the id, so that a plain walk can
 * skip imported messages; a range that isn't full is complete in any order of its rows.
 */
export class MessageReader {
  /** Whether the server reads ranges; found out at the first answer that leaves it open. */
  private ranges: Promise<boolean> | undefined;

  constructor(
    private readonly api: ChatwootApi,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * @returns every message of the conversation
   * @throws SyncError `gone` when the conversation is
   */
  async readAll(conversationId: number): Promise<ConversationMessages> {
    if (this.ranges && !(await this.ranges)) return this.walk(conversationId);
    const rows = await this.unlessTooLarge(this.range(conversationId, 1, MAX_ID));
    if (rows === null) return this.inHalves(conversationId);
    const ids = [...rows.byId.keys()];
    // These are also what older servers answer, to which one of the two bounds means nothing.
    if (ids.length !== LATEST && !looksCut(ids.length)) return { rows: rows.all, complete: true };
    this.ranges ??= this.probe(conversationId, Math.max(...ids));
    if (!(await this.ranges)) return this.walk(conversationId);
    return { rows: await this.divide(conversationId, 1, MAX_ID, rows), complete: true };
  }

  /**
   * Asks for the newest message alone. Only a server that reads ranges answers with it: where `before` wins, the one
   * before comes too, and where `after` wins, none, since that excludes its id.
   */
  private async probe(conversationId: number, newest: number): Promise<boolean> {
    const { byId } = await this.range(conversationId, newest, MAX_ID);
    return byId.has(newest) && [...byId.keys()].every((id) => id >= newest);
  }

  private async range(conversationId: number, after: number, before: number): Promise<Rows> {
    this.signal.throwIfAborted();
    const rows = new Rows();
    rows.add(await this.api.messages(conversationId, { after, before }));
    return rows;
  }

  /** A conversation whose answer is too large at once, though its long texts are cut. */
  private async inHalves(conversationId: number): Promise<ConversationMessages> {
    const rows = await this.halved(conversationId, 1, MAX_ID);
    this.ranges ??= this.probe(conversationId, Math.max(1, ...rows.byId.keys()));
    return (await this.ranges) ? { rows: rows.all, complete: true } : this.walk(conversationId);
  }

  /** A range, or where its answer is too large its halves, and theirs. */
  private async halved(conversationId: number, after: number, before: number): Promise<Rows> {
    const single = before - after <= 1;
    const reading = this.range(conversationId, after, before);
    const found = single ? await reading : await this.unlessTooLarge(reading);
    const rows = new Rows();
    if (found) rows.add(await this.divide(conversationId, after, before, found));
    else {
      const middle = Math.floor((after + before) / 2);
      for (const half of [[after, middle] as const, [middle, before] as const])
        rows.add((await this.halved(conversationId, ...half)).all);
    }
    return rows;
  }

  private async unlessTooLarge(reading: Promise<Rows>): Promise<Rows | null> {
    try {
      return await reading;
    } catch (error) {
      if (error instanceof SyncError && error.options.tooLarge) return null;
      throw error;
    }
  }

  /**
   * Completes a range that was cut: reads it in two parts, until none is cut. The first part gets most of the rows that
   * are known.
   */
  private async divide(conversationId: number, after: number, before: number, found: Rows): Promise<unknown[]> {
    const ids = [...found.byId.keys()].sort((a, b) => a - b);
    const middle = ids[Math.floor(ids.length * 0.9)];
    if (!looksCut(ids.length) || before - after <= ids.length || middle === undefined) return found.all;
    const parts: unknown[] = [];
    for (const [from, to] of [
      [after, middle],
      [middle, before],
    ] as const) {
      parts.push(...(await this.divide(conversationId, from, to, await this.range(conversationId, from, to))));
    }
    return parts;
  }

  /**
   * For servers without ranges: forwards by 100 from the first message, then back by 20 from the last until a page
   * brings nothing new. Where ids and dates are out of step (imports), a page's edge may hide rows: most of them are
   * found on the way back, and none of the others is taken for gone.
   */
  private async walk(conversationId: number): Promise<ConversationMessages> {
    const rows = new Rows();
    let complete = true;
    for (let after = 0; ;) {
      const page = await this.page(conversationId, { after });
      const fresh = rows.add(page.rows);
      complete &&= page.inStep;
      if (fresh === 0 || page.newest <= after) break;
      after = page.newest;
    }
    for (let before = MAX_ID; ;) {
      const page = await this.page(conversationId, { before });
      if (rows.add(page.rows) === 0 || page.oldest >= before) break;
      complete = false;
      before = page.oldest;
    }
    return { rows: rows.all, complete };
  }

  private async page(conversationId: number, bounds: { after?: number; before?: number }) {
    this.signal.throwIfAborted();
    const rows = await this.api.messages(conversationId, bounds);
    const ids = rows.map(rowId).filter((id) => id !== null);
    const inStep = ids.every((id, index) => index === 0 || id >= (ids[index - 1] ?? 0));
    return { rows, inStep, newest: Math.max(0, ...ids), oldest: Math.min(MAX_ID, ...ids) };
  }
}
