import type { Exchange, Reply, Vendor } from '../http/exchange.js';

export type FaultKind =
  | 'latency'
  | 'status'
  | 'rate_limit'
  | 'drop'
  | 'cut_json'
  | 'hang'
  | 'bad_shape'
  | 'edit'
  | 'partial'
  | 'repeat_rows'
  | 'reorder_rows'
  | 'html'
  | 'huge';

export interface FaultRule {
  /** Part of 'METHOD /path?query', or an expression it has to match; every request when absent. */
  match?: string | RegExp;
  vendor?: Vendor;
  kind: FaultKind;
  /**
   * Answer of 'status' (default 500; Linear's 200 has errors in it), 'rate_limit' (429, Linear's 400), 'html' (200).
   */
  status?: number;
  body?: unknown;
  /** Value of a Retry-After header: seconds, or an HTTP date as text. Attio's 'rate_limit' makes a date of seconds. */
  retryAfter?: number | string;
  /** 'rate_limit' of OpenAI: insufficient_quota, slow_down, …; default rate_limit_exceeded. */
  code?: string;
  /** The vendor does what it is asked, and then this takes the place of its answer: what was made is there. */
  after?: boolean;
  /** Waits this long before any kind of answer; with `until` the whole effect of 'latency'. */
  delayMs?: number;
  /** Waits for what this returns before any kind of answer: a vendor that answers when the test says so. */
  until?: () => Promise<unknown>;
  /** Called for each request that the rule hits, before anything is answered. */
  hit?: () => void;
  /** 'huge': body size, default 60 MiB. */
  bytes?: number;
  /** 'bad_shape': only this record, on whichever page it comes; default the middle one of the page. */
  recordId?: number | string;
  /**
   * 'bad_shape': the key to corrupt and what to put there; 'partial' of Linear: the key that gets lost, else the list.
   */
  field?: string;
  value?: unknown;
  /** 'edit': changes a good answer, a copy of the vendor's, or gives another one. */
  edit?: (reply: Reply, exchange: Exchange) => void;
  /** After how many requests the rule is spent; default never. */
  times?: number;
  /** Only each nth matching request. */
  every?: number;
  /** Chance per matching request, from the controller's seed. */
  probability?: number;
}

export const FAULT_KINDS: readonly FaultKind[] = [
  'latency',
  'status',
  'rate_limit',
  'drop',
  'cut_json',
  'hang',
  'bad_shape',
  'edit',
  'partial',
  'repeat_rows',
  'reorder_rows',
  'html',
  'huge',
];
