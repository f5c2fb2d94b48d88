/** Of the messages that a client sends: a statement by itself, and one that is parsed before it is run. */
const QUERY = 'Q';
const PARSE = 'P';
/** Runs what was bound: each time a statement that has parameters is sent. */
const EXECUTE = 'E';

/** Bytes of a message's kind and of its length, which counts itself but not the kind. */
const KIND = 1;
const LENGTH = 4;

/** What a client told its server when it connected, and each statement since. */
export interface Told {
  application: string;
  statement: string;
}

/**
 * Reads what a PostgreSQL client sends, in the pieces in which it comes: the frontend’s messages of
 * https://www.postgresql.org/docs/current/protocol-message-formats.html, version 3, without TLS.
 */
export class FrontendMessages {
  private rest: Buffer = Buffer.alloc(0);
  private application: string | null = null;
  private parsed = '';

  /**
   * The statements whose running the piece asks for.
   * @throws Error for a client that asks for TLS
   */
  take(piece: Buffer): Told[] {
    this.rest = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    const told: Told[] = [];
    for (;;) {
      // The first message has no kind.
      const before = this.application === null ? 0 : KIND;
      if (this.rest.length < before + LENGTH) return told;
      const end = before + this.rest.readInt32BE(before);
      if (this.rest.length < end) return told;
      const body = this.rest.subarray(before + LENGTH, end);
      const kind = before === 0 ? null : String.fromCharCode(this.rest[0] ?? 0);
      this.rest = this.rest.subarray(end);
      const statement = kind === null ? this.connect(body) : this.statementOf(kind, body);
      if (statement !== null) told.push({ application: this.application ?? '', statement });
    }
  }

  /** Version, then names and values, each ended by a zero. */
  private connect(body: Buffer): null {
    if (body.length === 4) throw new Error('statements can’t be counted on a connection with TLS');
    const fields = body.subarray(4).toString('utf8').split('\0');
    const at = fields.indexOf('application_name');
    this.application = at < 0 ? '' : (fields[at + 1] ?? '');
    return null;
  }

  private statementOf(kind: string, body: Buffer): string | null {
    if (kind === QUERY) return body.toString('utf8', 0, body.length - 1);
    if (kind === EXECUTE) return this.parsed;
    // The name of the prepared statement, then its text.
    if (kind === PARSE) this.parsed = body.toString('utf8').split('\0')[1] ?? '';
    return null;
  }
}
