/** One request to a vendor; `path` is appended to the source's base URL. */
export interface VendorRequest {
  method: 'GET' | 'POST';
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  /** Route template for metrics and messages, such as `conversations/:id/messages`. */
  template: string;
}

export interface VendorAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** The parsed JSON. */
  body: unknown;
}

/**
 * Talks to one vendor source: authorised, within its rate budget, with deadlines and retries. Answers 2xx; everything
 * else is thrown as a `SyncError` with its kind (404 and 410: `gone`).
 */
export interface VendorHttp {
  json(request: VendorRequest): Promise<VendorAnswer>;
  /** Requests sent so far, retries among them. */
  readonly requests: number;
}
