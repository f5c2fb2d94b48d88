import { errorText } from '../../common/app-error.js';
import { type ErrorKind, SyncError } from '../core/sync-error.js';
import { WalkGuard } from '../kit/walk-guard.js';
import type { Read, ReadRows } from '../kit/read-rows.js';
import { readRows } from './parse.js';
import { type LinearIssue, issueSchema, pageSchema } from './payloads.js';
import { NESTED_LISTS } from './queries.js';
import type { LinearRun } from './run.js';

/** What an issue's own lists may bring about, and an outage too. */
const OWN: ReadonlySet<ErrorKind> = new Set(['vendor_error', 'timeout', 'network', 'bad_payload']);

/**
 * Reads an issue's nested lists to their ends, where its own answer showed only their beginnings.
 * @returns the whole issue, or the failure when what was read further can't be shown or understood
 * @throws SyncError in an outage
 */
export async function completed(run: LinearRun, issue: Read<LinearIssue>): Promise<ReadRows<LinearIssue>> {
  try {
    return await whole(run, issue);
  } catch (error) {
    if (!(error instanceof SyncError) || !OWN.has(error.kind)) throw error;
    // A small question that isn't answered either: an outage.
    await run.api.issueVersions({ first: 1, after: null, shared: false });
    const failure = { source_ref: `issue:${issue.fields.id}`, message: errorText(error), payload: issue.raw };
    return { records: [], failures: [failure] };
  }
}

async function whole(run: LinearRun, issue: Read<LinearIssue>): Promise<ReadRows<LinearIssue>> {
  const raw: Record<string, unknown> = { ...issue.raw };
  for (const name of NESTED_LISTS) {
    const { nodes, pageInfo } = issue.fields[name];
    const { next } = nextOf(nodes, pageInfo);
    if (next === null) continue;
    const all: unknown[] = [...(issue.raw[name] as { nodes: unknown[] }).nodes];
    const guard = new WalkGuard(`Linear's ${name} of an issue`);
    let after: string | null = next;
    while (after !== null) {
      run.context.signal.throwIfAborted();
      guard.cursor(after);
      const answer = await run.api.nested(issue.fields.id, name, after);
      all.push(...answer.rows);
      after = answer.next;
    }
    raw[name] = { nodes: all };
  }
  return readRows(issueSchema, [raw], () => `issue:${issue.fields.id}`);
}

function nextOf(nodes: readonly unknown[], pageInfo: unknown): { next: string | null } {
  const parsed = pageSchema.safeParse({ nodes, pageInfo });
  return { next: parsed.success && parsed.data.pageInfo.hasNextPage ? parsed.data.pageInfo.endCursor : null };
}
