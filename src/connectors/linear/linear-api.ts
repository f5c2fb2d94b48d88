import { z } from 'zod';
import type { Source } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { listOf, pageSizes } from '../core/page-sizes.js';
import type { VendorHttp } from '../core/vendor-http.js';
import type { CursorPage } from '../kit/walk-cursor.js';
import { fieldErrorsOf, type FieldError, unresolvedIn } from './field-errors.js';
import { readPart } from './parse.js';
import { organizationSchema, pageSchema } from './payloads.js';
import { SchemaChanges } from './schema-changes.js';
import {
  BLOCKERS,
  COMMENTS,
  ISSUES,
  ISSUE_VERSIONS,
  type NestedList,
  nestedPage,
  REFERENCE_NAMES,
  REFERENCE_QUERIES,
  type ReferenceName,
  referencePage,
  REFERENCES,
  RELATION,
  RELATIONS,
} from './queries.js';

export type LinearFilter = Readonly<Record<string, unknown>>;

export type LinearPage = CursorPage;

export interface ListRequest {
  readonly first: number;
  readonly after: string | null;
  readonly filter?: LinearFilter;
  readonly orderBy?: 'createdAt' | 'updatedAt';
  readonly includeArchived?: boolean;
  /** Other projects' syncs may live on the answer for a minute; never where it has to be as it is now. */
  readonly shared: boolean;
  /** All rows that are asked for have to come at once. */
  readonly whole?: boolean;
}

/**
 * A personal key stands bare; OAuth tokens, which are all others, behind `Bearer` (docs/contract/vendors.md#linear).
 */
export function linearRequestHeaders({ apiToken }: Source): Record<string, string> {
  return { authorization: apiToken.startsWith('lin_api_') ? apiToken : `Bearer ${apiToken}` };
}

/**
 * Linear's GraphQL API, as far as a mirror needs it. Every answer is checked to come from the source's workspace; lists
 * throw SyncError `bad_payload` when they are not.
 */
export class LinearApi {
  private workspace: z.infer<typeof organizationSchema> | null = null;
  private readonly changes: SchemaChanges;

  /** @param expected the workspace's id where earlier syncs have learned it: a token of another's is refused */
  constructor(
    private readonly http: VendorHttp,
    private readonly source: Source,
    private readonly expected: string | null,
  ) {
    this.changes = new SchemaChanges(source.baseUrl);
  }

  /** Fields that Linear has no more, and that are left out of what is read. */
  get leftOut(): string[] {
    return this.changes.leftOut;
  }

  /** The workspace of the answers so far; null while there was none. */
  get answered(): string | null {
    return this.workspace?.id ?? null;
  }

  /** The same, once something was answered. */
  get workspaceId(): string {
    if (this.workspace === null) throw new Error('nothing was asked yet');
    return this.workspace.id;
  }

  /** Issues with the first pages of all that belongs to them. */
  issues(request: ListRequest): Promise<LinearPage> {
    return this.list('issues', ISSUES, request);
  }

  /** Issues as reconciliation compares them. */
  issueVersions(request: ListRequest): Promise<LinearPage> {
    return this.list('issues', ISSUE_VERSIONS, request);
  }

  /** Issues with what blocks them. */
  blockers(request: ListRequest): Promise<LinearPage> {
    return this.list('issues', BLOCKERS, request);
  }

  comments(request: ListRequest): Promise<LinearPage> {
    return this.list('comments', COMMENTS, request);
  }

  relations({ filter: _none, ...request }: ListRequest): Promise<LinearPage> {
    return this.list('issueRelations', RELATIONS, request);
  }

  /**
   * One relation; for a few of them, since lists of relations can't be asked for ids.
   * @throws SyncError `gone`
   */
  async relation(id: string): Promise<unknown> {
    return (await this.ask('issueRelation', RELATION, { id }, false)).data['issueRelation'];
  }

