import { LRUCache } from 'lru-cache';
import { SyncError } from '../core/sync-error.js';
import { withoutField } from './query-fields.js';

/** As GraphQL says it: `Cannot query field "branchName" on type "Issue".` */
const UNKNOWN_FIELD = /Cannot query field ["']?(\w+)["']? on type ["']?(\w+)["']?/;
/** How long a field is left out before it is asked for again: it may be back, or the server be updated. */
const LEFT_OUT_MS = 3_600_000;
/** Fields that Linear may drop in one version, before its answer is another API's. */
const MAX_LEFT_OUT = 10;

/** Without these no record can be told from another, placed, or dated. */
const NEEDED = new Set([
  ...['id', 'createdAt', 'updatedAt', 'archivedAt', 'identifier', 'title', 'body', 'trashed', 'state', 'team', 'type'],
  ...[
    'nodes',
    'pageInfo',
    'organization',
    'urlKey',
    'issueId',
    'issue',
    'relatedIssue',
    'relations',
    'inverseRelations',
  ],
  ...['comments', 'startsAt', 'endsAt', 'project'],
]);

interface Field {
  readonly type: string;
  readonly name: string;
}

/** Fields that a Linear has dropped since this server was made, by its address; while the process lives. */
const left = new LRUCache<string, readonly Field[]>({ max: 100, ttl: LEFT_OUT_MS });

/** Asks a query without those of its fields that Linear no longer has. */
export class SchemaChanges {
  constructor(private readonly address: string) {}

  /** What is left out now, as `Issue.branchName`. */
  get leftOut(): string[] {
    return this.fields.map(({ type, name }) => `${type}.${name}`);
  }

  /** @throws SyncError `config` that says to update the server, where Linear lacks what nothing can be read without */
  async ask<T>(query: string, send: (query: string) => Promise<T>): Promise<T> {
    for (;;) {
      const asked = this.fields.reduce((text, { type, name }) => withoutField(text, type, name), query);
      try {
        return await send(asked);
      } catch (error) {
        const [, name, type] = (error instanceof SyncError && UNKNOWN_FIELD.exec(error.message)) || [];
        if (name === undefined || type === undefined) throw error;
        const known = this.fields.some((field) => field.type === type && field.name === name);
        if (NEEDED.has(name) || known || this.fields.length >= MAX_LEFT_OUT)
          throw new SyncError('config', `${changed(`${type}.${name}`)}. (${errorTextOf(error)})`, { cause: error });
        left.set(this.address, [...this.fields, { type, name }]);
      }
    }
  }

  private get fields(): readonly Field[] {
    return left.get(this.address) ?? [];
  }
}

const errorTextOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What an operator reads of a field that is no more. */
export const changed = (field: string): string => `Linear has changed: update the server, which asks for ${field}`;
