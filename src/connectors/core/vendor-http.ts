import type { ErrorKind } from './sync-error.js';

/** One request to a vendor; `path` is appended to the source's base URL. */
export interface VendorRequest {
  method: 'GET' | 'POST';
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  /** Route template for metrics and messages, such as `conversations/:id/messages`. */
  template: string;
  /**
   * The answer is the same for every project of the source, so that one request may serve several syncs that run
   * within a minute of each other. For lists; never for what must be as it is right now.
   */
  shared?: boolean;
  /** The caller asks for less where the answer is too large. Otherwise long texts in such an answer are cut. */
  divisible?: boolean;
  /**
   * It makes something at the vendor. It is sent once and never tried again: what was sent again after a lost answer
   * could be there twice, so the caller looks first what has become of it.
   */
  writes?: boolean;
}

export interface VendorAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** The parsed JSON. */
  body: unknown;
  /** When the request was sent, epoch ms: a shared answer may be older than what has been read since. */
  sentAt: number;
}

/**
 * Talks to one vendor source: authorised, within its rate budget, with deadlines and retries. Answers 2xx; everything
 * else is thrown as a `SyncError` with its kind (404 and 410 of one record, in the vendor's own form: `gone`).
 */
export interface VendorHttp {
  json(request: VendorRequest): Promise<VendorAnswer>;
  /** Requests sent so far, retries among them. */
  readonly requests: number;
}

/** A failure as the vendor's own words tell it. */
export interface VendorFailure {
  kind: ErrorKind;
  message: string;
  /** Whether the same request may succeed in a moment. */
  retry: boolean;
  retryAfterSeconds?: number;
  /** Fewer records at once may be answered. */
  tooMuch?: boolean;
  /** The token is good, but may not read this. */
  forbidden?: boolean;
}

/** What a vendor's answers say beyond their HTTP status. */
export interface VendorDialect {
  /** The failure that an answer's body names, with any status; null: the status tells all. */
  failure?(answer: { status: number; headers: Readonly<Record<string, string>>; body: unknown }): VendorFailure | null;
  /** Whether a 404 with this body is the vendor's word that a record is not there; unset: any JSON object is. */
  isAbsence?(body: unknown): boolean;
  /**
   * Seconds for which the source should not be asked, where its headers say that a limit is used up; null otherwise.
   */
  exhausted?(headers: Readonly<Record<string, string>>, now: number): number | null;
}