  /**
   * A further page of one of an issue's nested lists; empty when the issue is not there any more.
   * @throws SyncError `vendor_error` where Linear could not say all of it: what is missing looks like what is empty
   */
  async nested(issueId: string, name: NestedList, after: string): Promise<LinearPage> {
    const { data, errors } = await this.ask(`issues.${name}`, nestedPage(name), { id: issueId, after }, false);
    const [error] = errors;
    if (error) throw new SyncError('vendor_error', `Linear could not say all of an issue's ${name}: ${error.message}`);
    const { nodes } = readPart(pageSchema, data['issues'], 'issues');
    if (nodes.length === 0) return { rows: [], next: null };
    return pageOf(readPart(z.looseObject({}), nodes[0], 'issue')[name], name);
  }

  /** The first pages of all small lists. */
  async references(filters: Readonly<Record<ReferenceName, LinearFilter>>): Promise<Record<ReferenceName, LinearPage>> {
    const { data, errors } = await this.ask('references', REFERENCES, filters, true);
    const pages = REFERENCE_NAMES.map((name) => {
      const { root } = REFERENCE_QUERIES[name];
      return [name, pageOf(data[root], root, errors)] as const;
    });
    return Object.fromEntries(pages) as Record<ReferenceName, LinearPage>;
  }

  async referencePage(
    name: ReferenceName,
    filter: LinearFilter,
    after: string | null,
    shared: boolean,
  ): Promise<LinearPage> {
    const { root } = REFERENCE_QUERIES[name];
    const { data, errors } = await this.ask(root, referencePage(name), { filter, after }, shared);
    return pageOf(data[root], root, errors);
  }

  /** Of as many rows as are answered: fewer than are asked for where those would be too much. */
  private list(
    root: string,
    query: string,
    { shared, first: most, whole, ...variables }: ListRequest,
  ): Promise<LinearPage> {
    // What is asked of each row decides how many are too much.
    const list = `${root} ${/query (\w+)/.exec(query)?.[1] ?? ''}`;
    const read = async (first: number, divisible: boolean) => {
      const asked = await this.ask(root, query, { first, ...variables }, shared, divisible);
      return pageOf(asked.data[root], root, asked.errors);
    };
    return whole ? read(most, most > 1) : pageSizes.read(listOf(this.source, list), most, read);
  }

  private async ask(
    template: string,
    query: string,
    variables: object,
    shared: boolean,
    divisible = false,
  ): Promise<{ data: Record<string, unknown>; errors: readonly FieldError[] }> {
    const { body } = await this.changes.ask(query, (asked) =>
      this.http.json({
        method: 'POST',
        path: '',
        template,
        body: { query: asked, variables },
        shared,
        divisible,
      }),
    );
    const { data } = readPart(z.object({ data: z.record(z.string(), z.unknown()) }), body, template);
    this.check(readPart(organizationSchema, data['organization'], 'organization'));
    return { data, errors: fieldErrorsOf(body) };
  }

  /**
   * What another workspace answers would look like this one with everything deleted.
   * @throws SyncError `config`
   */
  private check(workspace: z.infer<typeof organizationSchema>): void {
    const { id, urlKey } = workspace;
    const { externalId } = this.source;
    if (externalId !== '' && externalId !== id && externalId !== urlKey) {
      throw new SyncError(
        'config',
        `The source names the Linear workspace '${externalId}', but the token belongs to '${urlKey}' (${id}): correct LINEAR_WORKSPACE_ID or the project's source, or use a token of that workspace`,
      );
    }
    if (this.expected !== null && this.expected !== id) {
      throw new SyncError(
        'config',
        `What is stored came from the Linear workspace ${this.expected}, but the token belongs to '${urlKey}' (${id}): use a token of the former, or bind the project to the latter by its id (external_id of its source), which removes what is stored`,
      );
    }
    this.workspace = workspace;
  }
}

function pageOf(part: unknown, name: string, errors: readonly FieldError[] = []): LinearPage {
  const { nodes, pageInfo } = readPart(pageSchema, part, name);
  if (pageInfo.hasNextPage && pageInfo.endCursor === null)
    throw new SyncError('bad_payload', `Linear says that ${name} go on, but not where`);
  return { rows: unresolvedIn(nodes, name, errors), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
