import type { Source } from './contract.js';
import type { VendorHttp } from './vendor-http.js';

/** What is to be made: an issue, a note in a conversation or of a record, a message to the client. */
export type ActionForm = 'issue' | 'note' | 'message';

/** What a person wants made, once. */
export interface Order {
  /** Of the action, a uuid. What can carry a mark carries this one. */
  readonly id: string;
  /** The id of one of the action's targets. */
  readonly target: string;
  readonly title: string | null;
  readonly text: string;
  /** When it was sent for the first time. */
  readonly firstSentAt: Date;
  /** Refs of what earlier orders made there: none of these is what this one made. */
  readonly taken: readonly string[];
}

/** What the vendor has made of an order. */
export interface Made {
  /** By which the records that syncs bring tell it. */
  readonly ref: string;
  /** Where people see it; null: where the target is. */
  readonly url: string | null;
}

/** The vendor's side of one order. */
export interface ActionTalk {
  readonly http: VendorHttp;
  readonly source: Source;
}

/** Something that a vendor can be asked to make for a project. */
export interface VendorAction {
  /** Name in the API and in the table. */
  readonly kind: string;
  readonly form: ActionForm;
  /** Whether it has a title beside its text. */
  readonly titled: boolean;
  /** Whether the client gets to see it. */
  readonly reachesClient: boolean;
  /**
   * Where it can go, as SQL: the `id`, `label` and `url` of records that the project mirrors, the likeliest first. $1:
   * the project; $2: keys of rows that the reason rests on, as `table key`; $3: the one target that is asked for, or
   * null.
   */
  readonly targets: string;
  /**
   * What has come of it by what syncs brought, as SQL over the action `a`: a jsonb object of `ActionOutcome`, or null.
   */
  readonly outcome: string;
  /**
   * Makes it.
   * @throws SyncError
   */
  send(order: Order, talk: ActionTalk): Promise<Made>;
  /**
   * What there is of it at the vendor, where an answer was lost; null: nothing.
   * @throws SyncError where that can't be told
   */
  find(order: Order, talk: ActionTalk): Promise<Made | null>;
}

/** What has come of what was made. What does not apply is null. */
export interface ActionOutcome {
  /** Deleted at the vendor. */
  gone: boolean;
  state: string | null;
  state_type: string | null;
  /** The client's first words in the conversation since, and how many messages there were. */
  answered_at: string | null;
  answers: number | null;
}

/** The jsonb of an outcome, by SQL for what applies. */
export const outcomeOf = (known: Partial<Record<keyof ActionOutcome, string>>): string =>
  `jsonb_build_object('gone', ${known.gone ?? 'false'}, 'state', ${known.state ?? 'NULL::text'},
    'state_type', ${known.state_type ?? 'NULL::text'}, 'answered_at', ${known.answered_at ?? 'NULL::text'},
    'answers', ${known.answers ?? 'NULL::int'})`;
