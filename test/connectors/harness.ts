import type { ErrorKind } from '../../src/connectors/core/sync-error.js';
import type { Vendor } from '../../src/connectors/core/connector-registry.js';
import type { Source, TableSpec } from '../../src/connectors/core/contract.js';
import type { Mirror, MirrorOptions, Row } from '../support/mirror.js';
import type { FaultRule, Sandbox, SandboxOptions } from '../../sandbox/sandbox.js';

/** The time that vendor, connector and suite share. */
export class TestClock {
  private ms = Date.UTC(2026, 4, 5, 9);
  readonly now = () => this.ms;

  pass(minutes: number): void {
    this.ms += minutes * 60_000;
  }
}

/** The project's part of a source, and the rest of it. */
export type Part = 'ours' | 'others';

/** An event that a change has to tell: its type, and the `source_ref` that it names. */
export type ExpectedEvent = [type: string, ref: string];

/** What is the vendor's own, in figures and words. */
export interface VendorFacts {
  tables: readonly TableSpec[];
  /** Records on one page of the list that shows them. */
  pageSize: number;
  /**
   * Of the dates by which the vendor's changes are found: what happens within so many ms looks as if it did at once.
   */
  resolutionMs: number;
  /** Requests of a sync without news, at a little over a page of records. */
  unchangedRequests: number;
  /** Whether a first sync takes records however old they are, since the vendor can't be asked by date. */
  takesOldRecords: boolean;
  /** What finds a record that is gone without a trace. */
  vanishedFoundBy: 'syncs' | 'comparison';
  /** A `FaultRule.match` of the requests that list the records. */
  list: RegExp;
  /** A list in the request log that the projects of one source share. */
  sharedRoute: string;
  /** An account that isn't the token's, and how the vendor lets that be known. */
  elsewhere: { externalId: string; kind: ErrorKind };
  /** Columns that name another row, by table; `to` in any of these tables, whose key is one column. */
  references: { table: string; column: string; to: string[] }[];
}

/** One of the vendor's lists. */
export interface ListFacts {
  /** As its connector calls it. */
  stream: string;
  /** A `FaultRule.match` of the requests that read it, and of no other list alone. */
  match: RegExp;
  /** Streams that are read by reading this one. */
  carries?: readonly string[];
}

/**
 * A sandbox with an account of this vendor's, without records, in general terms. *The record* is what the vendor's
 * people write most of: it has one text, one ref, and belongs to one part of the source. Each verb is what happens at
 * the vendor; what a vendor doesn't know is answered by the nearest thing that can happen there.
 */
export interface VendorWorld {
  sandbox: Sandbox;
  facts: VendorFacts;
  /** Narrows a source to a part. */
  filterOf(part: Part): Source['filter'];
  mirror(options: MirrorOptions): Mirror;

  /** Some of every kind of record that the vendor has. */
  populate(): void;
  /** @returns the new record's id, by which the other verbs know it */
  create(text: string, part?: Part): string;
  edit(id: string, text: string): void;
  /** As the vendor's people remove it. */
  remove(id: string): void;
  /** Takes a removal back. */
  restore(id: string): void;
  /** It is gone, and no list and no date tells of it. */
  vanish(id: string): void;
  /** @returns the id under which it is found there */
  move(id: string, part: Part): string;
  /** From here on it is taken by its age alone. */
  settle(id: string): void;
  /** What happens meanwhile is dated some minutes ago, as by a transaction that took long. */
  late(minutes: number, happens: () => void): void;
  /** Lists show no more than so many records at once from here on, however many are asked for. */
  shorten(most: number): void;
  /** Something happens to a record that was too old to be taken. */
  revive(id: string): void;
  /** A record whose change and removal become events, as far as the vendor's do. */
  telling(): string;
  tells: {
    /** A record that `create` made. */
    created(id: string): ExpectedEvent[];
    /** Changes what `telling` made. */
    changed(id: string): ExpectedEvent[];
    /** Removes what `telling` made. */
    removed(id: string): ExpectedEvent[];
  };

  /** What a mirror has, and what it should have, in the same words; of the part, what it shows. */
  held(mirror: Mirror, part?: Part): object;
  truth(part?: Part): object;
  /** Our row with the record's text. */
  row(mirror: Mirror, id: string): Row | undefined;
  /** Takes the record out of our tables, as if it had never come. */
  forget(mirror: Mirror, id: string): void;
  /** Under which `reread` knows the record. */
  ref(id: string): string;
  /** `source_id` of its text. */
  textId(id: string): string;
  /** What search gets of a record with this text. */
  spoken(text: string): string | null;
  /** Makes the vendor show the record in a form that can't be read. */
  spoil(id: string): FaultRule;
  /** What the vendor would send of this record's latest change, signed. */
  delivery(id: string, secret: string): { headers: Record<string, string>; body: string };
}

/** A vendor that can be held to src/connectors/core/contract.ts. */
export interface VendorHarness {
  vendor: Vendor;
  lists: readonly ListFacts[];
  start(clock: TestClock, options: SandboxOptions): Promise<VendorWorld>;
}
