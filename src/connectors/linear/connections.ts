import { WalkGuard } from '../kit/walk-guard.js';
import type { Read, ReadRows } from '../kit/read-rows.js';
import { readRows } from './parse.js';
import { type LinearIssue, issueSchema, pageSchema } from './payloads.js';
import { NESTED_LISTS } from './queries.js';
import type { LinearRun } from './run.js';

/**
 * Reads an issue's nested lists to their ends, where its own answer showed only their beginnings.
 * @returns the whole issue, or the failure when what was read further can't be understood
 */
export async function completed(run: LinearRun, issue: Read<LinearIssue>): Promise<ReadRows<LinearIssue>> {
  const whole: Record<string, unknown> = { ...issue.raw };
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
    whole[name] = { nodes: all };
  }
  return readRows(issueSchema, [whole], () => `issue:${issue.fields.id}`);
}

function nextOf(nodes: readonly unknown[], pageInfo: unknown): { next: string | null } {
  const parsed = pageSchema.safeParse({ nodes, pageInfo });
  return { next: parsed.success && parsed.data.pageInfo.hasNextPage ? parsed.data.pageInfo.endCursor : null };
}
