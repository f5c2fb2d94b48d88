import { type ErrorKind, SyncError } from '../core/sync-error.js';

/** This many records in a row that can't be read may be an outage, and no longer those records' own fault. */
const SUSPICIOUS = 3;
/** This many are one, where no other record is known that could be asked for. */
const OUTAGE = 10;
/** What an outage looks like. */
const UNANSWERED: ReadonlySet<ErrorKind> = new Set(['vendor_error', 'timeout', 'network']);

/** Records by their refs. */
export interface Others {
  /** Records that earlier syncs have read. */
  known(): Promise<readonly string[]>;
  /**
   * Reads one of them.
   * @throws SyncError
   */
  read(ref: string): Promise<unknown>;
}

/**
 * Tells records that the vendor can't show from a vendor that shows nothing: neighbours may fail together, and the rest
 * is to go on without them. When several fail in a row, another record is asked for; in an outage that fails too. A
 * connection that breaks is an outage nearly always: then another one is asked for at once.
 */
export class OwnFailures {
  private inARow = 0;
  private good: string | null = null;
  private readonly failed = new Set<string>();

  constructor(private readonly others: Others) {}

  succeeded(ref: string): void {
    this.inARow = 0;
    this.good = ref;
    this.failed.delete(ref);
  }

  /** Whether the failure to read this record is its own, so that the rest goes on without it. */
  async isOwn(ref: string, error: SyncError): Promise<boolean> {
    this.failed.add(ref);
    if (error.kind === 'bad_payload') return true;
    if (!UNANSWERED.has(error.kind)) return false;
    const broke = error.kind === 'network';
    if (++this.inARow < SUSPICIOUS && !broke) return true;
    const candidates = this.good === null ? await this.others.known() : [this.good];
    const others = candidates.filter((each) => !this.failed.has(each));
    if (others.length === 0) return !broke && this.inARow < OUTAGE;
    // Neighbours fail together: the first and the last of them are far apart, and one that answers is enough.
    for (const each of new Set([...others.slice(0, 1), ...others.slice(-1)])) {
      if (!(await this.answers(each))) continue;
      this.inARow = 0;
      return true;
    }
    return false;
  }

  /**
   * A record that is gone is an answer too.
   * @throws SyncError what says more than that the record can't be read
   */
  private async answers(ref: string): Promise<boolean> {
    try {
      await this.others.read(ref);
      return true;
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.kind === 'gone' || error.kind === 'bad_payload') return true;
      if (UNANSWERED.has(error.kind)) return false;
      throw error;
    }
  }
}
